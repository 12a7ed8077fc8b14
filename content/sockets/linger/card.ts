import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 50,
  level: "senior",
  keyPoints: ["off", "zero", "n-seconds", "not-read", "shutdown-then-read"],
  simulation: {
    scenario: {
      profile: "rfc9293",
      iss: { client: 100, server: 300 },
      wire: { delayUs: 50_000, rules: [{ from: "client", of: "DATA", nth: 1, fate: "drop" }] },
      script: [
        { host: "server", atUs: 0, call: { kind: "listen" } },
        { host: "client", atUs: 0, call: { kind: "connect" } },
        { host: "client", on: "ESTABLISHED", afterUs: 300_000, call: { kind: "send", len: 40 } },
        { host: "client", on: "ESTABLISHED", afterUs: 300_000, call: { kind: "close" } },
        { host: "server", on: "CLOSE-WAIT", afterUs: 100_000, call: { kind: "close" } },
      ],
    },
    shows: [
      { kind: "call", host: "client", call: "close", nth: 1, errno: null },
      { kind: "state", host: "client", state: "FIN-WAIT-1", atUs: 400_000 },
      {
        kind: "segments",
        from: "client",
        flags: ["PSH", "ACK"],
        are: [
          { seq: 1, ack: 1, len: 40, sentAtUs: 400_000, nature: "first" },
          { seq: 1, ack: 1, len: 40, sentAtUs: 1_400_000, nature: "resent" },
        ],
      },
      { kind: "delivered", host: "server", bytes: 40 },
      { kind: "state", host: "client", state: "FIN-WAIT-2", atUs: 1_500_000 },
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 1_600_000 },
    ],
    contrast: {
      label: { en: "SO_LINGER on, with zero", zh: "SO_LINGER 打开，时间为 0" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", on: "ESTABLISHED", afterUs: 300_000, call: { kind: "send", len: 40 } },
          { host: "client", on: "ESTABLISHED", afterUs: 300_000, call: { kind: "abort" } },
        ],
      },
      shows: [
        { kind: "delivered", host: "server", bytes: 0 },
        { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [] },
        { kind: "never", host: "client", state: "TIME-WAIT" },
      ],
    },
  },
  requires: ["closing/four-segments", "time-wait/linger-zero", "sockets/close-or-shutdown"],
  followUps: [
    { card: "time-wait/linger-zero", probes: "zero" },
    { card: "sockets/what-write-means", probes: "not-read" },
    { card: "closing/fin-gives-up", probes: "off" },
    { own: "event-loop" },
  ],
  sources: [
    { label: "socket(7): SO_LINGER", url: "https://man7.org/linux/man-pages/man7/socket.7.html" },
    { label: "RFC 9293 §3.10.5, ABORT", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.5" },
    { label: "RFC 9293 §3.6", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6" },
    { label: "Linux 6.18: inet_release (net/ipv4/af_inet.c), __tcp_close (net/ipv4/tcp.c); tcp_orphan_retries" },
    { label: "Linux 6.18: recorded traces linger-zero, fin-never-acked" },
  ],
  provenance: { questions: [], claims: ["A30"], notes: [{ note: "001", heading: "4.四次挥手" }] },
} satisfies CardSpec;
