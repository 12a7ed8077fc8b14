import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 15,
  level: "mid",
  keyPoints: ["client-on-syn-ack", "server-on-ack", "in-between", "no-half", "closed-on-last-ack", "closed-after-wait"],
  exercise: {
    kind: "choice",
    options: ["when-sent", "client-receives", "any-ack", "one-direction", "accept", "closed-first"],
    right: ["client-receives", "any-ack", "closed-first"],
  },
  simulation: {
    scenario: { like: "open-and-close" },
    shows: [
      { kind: "state", host: "client", state: "SYN-SENT", atUs: 99_999 },
      { kind: "state", host: "client", state: "ESTABLISHED", atUs: 100_000 },
      { kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ seq: 0, ack: 1, sentAtUs: 50_000 }] },
      { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 149_999 },
      { kind: "state", host: "server", state: "ESTABLISHED", atUs: 150_000 },
      { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ sentAtUs: 550_000 }] },
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 600_000 },
      { kind: "state", host: "server", state: "LAST-ACK", atUs: 649_999 },
      { kind: "state", host: "server", state: "CLOSED", atUs: 650_000 },
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 240_599_999 },
      { kind: "state", host: "client", state: "CLOSED", atUs: 240_600_000 },
    ],
    contrast: {
      label: { en: "The third segment is lost", zh: "第三个报文段丢失" },
      change: { rules: [{ from: "client", of: "ACK", nth: 1, fate: "drop" }] },
      shows: [
        { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 150_000 },
        { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 449_999 },
      ],
    },
  },
  requires: ["opening/three-segments"],
  followUps: [
    { card: "opening/lost-final-ack", probes: "in-between" },
    { card: "listening/before-accept", probes: "server-on-ack" },
    { card: "closing/time-wait", probes: "closed-after-wait" },
    { own: "when-the-client-knows" },
  ],
  sources: [
    { label: "RFC 9293 §3.3.2", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.3.2" },
    { label: "RFC 9293 §3.10.2 (SEND)", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.2" },
    { label: "RFC 9293 §3.10.7.3", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.3" },
    { label: "RFC 9293 §3.10.7.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    { label: "Linux 6.18: recorded traces handshake-normal, established-before-accept, close-four-segments" },
  ],
  provenance: {
    questions: ["Q15"],
    claims: ["A34", "A40"],
    notes: [
      { note: "002", heading: "（3）第三次握手" },
      { note: "004", heading: "TCP三次握手与四次挥手" },
    ],
  },
} satisfies CardSpec;
