import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 50,
  level: "mid",
  keyPoints: ["window", "either-end", "ack-and-drop", "rst-silent", "trim-and-keep"],
  exercise: {
    kind: "choice",
    options: ["old-whole", "overlap", "gap", "right-edge", "bare-below", "bare-exact"],
    right: ["overlap", "gap", "bare-exact"],
  },
  simulation: {
    scenario: {
      like: "open",
      settings: { rcvWnd: 1000 },
      rules: [{ from: "client", of: "DATA", nth: 1, fate: "duplicate", byUs: 100_000 }],
      andThen: [{ host: "client", on: "ESTABLISHED", afterUs: 200_000, call: { kind: "send", len: 100 } }],
      ghosts: [
        { from: "client", arrivesAtUs: 1_200_000, flags: ["ACK"], seq: 1201, ack: 301, len: 50 },
        { from: "client", arrivesAtUs: 2_000_000, flags: ["RST"], seq: 1201 },
      ],
      untilUs: 3_000_000,
    },
    shows: [
      {
        kind: "segments",
        from: "client",
        flags: ["PSH", "ACK"],
        are: [
          { seq: 1, len: 100, nature: "first" },
          { seq: 1, len: 100, nature: "copy" },
        ],
      },
      {
        kind: "segments",
        from: "server",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 101, sentAtUs: 350_000 },
          { seq: 1, ack: 101, sentAtUs: 450_000 },
          { seq: 1, ack: 101, sentAtUs: 1_200_000 },
        ],
      },
      { kind: "segments", from: "client", flags: ["RST"], are: [{ seq: 1101, nature: "ghost" }] },
      { kind: "delivered", host: "server", bytes: 100 },
      { kind: "ends", host: "server", state: "ESTABLISHED" },
    ],
    contrast: {
      label: { en: "The forged text fits the window", zh: "伪造的数据落在窗口内" },
      change: {
        ghosts: [
          { from: "client", arrivesAtUs: 1_200_000, flags: ["ACK"], seq: 201, ack: 301, len: 50 },
          { from: "client", arrivesAtUs: 2_000_000, flags: ["RST"], seq: 1201 },
        ],
      },
      shows: [{ kind: "delivered", host: "server", bytes: 150 }],
    },
  },
  requires: ["numbers/ack-is-next"],
  followUps: [
    { card: "resets/blind-reset", probes: "rst-silent" },
    { own: "zero-window", probes: "either-end" },
    { card: "numbers/paws", probes: "window" },
    { own: "two-strangers" },
  ],
  sources: [
    { label: "RFC 9293 §3.4 (the four cases)", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4" },
    { label: "RFC 9293 §3.10.7.4, first check", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    { label: "RFC 9293 §3.8.4 (keep-alive)", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.8.4" },
    { label: "RFC 5961 §3.2", url: "https://www.rfc-editor.org/rfc/rfc5961#section-3.2" },
    { label: "Linux 6.18: recorded traces data-outside-window, rst-out-of-window; tcp_sequence()" },
  ],
  provenance: { questions: [], claims: [], notes: [] },
} satisfies CardSpec;
