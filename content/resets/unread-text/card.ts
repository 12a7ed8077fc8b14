import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 60,
  level: "senior",
  keyPoints: ["rst-not-fin", "why", "after-close", "lost-reply", "read-to-the-end"],
  exercise: {
    kind: "fill",
    blanks: [
      { segment: { from: "server", of: "DATA", nth: 1 }, fields: ["seq", "ack"] },
      { segment: { from: "server", of: "RST", nth: 1 }, fields: ["flags", "seq", "ack"], states: ["server", "client"] },
    ],
    vary: { iss: "small", delayMs: [20, 200], len: [10, 500] },
  },
  simulation: {
    scenario: {
      like: "close-with-unread-text",
      iss: { client: 1000, server: 3000 },
      script: [
        { host: "server", atUs: 0, call: { kind: "listen", options: { reads: "on-call" } } },
        { host: "client", atUs: 0, call: { kind: "connect" } },
        { host: "client", atUs: 1_000_000, call: { kind: "send", len: 80 } },
        { host: "server", atUs: 2_000_000, call: { kind: "send", len: 30 } },
        { host: "server", atUs: 3_000_000, call: { kind: "close" } },
        { host: "client", atUs: 4_000_000, call: { kind: "send", len: 80 } },
      ],
    },
    shows: [
      { kind: "segments", from: "server", flags: ["PSH", "ACK"], are: [{ seq: 1, ack: 81, len: 30 }] },
      { kind: "segments", from: "server", flags: ["RST", "ACK"], are: [{ seq: 31, ack: 81, sentAtUs: 3_000_000 }] },
      { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [] },
      { kind: "state", host: "server", state: "CLOSED", atUs: 3_000_000 },
      { kind: "state", host: "client", state: "CLOSED", atUs: 3_010_000 },
      { kind: "never", host: "server", state: "TIME-WAIT" },
      { kind: "fails", host: "client", failure: "connection reset" },
      { kind: "call", host: "client", call: "send", nth: 2, errno: "ECONNRESET" },
    ],
    contrast: {
      label: { en: "The server reads before it closes", zh: "服务器先读完再关闭" },
      change: { andThen: [{ host: "server", atUs: 2_500_000, call: { kind: "receive" } }], untilUs: 3_500_000 },
      shows: [
        { kind: "segments", from: "server", flags: ["RST", "ACK"], are: [] },
        { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 31, ack: 81, sentAtUs: 3_000_000 }] },
        { kind: "state", host: "client", state: "CLOSE-WAIT", atUs: 3_010_000 },
      ],
    },
  },
  requires: ["closing/four-segments", "resets/when-sent"],
  followUps: [
    { card: "closing/text-after-full-close", probes: "after-close" },
    { card: "sockets/close-or-shutdown", probes: "read-to-the-end" },
    { own: "server-refuses-body" },
  ],
  sources: [
    { label: "RFC 9293 §3.6.1 (SHLD-3)", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6.1" },
    { label: "RFC 2525 §2.17", url: "https://www.rfc-editor.org/rfc/rfc2525#section-2.17" },
    { label: "RFC 9112 §9.6", url: "https://www.rfc-editor.org/rfc/rfc9112#section-9.6" },
    { label: "Linux 6.18: recorded trace close-with-unread-data" },
  ],
  provenance: { questions: [], claims: [], notes: [] },
} satisfies CardSpec;
