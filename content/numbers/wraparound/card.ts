import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 60,
  level: "mid",
  keyPoints: ["modulo", "circle", "half", "nothing-special", "time-to-wrap", "paws"],
  exercise: {
    kind: "fill",
    blanks: [
      { segment: { from: "server", of: "ACK", nth: 1 }, fields: ["ack"] },
      { segment: { from: "client", of: "DATA", nth: 2 }, fields: ["seq"] },
      { segment: { from: "server", of: "ACK", nth: 2 }, fields: ["ack"] },
      { segment: { from: "server", of: "ACK", nth: 3 }, fields: ["ack"] },
      { segment: { from: "client", of: "DATA", nth: 3 }, fields: ["seq"] },
    ],
    vary: { iss: "near-top", len: [60, 900] },
  },
  simulation: {
    scenario: {
      like: "open",
      iss: { client: 4_294_967_280, server: 300 },
      andThen: [
        { host: "client", atUs: 200_000, call: { kind: "send", len: 100 } },
        { host: "client", atUs: 400_000, call: { kind: "send", len: 100 } },
        { host: "client", atUs: 900_000, call: { kind: "send", len: 100 } },
      ],
      ghosts: [{ from: "client", arrivesAtUs: 700_000, flags: ["ACK"], seq: 4_294_967_281, ack: 301, len: 60 }],
      untilUs: 1_020_000,
    },
    shows: [
      {
        kind: "segments",
        from: "client",
        flags: ["PSH", "ACK"],
        are: [
          { seq: 1, len: 100, sentAtUs: 200_000 },
          { seq: 101, len: 100, sentAtUs: 400_000 },
          { seq: 201, len: 100, sentAtUs: 900_000 },
        ],
      },
      {
        kind: "segments",
        from: "server",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 101, sentAtUs: 250_000 },
          { seq: 1, ack: 201, sentAtUs: 450_000 },
          { seq: 1, ack: 201, sentAtUs: 700_000 },
          { seq: 1, ack: 301, sentAtUs: 950_000 },
        ],
      },
      { kind: "delivered", host: "server", bytes: 300 },
    ],
    contrast: {
      label: { en: "The same number on the wire, but still ahead", zh: "线路上号码相同，却还在前方" },
      change: { iss: { client: 4_294_967_020, server: 300 } },
      shows: [
        {
          kind: "segments",
          from: "server",
          flags: ["ACK"],
          are: [{ ack: 101 }, { ack: 201 }, { ack: 201 }, { ack: 321, sentAtUs: 950_000 }],
        },
        { kind: "delivered", host: "server", bytes: 320 },
      ],
    },
  },
  requires: ["numbers/flags-and-numbers", "numbers/takes-a-number"],
  followUps: [
    { card: "numbers/paws", probes: "paws" },
    { card: "numbers/window-check", probes: "circle" },
    { own: "window-limit" },
  ],
  sources: [
    { label: "RFC 9293 §3.4 (arithmetic modulo 2^32)", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4" },
    { label: "RFC 9293 §3.4.3 (time to wrap)", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4.3" },
    { label: "RFC 7323 §2.3 (windows up to 1 GiB)", url: "https://www.rfc-editor.org/rfc/rfc7323#section-2.3" },
    { label: "RFC 7323 §5 (PAWS)", url: "https://www.rfc-editor.org/rfc/rfc7323#section-5" },
    { label: "Linux 6.18: before() in include/net/tcp.h; recorded trace sequence-wraparound" },
  ],
  provenance: {
    questions: ["Q14"],
    claims: ["A41"],
    notes: [{ note: "004", heading: "TCP三次握手与四次挥手" }],
  },
} satisfies CardSpec;
