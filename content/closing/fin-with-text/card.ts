import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 65,
  level: "mid",
  keyPoints: ["may-carry", "behind-the-text", "plus-one", "text-then-end", "when"],
  exercise: {
    kind: "fill",
    blanks: [
      { segment: { from: "client", of: "FIN", nth: 1 }, fields: ["seq"], states: ["server"] },
      { segment: { from: "server", of: "ACK", nth: 2 }, fields: ["seq", "ack"] },
      { segment: { from: "server", of: "FIN", nth: 1 }, fields: ["seq", "ack"] },
      { segment: { from: "client", of: "ACK", nth: 2 }, fields: ["seq", "ack"] },
    ],
    vary: { iss: "small", len: [2, 1000] },
  },
  simulation: {
    scenario: {
      like: "open",
      profile: "linux-6.18",
      andThen: [
        { host: "client", on: "ESTABLISHED", afterUs: 200_000, call: { kind: "send", len: 20 } },
        { host: "client", on: "ESTABLISHED", afterUs: 500_000, call: { kind: "send", len: 5, more: true } },
        { host: "client", on: "ESTABLISHED", afterUs: 500_000, call: { kind: "close" } },
        { host: "server", on: "CLOSE-WAIT", afterUs: 200_000, call: { kind: "close" } },
      ],
    },
    shows: [
      {
        kind: "segments",
        from: "client",
        flags: ["PSH", "ACK"],
        are: [{ seq: 1, ack: 1, len: 20, sentAtUs: 300_000 }],
      },
      {
        kind: "segments",
        from: "client",
        flags: ["FIN", "ACK"],
        are: [{ seq: 21, ack: 1, len: 5, sentAtUs: 600_000 }],
      },
      {
        kind: "segments",
        from: "server",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 21, sentAtUs: 350_000 },
          { seq: 1, ack: 27, sentAtUs: 690_000 },
        ],
      },
      { kind: "state", host: "server", state: "CLOSE-WAIT", atUs: 650_000 },
      { kind: "delivered", host: "server", bytes: 25 },
      { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 27, sentAtUs: 850_000 }] },
      {
        kind: "segments",
        from: "client",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 1, sentAtUs: 100_000 },
          { seq: 27, ack: 2, sentAtUs: 900_000 },
        ],
      },
      { kind: "ends", host: "server", state: "CLOSED" },
    ],
    contrast: {
      label: { en: "The last 5 bytes are not held back", zh: "最后 5 个字节没有被压住" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", on: "ESTABLISHED", afterUs: 200_000, call: { kind: "send", len: 20 } },
          { host: "client", on: "ESTABLISHED", afterUs: 500_000, call: { kind: "send", len: 5 } },
          { host: "client", on: "ESTABLISHED", afterUs: 500_000, call: { kind: "close" } },
          { host: "server", on: "CLOSE-WAIT", afterUs: 200_000, call: { kind: "close" } },
        ],
      },
      shows: [
        {
          kind: "segments",
          from: "client",
          flags: ["FIN", "ACK"],
          are: [{ seq: 26, ack: 1, len: 0, sentAtUs: 600_000 }],
        },
        { kind: "segments", from: "client", flags: ["PSH", "ACK"], are: [{ len: 20 }, { seq: 21, len: 5 }] },
      ],
    },
  },
  requires: ["closing/fin-numbers"],
  followUps: [
    { card: "closing/text-in-flight", probes: "behind-the-text" },
    { own: "part-of-it-arrived", probes: "plus-one" },
    { card: "sockets/read-zero" },
  ],
  sources: [
    { label: "RFC 9293 §3.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4" },
    { label: "RFC 9293 §3.10.7.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    { label: "RFC 9293 §3.7.4 (Nagle)", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.7.4" },
    { label: "Linux 6.18: recorded trace fin-carries-data" },
    { label: "Linux: MSG_MORE, send(2)", url: "https://man7.org/linux/man-pages/man2/send.2.html" },
  ],
  provenance: { questions: [], claims: [], notes: [] },
} satisfies CardSpec;
