import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 10,
  level: "junior",
  keyPoints: ["flags", "snd-nxt", "fin-counts", "w-and-v", "states"],
  exercise: {
    kind: "fill",
    blanks: [
      { segment: { from: "client", of: "FIN", nth: 1 }, fields: ["flags", "seq"], states: ["client", "server"] },
      { segment: { from: "server", of: "ACK", nth: 1 }, fields: ["seq", "ack"], states: ["client"] },
      { segment: { from: "server", of: "FIN", nth: 1 }, fields: ["flags", "seq", "ack"], states: ["server"] },
      { segment: { from: "client", of: "ACK", nth: 2 }, fields: ["seq", "ack"], states: ["client", "server"] },
    ],
    vary: { iss: "small", delayMs: [20, 200] },
  },
  simulation: {
    scenario: {
      like: "open-and-close",
    },
    shows: [
      { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 400_000 }] },
      { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 1, ack: 2, sentAtUs: 450_000 }] },
      { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 2, sentAtUs: 550_000 }] },
      {
        kind: "segments",
        from: "client",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 1, sentAtUs: 100_000 },
          { seq: 2, ack: 2, sentAtUs: 600_000 },
        ],
      },
      { kind: "segments", from: "client", flags: ["FIN"], are: [] },
      { kind: "segments", from: "server", flags: ["FIN"], are: [] },
      { kind: "state", host: "client", state: "FIN-WAIT-1", atUs: 499_999 },
      { kind: "state", host: "client", state: "FIN-WAIT-2", atUs: 500_000 },
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 600_000 },
      { kind: "state", host: "server", state: "CLOSE-WAIT", atUs: 549_999 },
      { kind: "state", host: "server", state: "LAST-ACK", atUs: 550_000 },
      { kind: "state", host: "server", state: "CLOSED", atUs: 650_000 },
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 240_599_999 },
      { kind: "ends", host: "client", state: "CLOSED" },
    ],
    contrast: {
      label: { en: "The server still has 20 bytes to send", zh: "服务器还有 20 字节要发" },
      change: { andThen: [{ host: "server", on: "CLOSE-WAIT", afterUs: 50_000, call: { kind: "send", len: 20 } }] },
      shows: [
        { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 21, ack: 2, sentAtUs: 550_000 }] },
      ],
    },
  },
  requires: ["opening/three-segments", "numbers/flags-and-numbers"],
  followUps: [
    { card: "closing/why-four" },
    { card: "closing/fin-numbers", probes: "snd-nxt" },
    { card: "closing/lost-fin", probes: "fin-counts" },
    { card: "closing/simultaneous-close" },
  ],
  sources: [
    { label: "RFC 9293 §3.6, Figure 12", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6" },
    { label: "RFC 9293 §3.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4" },
    { label: "RFC 9293 §3.4.2: MSL is 2 minutes", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4.2" },
    { label: "RFC 9293 §3.10.7.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    { label: "Linux 6.18: TCP_TIMEWAIT_LEN = 60 s (include/net/tcp.h)" },
  ],
  provenance: {
    questions: ["Q6"],
    claims: ["A10", "A23", "A38"],
    notes: [
      { note: "000", heading: "四次挥手" },
      { note: "001", heading: "4.四次挥手" },
      { note: "002", heading: "四次挥手" },
      { note: "003", heading: "2.四次挥手" },
      { note: "004", heading: "TCP三次握手与四次挥手" },
    ],
  },
} satisfies CardSpec;
