import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 20,
  level: "mid",
  keyPoints: ["last-copy", "all-copies", "half-close", "same-fin", "read-side", "still-close"],
  exercise: {
    kind: "choice",
    options: ["close-in-child", "shutdown-in-child", "reads-answer", "rd-tells-peer", "same-fin", "frees-descriptor"],
    right: ["shutdown-in-child", "reads-answer", "same-fin"],
  },
  simulation: {
    scenario: {
      like: "open",
      profile: "linux-6.18",
      andThen: [
        { host: "client", on: "ESTABLISHED", afterUs: 300_000, call: { kind: "send", len: 20 } },
        { host: "client", on: "ESTABLISHED", afterUs: 300_000, call: { kind: "shutdown" } },
        { host: "server", on: "CLOSE-WAIT", afterUs: 200_000, call: { kind: "send", len: 30 } },
        { host: "server", on: "CLOSE-WAIT", afterUs: 400_000, call: { kind: "send", len: 30 } },
        { host: "server", on: "CLOSE-WAIT", afterUs: 600_000, call: { kind: "close" } },
      ],
    },
    shows: [
      { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 21, ack: 1, sentAtUs: 400_000 }] },
      { kind: "delivered", host: "server", bytes: 20 },
      { kind: "state", host: "server", state: "CLOSE-WAIT", atUs: 450_000 },
      {
        kind: "segments",
        from: "server",
        flags: ["PSH", "ACK"],
        are: [
          { seq: 1, ack: 22, len: 30, sentAtUs: 650_000 },
          { seq: 31, ack: 22, len: 30, sentAtUs: 850_000 },
        ],
      },
      { kind: "delivered", host: "client", bytes: 60 },
      { kind: "segments", from: "client", flags: ["RST"], are: [] },
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 1_100_000 },
      { kind: "fails", host: "server", failure: null },
    ],
    contrast: {
      label: { en: "close() instead of shutdown(SHUT_WR)", zh: "不用 shutdown(SHUT_WR)，改用 close()" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", on: "ESTABLISHED", afterUs: 300_000, call: { kind: "send", len: 20 } },
          { host: "client", on: "ESTABLISHED", afterUs: 300_000, call: { kind: "close" } },
          { host: "server", on: "CLOSE-WAIT", afterUs: 200_000, call: { kind: "send", len: 30 } },
          { host: "server", connection: 1, on: "CLOSE-WAIT", afterUs: 400_000, call: { kind: "send", len: 30 } },
          { host: "server", connection: 1, on: "CLOSE-WAIT", afterUs: 600_000, call: { kind: "close" } },
        ],
      },
      shows: [
        { kind: "segments", from: "client", flags: ["RST"], are: [{ seq: 22, sentAtUs: 700_000 }] },
        { kind: "delivered", host: "client", bytes: 0 },
        { kind: "call", host: "server", call: "send", nth: 2, errno: "EPIPE" },
        { kind: "never", host: "client", state: "TIME-WAIT" },
      ],
    },
  },
  requires: ["closing/half-close", "closing/text-after-full-close"],
  followUps: [
    { card: "closing/text-after-full-close", probes: "half-close" },
    { card: "sockets/read-zero", probes: "same-fin" },
    { card: "resets/unread-text" },
    { own: "blocked-thread" },
  ],
  sources: [
    { label: "shutdown(2)", url: "https://man7.org/linux/man-pages/man2/shutdown.2.html" },
    { label: "close(2)", url: "https://man7.org/linux/man-pages/man2/close.2.html" },
    { label: "RFC 9293 §3.6", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6" },
    { label: "RFC 9293 §3.6.1, half-closed connections", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6.1" },
    { label: "Linux 6.18: recorded traces half-close-with-data, data-after-full-close" },
  ],
  provenance: {
    questions: ["Q13"],
    claims: ["A25"],
    notes: [
      { note: "001", heading: "4.四次挥手" },
      { note: "003", heading: "2.四次挥手" },
    ],
  },
} satisfies CardSpec;
