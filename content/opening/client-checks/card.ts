import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 70,
  level: "senior",
  keyPoints: ["ack-range", "rst-and-stay", "rst-needs-ack", "syn-decides", "seq-unchecked", "else-dropped"],
  exercise: {
    kind: "predict",
    before: { arrival: { from: "server", of: "SYN-ACK", nth: 1, ghost: true } },
  },
  simulation: {
    scenario: { like: "wrong-ack-in-syn-sent" },
    shows: [
      {
        kind: "segments",
        from: "server",
        flags: ["SYN", "ACK"],
        are: [
          { seq: 0, ack: 1000, nature: "ghost" },
          { seq: 0, ack: 1, sentAtUs: 230_000, nature: "first" },
        ],
      },
      { kind: "segments", from: "client", flags: ["RST"], are: [{ seq: 1000, sentAtUs: 212_000 }] },
      { kind: "state", host: "client", state: "SYN-SENT", atUs: 239_999 },
      {
        kind: "segments",
        from: "client",
        flags: ["SYN"],
        are: [
          { seq: 0, sentAtUs: 0, nature: "first" },
          { seq: 0, sentAtUs: 220_000, nature: "resent" },
        ],
      },
      { kind: "segments", from: "client", flags: ["ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 240_000 }] },
      { kind: "state", host: "client", state: "ESTABLISHED", atUs: 240_000 },
      { kind: "ends", host: "server", state: "ESTABLISHED" },
    ],
    contrast: {
      label: { en: "The forged ack is right", zh: "伪造的确认号恰好正确" },
      change: { ghosts: [{ from: "server", arrivesAtUs: 212_000, flags: ["SYN", "ACK"], seq: 300, ack: 101 }] },
      shows: [
        { kind: "state", host: "client", state: "ESTABLISHED", atUs: 212_000 },
        { kind: "segments", from: "client", flags: ["RST"], are: [] },
        { kind: "ends", host: "client", state: "CLOSED" },
      ],
    },
  },
  requires: ["opening/three-segments", "opening/why-not-two"],
  followUps: [
    { card: "numbers/isn", probes: "ack-range" },
    { card: "opening/closed-port", probes: "rst-needs-ack" },
    { card: "opening/simultaneous-open", probes: "syn-decides" },
    { own: "timestamp-echo" },
  ],
  sources: [
    { label: "RFC 9293 §3.10.7.3", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.3" },
    { label: "RFC 9293 §3.5.2", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5.2" },
    { label: "RFC 9293 §3.5, figure 7", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5" },
    { label: "Linux 6.18: recorded trace synack-wrong-ack-in-syn-sent" },
    { label: "Linux 6.18: tcp_rcv_synsent_state_process (net/ipv4/tcp_input.c)" },
  ],
  provenance: {
    questions: [],
    claims: ["A32"],
    notes: [{ note: "001", heading: "1.简述tcp的三次握手" }],
  },
} satisfies CardSpec;
