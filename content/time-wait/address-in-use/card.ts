import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 80,
  level: "mid",
  keyPoints: ["closed-first", "reuse-addr", "safe", "both-set", "other-listener"],
  simulation: {
    scenario: { like: "address-in-use" },
    shows: [
      { kind: "state", host: "server", state: "TIME-WAIT", atUs: 600_000 },
      { kind: "call", host: "server", call: "listen", nth: 2, errno: "EADDRINUSE" },
      { kind: "call", host: "server", call: "listen", nth: 3, errno: null },
      { kind: "segments", from: "server", flags: ["RST", "ACK"], are: [{ seq: 0, sentAtUs: 2_550_000 }] },
      { kind: "state", host: "client", state: "CLOSED", atUs: 2_600_000 },
      { kind: "connections", host: "server", state: "TIME-WAIT", atUs: 4_150_000, count: 1 },
      { kind: "connections", host: "server", state: "ESTABLISHED", atUs: 4_150_000, count: 1 },
      { kind: "ends", host: "client", state: "ESTABLISHED" },
    ],
    contrast: {
      label: { en: "SO_REUSEADDR from the beginning", zh: "从一开始就设 SO_REUSEADDR" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "server", atUs: 400_000, call: { kind: "close" } },
          { host: "client", on: "CLOSE-WAIT", afterUs: 100_000, call: { kind: "close" } },
          { host: "server", atUs: 1_000_000, call: { kind: "unlisten" } },
          { host: "server", atUs: 2_000_000, call: { kind: "listen", reuseAddress: true } },
          { host: "client", atUs: 2_500_000, call: { kind: "connect" } },
        ],
      },
      shows: [
        { kind: "call", host: "server", call: "listen", nth: 2, errno: null },
        { kind: "segments", from: "server", flags: ["RST", "ACK"], are: [] },
        { kind: "state", host: "client", state: "ESTABLISHED", atUs: 2_600_000 },
      ],
    },
  },
  requires: ["closing/time-wait", "time-wait/who-waits", "time-wait/new-syn"],
  followUps: [
    { card: "numbers/four-tuple", probes: "safe" },
    { card: "time-wait/new-syn", probes: "safe" },
    { own: "reuse-port" },
    { own: "why-not-default" },
  ],
  sources: [
    { label: "RFC 9293 §3.6.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6.1" },
    { label: "socket(7): SO_REUSEADDR", url: "https://man7.org/linux/man-pages/man7/socket.7.html" },
    { label: "Linux 6.18: inet_csk_bind_conflict (net/ipv4/inet_connection_sock.c); all four combinations tried" },
  ],
  provenance: { questions: ["Q12"], claims: [], notes: [{ note: "001", heading: "4.四次挥手" }] },
} satisfies CardSpec;
