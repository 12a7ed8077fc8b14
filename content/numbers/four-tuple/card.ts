import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 90,
  level: "mid",
  keyPoints: ["four-values", "one-port", "listener-last", "no-64k", "client-limit", "real-limits"],
  simulation: {
    scenario: {
      like: "open",
      profile: "linux-6.18",
      hosts: [{ name: "other", iss: 7000 }],
      script: [
        { host: "server", atUs: 0, call: { kind: "listen" } },
        { host: "client", atUs: 0, call: { kind: "connect", from: 40_000 } },
        { host: "client", atUs: 200_000, call: { kind: "connect", from: 40_001 } },
        { host: "other", atUs: 400_000, call: { kind: "connect", from: 40_000 } },
      ],
    },
    shows: [
      { kind: "connections", host: "server", state: "ESTABLISHED", atUs: 150_000, count: 1 },
      { kind: "connections", host: "server", state: "ESTABLISHED", atUs: 350_000, count: 2 },
      { kind: "connections", host: "server", state: "ESTABLISHED", atUs: 550_000, count: 3 },
      { kind: "call", host: "client", call: "connect", nth: 2, errno: null },
      {
        kind: "segments",
        from: "server",
        flags: ["SYN", "ACK"],
        are: [{ sentAtUs: 50_000 }, { sentAtUs: 250_000 }, { sentAtUs: 450_000 }],
      },
    ],
    contrast: {
      label: { en: "The third comes from the same host as the first", zh: "第三次与第一次来自同一台主机" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect", from: 40_000 } },
          { host: "client", atUs: 200_000, call: { kind: "connect", from: 40_001 } },
          { host: "client", atUs: 400_000, call: { kind: "connect", from: 40_000 } },
        ],
      },
      shows: [
        { kind: "call", host: "client", call: "connect", nth: 3, errno: "EADDRNOTAVAIL" },
        { kind: "connections", host: "server", state: "ESTABLISHED", atUs: 550_000, count: 2 },
        {
          kind: "segments",
          from: "server",
          flags: ["SYN", "ACK"],
          are: [{ sentAtUs: 50_000 }, { sentAtUs: 250_000 }],
        },
      ],
    },
  },
  requires: ["opening/three-segments"],
  followUps: [
    { card: "operation/ports-run-out", probes: "client-limit" },
    { card: "time-wait/address-in-use", probes: "one-port" },
    { own: "reuse-port" },
  ],
  sources: [
    {
      label: "RFC 9293 §3.3.1 and §3.9.1 (connections, local and remote socket)",
      url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.3.1",
    },
    { label: "RFC 9293 §3.4.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4.1" },
    { label: "Linux 6.18: ip_local_port_range = 32768 60999; net/ipv4/inet_hashtables.c, __inet_lookup" },
    {
      label: "Linux man-pages: ip(7), socket(7) SO_REUSEPORT",
      url: "https://man7.org/linux/man-pages/man7/socket.7.html",
    },
  ],
  provenance: { questions: [], claims: ["A45"], notes: [{ note: "001", heading: "5.为什么要等待2MSL？" }] },
} satisfies CardSpec;
