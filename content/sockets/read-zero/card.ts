import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 30,
  level: "mid",
  keyPoints: ["fin-and-all-read", "sticky", "may-write", "cannot-tell", "not-others", "then-close"],
  exercise: {
    kind: "choice",
    options: ["fin-arrived", "may-write", "peer-is-gone", "no-data-now", "was-reset"],
    right: ["fin-arrived", "may-write"],
  },
  simulation: {
    scenario: {
      like: "open",
      profile: "linux-6.18",
      andThen: [
        { host: "client", on: "ESTABLISHED", afterUs: 300_000, call: { kind: "send", len: 10 } },
        { host: "client", on: "ESTABLISHED", afterUs: 300_000, call: { kind: "shutdown" } },
        { host: "server", on: "CLOSE-WAIT", afterUs: 200_000, call: { kind: "send", len: 20 } },
        { host: "server", on: "CLOSE-WAIT", afterUs: 400_000, call: { kind: "close" } },
      ],
    },
    shows: [
      { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 11, ack: 1, sentAtUs: 400_000 }] },
      { kind: "delivered", host: "server", bytes: 10 },
      { kind: "state", host: "server", state: "CLOSE-WAIT", atUs: 450_000 },
      {
        kind: "segments",
        from: "server",
        flags: ["PSH", "ACK"],
        are: [{ seq: 1, ack: 12, len: 20, sentAtUs: 650_000 }],
      },
      { kind: "delivered", host: "client", bytes: 20 },
      { kind: "segments", from: "client", flags: ["RST"], are: [] },
      { kind: "ends", host: "server", state: "CLOSED" },
      { kind: "fails", host: "server", failure: null },
    ],
    contrast: {
      label: { en: "The client calls close() instead", zh: "客户端改用 close()" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", on: "ESTABLISHED", afterUs: 300_000, call: { kind: "send", len: 10 } },
          { host: "client", on: "ESTABLISHED", afterUs: 300_000, call: { kind: "close" } },
          { host: "server", on: "CLOSE-WAIT", afterUs: 200_000, call: { kind: "send", len: 20 } },
        ],
      },
      shows: [
        { kind: "segments", from: "client", flags: ["RST"], are: [{ seq: 12, sentAtUs: 700_000 }] },
        { kind: "delivered", host: "client", bytes: 0 },
        { kind: "fails", host: "server", failure: "broken pipe" },
      ],
    },
  },
  requires: ["closing/half-close", "sockets/close-or-shutdown"],
  followUps: [
    { card: "closing/half-close", probes: "may-write" },
    { card: "closing/text-after-full-close", probes: "cannot-tell" },
    { card: "operation/close-wait-leak", probes: "then-close" },
    { own: "poll" },
  ],
  sources: [
    { label: "RFC 9293 §3.10.4, RECEIVE", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.4" },
    { label: "RFC 9293 §3.6", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6" },
    { label: "recv(2)", url: "https://man7.org/linux/man-pages/man2/recv.2.html" },
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
