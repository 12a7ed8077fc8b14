import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 20,
  level: "junior",
  keyPoints: ["flags", "seq", "ack-next", "consumes", "bare-ack", "wrap"],
  exercise: {
    kind: "fill",
    blanks: [
      { segment: { from: "server", of: "SYN-ACK", nth: 1 }, fields: ["ack"] },
      { segment: { from: "client", of: "ACK", nth: 1 }, fields: ["seq"] },
      { segment: { from: "client", of: "DATA", nth: 1 }, fields: ["seq"] },
      { segment: { from: "server", of: "ACK", nth: 1 }, fields: ["ack"] },
      { segment: { from: "client", of: "FIN", nth: 1 }, fields: ["flags", "seq"] },
      { segment: { from: "server", of: "ACK", nth: 2 }, fields: ["ack"] },
      { segment: { from: "server", of: "FIN", nth: 1 }, fields: ["ack"] },
      { segment: { from: "client", of: "ACK", nth: 2 }, fields: ["seq", "ack"] },
    ],
    vary: { iss: "small", len: [2, 1400] },
  },
  simulation: {
    scenario: {
      like: "open",
      iss: { client: 4_294_967_293, server: 300 },
      andThen: [
        { host: "client", on: "ESTABLISHED", afterUs: 100_000, call: { kind: "send", len: 5 } },
        { host: "client", on: "ESTABLISHED", afterUs: 300_000, call: { kind: "close" } },
        { host: "server", on: "CLOSE-WAIT", afterUs: 100_000, call: { kind: "close" } },
      ],
      untilUs: 5_000_000,
    },
    shows: [
      { kind: "segments", from: "client", flags: ["SYN"], are: [{ seq: 0, len: 0 }] },
      { kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ seq: 0, ack: 1 }] },
      {
        kind: "segments",
        from: "client",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 1, len: 0 },
          { seq: 7, ack: 2, len: 0 },
        ],
      },
      { kind: "segments", from: "client", flags: ["PSH", "ACK"], are: [{ seq: 1, ack: 1, len: 5 }] },
      { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 6, ack: 1, len: 0 }] },
      {
        kind: "segments",
        from: "server",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 6, len: 0 },
          { seq: 1, ack: 7, len: 0 },
        ],
      },
      { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 7, len: 0 }] },
      { kind: "delivered", host: "server", bytes: 5 },
      { kind: "ends", host: "server", state: "CLOSED" },
    ],
    contrast: {
      label: { en: "No data is sent", zh: "不发数据" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", on: "ESTABLISHED", afterUs: 300_000, call: { kind: "close" } },
          { host: "server", on: "CLOSE-WAIT", afterUs: 100_000, call: { kind: "close" } },
        ],
      },
      shows: [
        { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 1, len: 0 }] },
        { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 1, ack: 2, len: 0 }] },
      ],
    },
  },
  requires: ["opening/three-segments"],
  followUps: [
    { card: "numbers/ack-is-next", probes: "ack-next" },
    { card: "numbers/takes-a-number", probes: "consumes" },
    { card: "numbers/wraparound", probes: "wrap" },
    { card: "numbers/paws" },
  ],
  sources: [
    { label: "RFC 9293 §3.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.1" },
    { label: "RFC 9293 §3.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4" },
    { label: "RFC 9293 §3.4.3 (time to wrap)", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4.3" },
    { label: "RFC 9293 §3.5, figure 6", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5" },
    { label: "RFC 6298 §2.4", url: "https://www.rfc-editor.org/rfc/rfc6298#section-2" },
    { label: "RFC 9114 §1 (HTTP/3 over QUIC)", url: "https://www.rfc-editor.org/rfc/rfc9114#section-1" },
  ],
  provenance: {
    questions: ["Q14"],
    claims: ["A23", "A24", "A41", "A43"],
    notes: [
      { note: "003", heading: "1.三次握手" },
      { note: "004", heading: "HTTP之…" },
      { note: "004", heading: "TCP三次…" },
    ],
  },
} satisfies CardSpec;
