import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 10,
  level: "junior",
  keyPoints: ["syn", "syn-ack", "ack", "plus-one", "not-at-once"],
  exercise: {
    kind: "fill",
    blanks: [
      { segment: { from: "client", of: "SYN", nth: 1 }, states: ["client"] },
      { segment: { from: "server", of: "SYN-ACK", nth: 1 }, fields: ["flags", "ack"], states: ["server"] },
      { segment: { from: "client", of: "ACK", nth: 1 }, fields: ["flags", "seq", "ack"], states: ["client", "server"] },
    ],
    vary: { iss: "small", delayMs: [20, 200] },
  },
  simulation: {
    scenario: { like: "open" },
    shows: [
      { kind: "state", host: "server", state: "LISTEN", atUs: 49_999 },
      { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 50_000 },
      { kind: "state", host: "client", state: "SYN-SENT", atUs: 99_999 },
      { kind: "state", host: "client", state: "ESTABLISHED", atUs: 100_000 },
      { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 149_999 },
      { kind: "state", host: "server", state: "ESTABLISHED", atUs: 150_000 },
      { kind: "segments", from: "client", flags: ["SYN"], are: [{ seq: 0, len: 0, sentAtUs: 0 }] },
      { kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ seq: 0, ack: 1, sentAtUs: 50_000 }] },
      { kind: "segments", from: "client", flags: ["ACK"], are: [{ seq: 1, ack: 1, len: 0, sentAtUs: 100_000 }] },
    ],
    contrast: {
      label: { en: "The third segment is lost", zh: "第三个报文段丢失" },
      change: { rules: [{ from: "client", of: "ACK", nth: 1, fate: "drop" }], untilUs: 900_000 },
      shows: [
        { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 150_000 },
        { kind: "ends", host: "server", state: "SYN-RECEIVED" },
      ],
    },
  },
  followUps: [
    { card: "opening/why-three" },
    { card: "opening/lost-final-ack", probes: "not-at-once" },
    { own: "checks-ack", probes: "plus-one" },
  ],
  sources: [
    { label: "RFC 9293 §3.5, figure 6", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5" },
    { label: "RFC 9293 §3.10.7.3", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.3" },
    { label: "RFC 9293 §3.10.7.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    { label: "RFC 6298 §2.1", url: "https://www.rfc-editor.org/rfc/rfc6298#section-2" },
    { label: "Linux 6.18: ss shows SYN-RECEIVED as SYN-RECV" },
  ],
  provenance: {
    questions: ["Q1"],
    claims: ["A1", "A2", "A32", "A36", "A37"],
    notes: [
      { note: "000", heading: "三次握手四次挥手" },
      { note: "001", heading: "1.简述tcp的三次握手" },
      { note: "002", heading: "三次握手" },
      { note: "003", heading: "1.三次握手" },
      { note: "003", heading: "1.三次握手简化版" },
      { note: "004", heading: "TCP三次握手与四次挥手" },
    ],
  },
} satisfies CardSpec;
