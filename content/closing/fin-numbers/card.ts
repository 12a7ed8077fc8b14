import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 60,
  level: "mid",
  keyPoints: ["snd-nxt", "u-plus-one", "bare-ack", "w-and-v", "last-ack"],
  exercise: {
    kind: "fill",
    blanks: [
      { segment: { from: "client", of: "FIN", nth: 1 }, fields: ["seq"] },
      { segment: { from: "server", of: "ACK", nth: 2 }, fields: ["seq", "ack"] },
      { segment: { from: "server", of: "DATA", nth: 2 }, fields: ["ack"] },
      { segment: { from: "client", of: "ACK", nth: 3 }, fields: ["seq", "ack"] },
      { segment: { from: "server", of: "FIN", nth: 1 }, fields: ["seq", "ack"] },
      { segment: { from: "client", of: "ACK", nth: 4 }, fields: ["seq", "ack"] },
    ],
    vary: { iss: "small", len: [1, 1000] },
  },
  simulation: {
    scenario: {
      like: "open",
      andThen: [
        { host: "client", on: "ESTABLISHED", afterUs: 100_000, call: { kind: "send", len: 100 } },
        { host: "server", on: "ESTABLISHED", afterUs: 200_000, call: { kind: "send", len: 40 } },
        { host: "client", on: "ESTABLISHED", afterUs: 500_000, call: { kind: "shutdown" } },
        { host: "server", on: "CLOSE-WAIT", afterUs: 100_000, call: { kind: "send", len: 60 } },
        { host: "server", on: "CLOSE-WAIT", afterUs: 300_000, call: { kind: "close" } },
      ],
    },
    shows: [
      { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 101, ack: 41, sentAtUs: 600_000 }] },
      {
        kind: "segments",
        from: "server",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 101, sentAtUs: 250_000 },
          { seq: 41, ack: 102, sentAtUs: 650_000 },
        ],
      },
      {
        kind: "segments",
        from: "server",
        flags: ["PSH", "ACK"],
        are: [
          { seq: 1, ack: 101, len: 40, sentAtUs: 350_000 },
          { seq: 41, ack: 102, len: 60, sentAtUs: 750_000 },
        ],
      },
      { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 101, ack: 102, sentAtUs: 950_000 }] },
      {
        kind: "segments",
        from: "client",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 1, sentAtUs: 100_000 },
          { seq: 101, ack: 41, sentAtUs: 400_000 },
          { seq: 102, ack: 101, sentAtUs: 800_000 },
          { seq: 102, ack: 102, sentAtUs: 1_000_000 },
        ],
      },
      { kind: "delivered", host: "client", bytes: 100 },
      { kind: "delivered", host: "server", bytes: 100 },
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 1_000_000 },
      { kind: "ends", host: "server", state: "CLOSED" },
    ],
    contrast: {
      label: { en: "The server sends nothing after the FIN", zh: "收到 FIN 后服务器不再发数据" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", on: "ESTABLISHED", afterUs: 100_000, call: { kind: "send", len: 100 } },
          { host: "server", on: "ESTABLISHED", afterUs: 200_000, call: { kind: "send", len: 40 } },
          { host: "client", on: "ESTABLISHED", afterUs: 500_000, call: { kind: "shutdown" } },
          { host: "server", on: "CLOSE-WAIT", afterUs: 300_000, call: { kind: "close" } },
        ],
      },
      shows: [
        { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 41, ack: 102, sentAtUs: 950_000 }] },
        { kind: "delivered", host: "client", bytes: 40 },
      ],
    },
  },
  requires: ["numbers/takes-a-number", "closing/four-segments"],
  followUps: [
    { card: "closing/fin-with-text", probes: "u-plus-one" },
    { card: "closing/text-in-flight" },
    { own: "why-not-random", probes: "snd-nxt" },
  ],
  sources: [
    { label: "RFC 9293 §3.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4" },
    { label: "RFC 9293 §3.6, figure 12", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6" },
    { label: "RFC 9293 §3.10.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.4" },
    { label: "Linux 6.18: recorded trace half-close-with-data" },
  ],
  provenance: {
    questions: ["Q6", "Q14"],
    claims: ["A10", "A38"],
    notes: [
      { note: "000", heading: "四次挥手" },
      { note: "003", heading: "2.四次挥手" },
    ],
  },
} satisfies CardSpec;
