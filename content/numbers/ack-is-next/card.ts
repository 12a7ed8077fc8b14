import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 40,
  level: "junior",
  keyPoints: ["next-byte", "syn-fin-count", "cumulative", "gap", "both-directions"],
  exercise: {
    kind: "fill",
    blanks: [
      { segment: { from: "server", of: "SYN-ACK", nth: 1 }, fields: ["ack"] },
      { segment: { from: "server", of: "ACK", nth: 1 }, fields: ["ack"] },
      { segment: { from: "server", of: "ACK", nth: 2 }, fields: ["ack"] },
      { segment: { from: "server", of: "ACK", nth: 3 }, fields: ["ack"] },
      { segment: { from: "server", of: "ACK", nth: 4 }, fields: ["ack"] },
    ],
    vary: {
      iss: "small",
      len: [10, 900],
      rules: [
        [{ from: "client", of: "DATA", nth: 1, fate: "drop" }],
        [{ from: "client", of: "DATA", nth: 2, fate: "drop" }],
        [{ from: "client", of: "DATA", nth: 3, fate: "drop" }],
      ],
    },
  },
  simulation: {
    scenario: {
      like: "open",
      settings: { nagle: false },
      rules: [{ from: "client", of: "DATA", nth: 2, fate: "drop" }],
      andThen: [
        { host: "client", on: "ESTABLISHED", afterUs: 200_000, call: { kind: "send", len: 100 } },
        { host: "client", on: "ESTABLISHED", afterUs: 220_000, call: { kind: "send", len: 200 } },
        { host: "client", on: "ESTABLISHED", afterUs: 240_000, call: { kind: "send", len: 300 } },
        { host: "client", on: "ESTABLISHED", afterUs: 3_900_000, call: { kind: "close" } },
      ],
    },
    shows: [
      {
        kind: "segments",
        from: "client",
        flags: ["PSH", "ACK"],
        are: [
          { seq: 1, len: 100, sentAtUs: 300_000, nature: "first" },
          { seq: 101, len: 200, sentAtUs: 320_000, nature: "first" },
          { seq: 301, len: 300, sentAtUs: 340_000, nature: "first" },
          { seq: 101, len: 200, sentAtUs: 1_400_000, nature: "resent" },
        ],
      },
      {
        kind: "segments",
        from: "server",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 101, sentAtUs: 350_000 },
          { seq: 1, ack: 101, sentAtUs: 390_000 },
          { seq: 1, ack: 601, sentAtUs: 1_450_000 },
          { seq: 1, ack: 602, sentAtUs: 4_050_000 },
        ],
      },
      { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 601, len: 0, sentAtUs: 4_000_000 }] },
      { kind: "delivered", host: "server", bytes: 600 },
      { kind: "ends", host: "server", state: "CLOSE-WAIT" },
    ],
    contrast: {
      label: { en: "Nothing is lost", zh: "没有丢包" },
      change: { rules: [] },
      shows: [
        {
          kind: "segments",
          from: "server",
          flags: ["ACK"],
          are: [{ ack: 101 }, { ack: 301 }, { ack: 601 }, { ack: 602 }],
        },
      ],
    },
  },
  requires: ["opening/three-segments"],
  followUps: [
    { card: "numbers/takes-a-number", probes: "syn-fin-count" },
    { card: "numbers/window-check", probes: "gap" },
    { own: "lost-ack", probes: "cumulative" },
    { own: "beyond-sent" },
  ],
  sources: [
    { label: "RFC 9293 §3.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.1" },
    { label: "RFC 9293 §3.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4" },
    { label: "RFC 9293 §3.10.7.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    { label: "RFC 5681 §4.2", url: "https://www.rfc-editor.org/rfc/rfc5681#section-4.2" },
    { label: "RFC 2018 §3", url: "https://www.rfc-editor.org/rfc/rfc2018#section-3" },
  ],
  provenance: {
    questions: ["Q14"],
    claims: ["A41"],
    notes: [{ note: "004", heading: "TCP三次握手与四次挥手" }],
  },
} satisfies CardSpec;
