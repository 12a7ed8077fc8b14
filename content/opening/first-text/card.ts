import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 45,
  level: "mid",
  keyPoints: ["same-numbers", "completes", "delivered", "nobody-notices", "exceptions"],
  exercise: {
    kind: "fill",
    blanks: [
      { segment: { from: "server", of: "SYN-ACK", nth: 1 }, states: ["server"] },
      { segment: { from: "client", of: "ACK", nth: 1 }, states: ["client"] },
      { segment: { from: "client", of: "DATA", nth: 1 }, fields: ["seq", "ack"], states: ["server"] },
      { segment: { from: "server", of: "ACK", nth: 1 }, fields: ["flags", "ack"] },
    ],
    vary: { iss: "small", delayMs: [20, 200], len: [10, 900] },
  },
  simulation: {
    scenario: {
      like: "lost-final-ack",
      delayUs: 50_000,
      andThen: [{ host: "client", on: "ESTABLISHED", afterUs: 0, call: { kind: "send", len: 500 } }],
    },
    shows: [
      { kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ seq: 0, ack: 1, sentAtUs: 50_000 }] },
      { kind: "segments", from: "client", flags: ["ACK"], are: [{ seq: 1, ack: 1, len: 0, sentAtUs: 100_000 }] },
      {
        kind: "segments",
        from: "client",
        flags: ["PSH", "ACK"],
        are: [{ seq: 1, ack: 1, len: 500, sentAtUs: 100_000, nature: "first" }],
      },
      { kind: "state", host: "client", state: "ESTABLISHED", atUs: 100_000 },
      { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 149_999 },
      { kind: "state", host: "server", state: "ESTABLISHED", atUs: 150_000 },
      { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 1, ack: 501, sentAtUs: 150_000 }] },
      { kind: "segments", from: "server", flags: ["RST"], are: [] },
      { kind: "delivered", host: "server", bytes: 500 },
    ],
    contrast: {
      label: { en: "The client sends nothing", zh: "客户端不发数据" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
        ],
      },
      shows: [
        { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 1_149_999 },
        {
          kind: "segments",
          from: "server",
          flags: ["SYN", "ACK"],
          are: [{ sentAtUs: 50_000 }, { sentAtUs: 1_050_000, nature: "resent" }],
        },
      ],
    },
  },
  requires: ["opening/three-segments", "opening/lost-final-ack"],
  followUps: [
    { card: "opening/data-in-handshake", probes: "same-numbers" },
    { card: "listening/accept-queue-overflow", probes: "exceptions" },
    { own: "server-first" },
  ],
  sources: [
    { label: "RFC 9293 §3.10.7.4, fifth step", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    { label: "RFC 9293 §3.5, figure 6", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5" },
    { label: "RFC 4987 §3.6", url: "https://www.rfc-editor.org/rfc/rfc4987#section-3.6" },
    { label: "Linux 6.18: recorded trace handshake-lost-final-ack-client-data" },
    { label: "Linux 6.18: recorded trace handshake-giveup-default; tcp_synack_retries = 5, tcp_abort_on_overflow = 0" },
  ],
  provenance: {
    questions: ["Q4"],
    claims: ["A8", "A9"],
    notes: [{ note: "000", heading: "TCP三次握手中，最后一次回复丢失…" }],
  },
} satisfies CardSpec;
