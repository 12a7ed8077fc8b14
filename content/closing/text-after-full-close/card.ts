import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 90,
  level: "mid",
  keyPoints: ["nobody-reads", "reset", "first-write-succeeds", "next-write-fails", "use-shutdown"],
  exercise: {
    kind: "predict",
    before: { arrival: { from: "server", of: "DATA", nth: 1 } },
    vary: { len: [1, 1000], delayMs: [10, 100] },
  },
  simulation: {
    scenario: {
      like: "open",
      profile: "linux-6.18",
      andThen: [
        { host: "client", on: "ESTABLISHED", afterUs: 300_000, call: { kind: "send", len: 20 } },
        { host: "client", on: "ESTABLISHED", afterUs: 700_000, call: { kind: "close" } },
        { host: "server", on: "CLOSE-WAIT", afterUs: 300_000, call: { kind: "send", len: 30 } },
        { host: "server", connection: 1, on: "CLOSE-WAIT", afterUs: 600_000, call: { kind: "send", len: 30 } },
      ],
    },
    shows: [
      { kind: "state", host: "client", state: "FIN-WAIT-2", atUs: 1_199_999 },
      {
        kind: "segments",
        from: "server",
        flags: ["PSH", "ACK"],
        are: [{ seq: 1, ack: 22, len: 30, sentAtUs: 1_150_000 }],
      },
      { kind: "segments", from: "client", flags: ["RST"], are: [{ seq: 22, sentAtUs: 1_200_000 }] },
      { kind: "state", host: "client", state: "CLOSED", atUs: 1_200_000 },
      { kind: "never", host: "client", state: "TIME-WAIT" },
      { kind: "delivered", host: "client", bytes: 0 },
      { kind: "call", host: "server", call: "send", nth: 1, errno: null },
      { kind: "call", host: "server", call: "send", nth: 2, errno: "EPIPE" },
      { kind: "state", host: "server", state: "CLOSE-WAIT", atUs: 1_249_999 },
      { kind: "ends", host: "server", state: "CLOSED" },
    ],
    contrast: {
      label: { en: "shutdown(SHUT_WR) instead of close()", zh: "用 shutdown(SHUT_WR) 代替 close()" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", on: "ESTABLISHED", afterUs: 300_000, call: { kind: "send", len: 20 } },
          { host: "client", on: "ESTABLISHED", afterUs: 700_000, call: { kind: "shutdown" } },
          { host: "server", on: "CLOSE-WAIT", afterUs: 300_000, call: { kind: "send", len: 30 } },
          { host: "server", connection: 1, on: "CLOSE-WAIT", afterUs: 600_000, call: { kind: "send", len: 30 } },
        ],
        untilUs: 5_000_000,
      },
      shows: [
        { kind: "segments", from: "client", flags: ["RST"], are: [] },
        { kind: "delivered", host: "client", bytes: 60 },
        { kind: "call", host: "server", call: "send", nth: 2, errno: null },
        { kind: "ends", host: "client", state: "FIN-WAIT-2" },
      ],
    },
  },
  requires: ["closing/half-close", "closing/fin-numbers"],
  followUps: [
    { card: "sockets/close-or-shutdown", probes: "use-shutdown" },
    { card: "resets/errors-told", probes: "next-write-fails" },
    { card: "resets/unread-text" },
  ],
  sources: [
    { label: "RFC 9293 §3.6.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6.1" },
    { label: "RFC 9293 §3.5.2", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5.2" },
    { label: "Linux 6.18: recorded trace data-after-full-close" },
    {
      label: "Linux: EPIPE and SIGPIPE, send(2)",
      url: "https://man7.org/linux/man-pages/man2/send.2.html",
    },
  ],
  provenance: {
    questions: ["Q13"],
    claims: ["A25"],
    notes: [{ note: "001", heading: "4.四次挥手" }],
  },
} satisfies CardSpec;
