import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 70,
  level: "mid",
  keyPoints: ["no-new-data", "fin-has-a-place", "waits-for-the-gap", "ack-names-the-gap", "close-is-not-delivery"],
  exercise: {
    kind: "predict",
    before: { arrival: { from: "client", of: "FIN", nth: 1 } },
    vary: {
      len: [1, 1000],
      rules: [
        [{ from: "client", of: "DATA", nth: 2, fate: "drop" }],
        [{ from: "client", of: "DATA", nth: 2, fate: "delay", byUs: 600_000 }],
      ],
    },
  },
  simulation: {
    scenario: {
      like: "open",
      andThen: [
        { host: "client", on: "ESTABLISHED", afterUs: 200_000, call: { kind: "send", len: 100 } },
        { host: "client", on: "ESTABLISHED", afterUs: 400_000, call: { kind: "send", len: 50 } },
        { host: "client", on: "ESTABLISHED", afterUs: 400_000, call: { kind: "close" } },
        { host: "server", on: "CLOSE-WAIT", afterUs: 100_000, call: { kind: "close" } },
      ],
      rules: [{ from: "client", of: "DATA", nth: 2, fate: "drop" }],
    },
    shows: [
      { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 151, len: 0, sentAtUs: 500_000 }] },
      {
        kind: "segments",
        from: "client",
        flags: ["PSH", "ACK"],
        are: [
          { seq: 1, len: 100, sentAtUs: 300_000 },
          { seq: 101, len: 50, sentAtUs: 500_000, nature: "first" },
          { seq: 101, len: 50, sentAtUs: 1_500_000, nature: "resent" },
        ],
      },
      {
        kind: "segments",
        from: "server",
        flags: ["ACK"],
        are: [
          { ack: 101, sentAtUs: 350_000 },
          { ack: 101, sentAtUs: 550_000 },
          { ack: 152, sentAtUs: 1_550_000 },
        ],
      },
      { kind: "state", host: "client", state: "FIN-WAIT-1", atUs: 1_500_000 },
      { kind: "state", host: "server", state: "ESTABLISHED", atUs: 1_549_999 },
      { kind: "state", host: "server", state: "CLOSE-WAIT", atUs: 1_550_000 },
      { kind: "delivered", host: "server", bytes: 150 },
      { kind: "ends", host: "server", state: "CLOSED" },
    ],
    contrast: {
      label: { en: "Nothing is lost", zh: "没有丢包" },
      change: { rules: [] },
      shows: [
        { kind: "state", host: "server", state: "CLOSE-WAIT", atUs: 550_000 },
        {
          kind: "segments",
          from: "client",
          flags: ["PSH", "ACK"],
          are: [
            { seq: 1, len: 100 },
            { seq: 101, len: 50 },
          ],
        },
      ],
    },
  },
  requires: ["closing/half-close", "closing/fin-numbers"],
  followUps: [
    { card: "closing/lost-fin", probes: "fin-has-a-place" },
    { card: "sockets/what-write-means", probes: "close-is-not-delivery" },
    { own: "fast-retransmit" },
  ],
  sources: [
    { label: "RFC 9293 §3.6", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6" },
    { label: "RFC 9293 §3.10.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.4" },
    { label: "RFC 9293 §3.10.7.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    { label: "RFC 5681 §3.2 (fast retransmit)", url: "https://www.rfc-editor.org/rfc/rfc5681#section-3.2" },
  ],
  provenance: {
    questions: ["Q13"],
    claims: ["A39"],
    notes: [
      { note: "003", heading: "2.四次挥手" },
      { note: "004", heading: "TCP三次握手与四次挥手" },
    ],
  },
} satisfies CardSpec;
