import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 40,
  level: "senior",
  keyPoints: ["eaddrnotavail", "per-destination", "range-and-rate", "bind-first", "remedies"],
  simulation: {
    scenario: {
      like: "same-port-in-use",
      script: [
        { host: "server", atUs: 0, call: { kind: "listen" } },
        { host: "server", atUs: 0, call: { kind: "listen", port: 81 } },
        { host: "client", atUs: 0, call: { kind: "connect", from: 40_000 } },
        { host: "client", atUs: 400_000, call: { kind: "close" } },
        { host: "server", connection: 1, on: "CLOSE-WAIT", afterUs: 100_000, call: { kind: "close" } },
        { host: "client", atUs: 2_000_000, call: { kind: "connect", from: 40_000 } },
        { host: "client", atUs: 3_000_000, call: { kind: "connect", from: 40_000, port: 81 } },
      ],
      untilUs: 10_000_000,
    },
    shows: [
      { kind: "call", host: "client", call: "connect", nth: 2, errno: "EADDRNOTAVAIL" },
      { kind: "call", host: "client", call: "connect", nth: 3, errno: null },
      {
        kind: "segments",
        from: "client",
        flags: ["SYN"],
        are: [{ sentAtUs: 0 }, { sentAtUs: 3_000_000 }],
      },
      { kind: "connections", host: "client", state: "TIME-WAIT", atUs: 4_000_000, count: 1 },
      { kind: "connections", host: "client", state: "ESTABLISHED", atUs: 4_000_000, count: 1 },
    ],
    contrast: {
      label: { en: "The server closes first", zh: "由服务器先关闭" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "server", atUs: 0, call: { kind: "listen", port: 81 } },
          { host: "client", atUs: 0, call: { kind: "connect", from: 40_000 } },
          { host: "server", atUs: 400_000, call: { kind: "close" } },
          { host: "client", on: "CLOSE-WAIT", afterUs: 100_000, call: { kind: "close" } },
          { host: "client", atUs: 2_000_000, call: { kind: "connect", from: 40_000 } },
          { host: "client", atUs: 3_000_000, call: { kind: "connect", from: 40_000, port: 81 } },
        ],
      },
      shows: [
        { kind: "call", host: "client", call: "connect", nth: 2, errno: null },
        { kind: "connections", host: "client", state: "TIME-WAIT", atUs: 4_000_000, count: 0 },
        { kind: "connections", host: "client", state: "ESTABLISHED", atUs: 4_000_000, count: 2 },
      ],
    },
  },
  requires: ["numbers/four-tuple", "time-wait/many"],
  followUps: [
    { card: "time-wait/reuse-sysctls", probes: "remedies" },
    { card: "numbers/four-tuple", probes: "per-destination" },
    { card: "operation/http-keep-alive", probes: "range-and-rate" },
    { own: "server-limit" },
  ],
  sources: [
    { label: "RFC 9293 §3.4.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4.1" },
    { label: "RFC 6056 §2", url: "https://www.rfc-editor.org/rfc/rfc6056#section-2" },
    { label: "Linux 6.18: ip_local_port_range = 32768 60999, TCP_TIMEWAIT_LEN = 60 s, tcp_tw_reuse = 2" },
    {
      label: "Linux: ip(7), IP_BIND_ADDRESS_NO_PORT",
      url: "https://man7.org/linux/man-pages/man7/ip.7.html",
    },
  ],
  provenance: {
    questions: ["Q12"],
    claims: [],
    notes: [{ note: "001", heading: "5、SYN_SENT状态" }],
  },
} satisfies CardSpec;
