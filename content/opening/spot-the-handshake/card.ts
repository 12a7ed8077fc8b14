import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 95,
  level: "junior",
  keyPoints: ["flags", "seq-rule", "ack-rule", "bare-ack", "what-follows"],
  exercise: { kind: "spot", fields: ["flags", "seq", "ack"], vary: { iss: "small", len: [10, 900] } },
  simulation: {
    scenario: {
      like: "open",
      andThen: [
        { host: "client", on: "ESTABLISHED", afterUs: 200_000, call: { kind: "send", len: 120 } },
        { host: "server", on: "ESTABLISHED", afterUs: 350_000, call: { kind: "send", len: 80 } },
      ],
    },
    shows: [
      { kind: "segments", from: "client", flags: ["SYN"], are: [{ seq: 0, len: 0, sentAtUs: 0 }] },
      { kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ seq: 0, ack: 1, sentAtUs: 50_000 }] },
      {
        kind: "segments",
        from: "client",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 1, sentAtUs: 100_000 },
          { seq: 121, ack: 81, sentAtUs: 550_000 },
        ],
      },
      { kind: "segments", from: "client", flags: ["PSH", "ACK"], are: [{ seq: 1, ack: 1, len: 120 }] },
      { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 1, ack: 121, sentAtUs: 350_000 }] },
      { kind: "segments", from: "server", flags: ["PSH", "ACK"], are: [{ seq: 1, ack: 121, len: 80 }] },
      { kind: "segments", from: "client", flags: ["RST"], are: [] },
      { kind: "state", host: "client", state: "ESTABLISHED", atUs: 100_000 },
      { kind: "state", host: "server", state: "ESTABLISHED", atUs: 150_000 },
    ],
    contrast: {
      label: { en: "The SYN-ACK acknowledges one too many", zh: "SYN-ACK 的确认号大了 1" },
      change: {
        rules: [{ from: "server", of: "SYN-ACK", nth: 1, fate: "drop" }],
        ghosts: [{ from: "server", arrivesAtUs: 100_000, flags: ["SYN", "ACK"], seq: 300, ack: 102 }],
      },
      shows: [
        { kind: "segments", from: "client", flags: ["RST"], are: [{ seq: 2, sentAtUs: 100_000 }] },
        { kind: "state", host: "client", state: "SYN-SENT", atUs: 1_099_999 },
      ],
    },
  },
  requires: ["opening/three-segments"],
  followUps: [
    { card: "opening/client-checks", probes: "what-follows" },
    { card: "numbers/takes-a-number", probes: "bare-ack" },
    { card: "operation/read-a-trace" },
  ],
  sources: [
    { label: "RFC 9293 §3.5, figure 6", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5" },
    { label: "RFC 9293 §3.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4" },
    { label: "RFC 9293 §3.10.7.3", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.3" },
    { label: "Linux 6.18: recorded trace handshake-normal" },
  ],
  provenance: {
    questions: ["Q1", "Q14"],
    claims: ["A1", "A2", "A32"],
    notes: [
      { note: "000", heading: "三次握手四次挥手" },
      { note: "003", heading: "1.三次握手" },
    ],
  },
} satisfies CardSpec;
