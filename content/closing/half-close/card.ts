import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 20,
  level: "mid",
  keyPoints: ["one-direction", "behind-the-data", "acks-go-on", "shutdown", "close-resets"],
  exercise: {
    kind: "fill",
    blanks: [
      { segment: { from: "server", of: "ACK", nth: 1 }, fields: ["ack"], states: ["client"] },
      { segment: { from: "server", of: "DATA", nth: 1 }, fields: ["seq", "ack"], states: ["client"] },
      { segment: { from: "client", of: "ACK", nth: 2 }, fields: ["flags", "seq", "ack"], states: ["server"] },
      { segment: { from: "server", of: "FIN", nth: 1 }, fields: ["seq", "ack"], states: ["server", "client"] },
      { segment: { from: "client", of: "ACK", nth: 3 }, fields: ["seq", "ack"] },
    ],
    vary: { iss: "small", len: [2, 1400] },
  },
  simulation: {
    scenario: {
      like: "open",
      andThen: [
        { host: "client", on: "ESTABLISHED", afterUs: 300_000, call: { kind: "shutdown" } },
        { host: "server", on: "CLOSE-WAIT", afterUs: 100_000, call: { kind: "send", len: 20 } },
        { host: "server", on: "CLOSE-WAIT", afterUs: 300_000, call: { kind: "close" } },
      ],
    },
    shows: [
      { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 400_000 }] },
      { kind: "state", host: "client", state: "FIN-WAIT-2", atUs: 500_000 },
      { kind: "state", host: "server", state: "CLOSE-WAIT", atUs: 749_999 },
      {
        kind: "segments",
        from: "server",
        flags: ["PSH", "ACK"],
        are: [{ seq: 1, ack: 2, len: 20, sentAtUs: 550_000 }],
      },
      { kind: "state", host: "client", state: "FIN-WAIT-2", atUs: 799_999 },
      {
        kind: "segments",
        from: "client",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 1 },
          { seq: 2, ack: 21, sentAtUs: 600_000 },
          { seq: 2, ack: 22, sentAtUs: 800_000 },
        ],
      },
      { kind: "delivered", host: "client", bytes: 20 },
      { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 21, ack: 2, sentAtUs: 750_000 }] },
      { kind: "segments", from: "client", flags: ["RST"], are: [] },
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 800_000 },
      { kind: "ends", host: "server", state: "CLOSED" },
    ],
    contrast: {
      label: { en: "close() instead of shutdown()", zh: "改用 close()" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", on: "ESTABLISHED", afterUs: 300_000, call: { kind: "close" } },
          { host: "server", on: "CLOSE-WAIT", afterUs: 100_000, call: { kind: "send", len: 20 } },
          { host: "server", on: "CLOSE-WAIT", afterUs: 300_000, call: { kind: "close" } },
        ],
      },
      shows: [
        { kind: "segments", from: "client", flags: ["RST"], are: [{ seq: 2, sentAtUs: 600_000 }] },
        { kind: "state", host: "client", state: "CLOSED", atUs: 600_000 },
        { kind: "delivered", host: "client", bytes: 0 },
      ],
    },
  },
  requires: ["closing/four-segments"],
  followUps: [
    { card: "closing/text-in-flight", probes: "behind-the-data" },
    { card: "closing/text-after-full-close", probes: "close-resets" },
    { card: "sockets/close-or-shutdown", probes: "shutdown" },
    { card: "closing/fin-wait-2" },
  ],
  sources: [
    { label: "RFC 9293 §3.6", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6" },
    { label: "RFC 9293 §3.6.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6.1" },
    { label: "RFC 9293 §3.10.7.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    { label: "Linux 6.18: recorded traces half-close-with-data, data-after-full-close, close-with-unread-data" },
  ],
  provenance: {
    questions: ["Q13"],
    claims: ["A25", "A39", "A46"],
    notes: [
      { note: "001", heading: "4.四次挥手" },
      { note: "002", heading: "四次挥手" },
      { note: "003", heading: "2.四次挥手" },
      { note: "004", heading: "TCP三次握手与四次挥手" },
    ],
  },
} satisfies CardSpec;
