import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 30,
  level: "junior",
  keyPoints: ["syn-fin", "bytes", "bare-ack", "sum", "why"],
  exercise: {
    kind: "fill",
    blanks: [
      { segment: { from: "server", of: "SYN-ACK", nth: 1 }, fields: ["ack"] },
      { segment: { from: "client", of: "DATA", nth: 1 }, fields: ["seq"] },
      { segment: { from: "server", of: "ACK", nth: 1 }, fields: ["seq", "ack"] },
      { segment: { from: "server", of: "DATA", nth: 1 }, fields: ["seq"] },
      { segment: { from: "client", of: "FIN", nth: 1 }, fields: ["seq", "ack"] },
      { segment: { from: "server", of: "ACK", nth: 2 }, fields: ["ack"] },
      { segment: { from: "server", of: "FIN", nth: 1 }, fields: ["seq"] },
      { segment: { from: "client", of: "ACK", nth: 3 }, fields: ["seq", "ack"] },
    ],
    vary: { iss: "small", len: [10, 900] },
  },
  simulation: {
    scenario: {
      like: "open",
      andThen: [
        { host: "client", on: "ESTABLISHED", afterUs: 100_000, call: { kind: "send", len: 120 } },
        { host: "server", on: "ESTABLISHED", afterUs: 200_000, call: { kind: "send", len: 80 } },
        { host: "client", on: "ESTABLISHED", afterUs: 600_000, call: { kind: "close" } },
        { host: "server", on: "CLOSE-WAIT", afterUs: 100_000, call: { kind: "close" } },
      ],
      untilUs: 5_000_000,
    },
    shows: [
      { kind: "segments", from: "client", flags: ["SYN"], are: [{ seq: 0, len: 0 }] },
      { kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ seq: 0, ack: 1, len: 0 }] },
      {
        kind: "segments",
        from: "client",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 1, len: 0 },
          { seq: 121, ack: 81, len: 0 },
          { seq: 122, ack: 82, len: 0 },
        ],
      },
      { kind: "segments", from: "client", flags: ["PSH", "ACK"], are: [{ seq: 1, ack: 1, len: 120 }] },
      { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 121, ack: 81, len: 0 }] },
      {
        kind: "segments",
        from: "server",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 121 },
          { seq: 81, ack: 122 },
        ],
      },
      { kind: "segments", from: "server", flags: ["PSH", "ACK"], are: [{ seq: 1, ack: 121, len: 80 }] },
      { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 81, ack: 122 }] },
    ],
    contrast: {
      label: { en: "No data: only SYN, FIN and bare ACKs", zh: "没有数据：只有 SYN、FIN 和纯 ACK" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", on: "ESTABLISHED", afterUs: 600_000, call: { kind: "close" } },
          { host: "server", on: "CLOSE-WAIT", afterUs: 100_000, call: { kind: "close" } },
        ],
      },
      shows: [
        { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 1 }] },
        { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 1, ack: 2 }] },
        {
          kind: "segments",
          from: "client",
          flags: ["ACK"],
          are: [
            { seq: 1, ack: 1 },
            { seq: 2, ack: 2 },
          ],
        },
      ],
    },
  },
  requires: ["numbers/flags-and-numbers"],
  followUps: [
    { card: "numbers/ack-is-next", probes: "sum" },
    { card: "closing/fin-numbers", probes: "syn-fin" },
    { own: "rst-number" },
  ],
  sources: [
    {
      label: "RFC 9293 §3.4 (SYN and FIN in the sequence space)",
      url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4",
    },
    {
      label: "RFC 9293 §3.5, figure 6 and the note after it",
      url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5",
    },
    { label: "RFC 9293 §3.6, figure 12", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6" },
    { label: "Linux 6.18: recorded traces handshake-normal, close-four-segments" },
  ],
  provenance: {
    questions: ["Q14"],
    claims: ["A10", "A23", "A24"],
    notes: [
      { note: "001", heading: "4.四次挥手" },
      { note: "003", heading: "1.三次握手" },
    ],
  },
} satisfies CardSpec;
