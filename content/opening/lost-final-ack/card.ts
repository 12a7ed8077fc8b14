import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 40,
  level: "mid",
  keyPoints: ["asymmetry", "server-repeats", "backoff", "data-completes", "give-up"],
  exercise: {
    kind: "fill",
    blanks: [
      { segment: { from: "client", of: "ACK", nth: 1 }, states: ["client"] },
      {
        segment: { from: "server", of: "SYN-ACK", nth: 2 },
        fields: ["flags", "seq", "ack"],
        states: ["server", "client"],
      },
      { segment: { from: "client", of: "ACK", nth: 2 }, fields: ["flags", "seq", "ack"], states: ["server"] },
    ],
    vary: { iss: "small", delayMs: [20, 200] },
  },
  simulation: {
    scenario: { like: "lost-final-ack", delayUs: 50_000 },
    shows: [
      { kind: "state", host: "client", state: "ESTABLISHED", atUs: 100_000 },
      { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 1_149_999 },
      {
        kind: "segments",
        from: "server",
        flags: ["SYN", "ACK"],
        are: [
          { seq: 0, ack: 1, sentAtUs: 50_000, nature: "first" },
          { seq: 0, ack: 1, sentAtUs: 1_050_000, nature: "resent" },
        ],
      },
      { kind: "ends", host: "server", state: "ESTABLISHED" },
    ],
    contrast: {
      label: { en: "The ACK arrives", zh: "ACK 没有丢" },
      change: { rules: [] },
      shows: [
        { kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ seq: 0, ack: 1, sentAtUs: 50_000 }] },
        { kind: "state", host: "server", state: "ESTABLISHED", atUs: 150_000 },
      ],
    },
  },
  requires: ["opening/three-segments"],
  followUps: [
    { card: "opening/first-text", probes: "data-completes" },
    { card: "listening/syn-ack-gives-up", probes: "give-up" },
    { card: "listening/accept-queue-overflow" },
  ],
  sources: [
    { label: "RFC 9293 §3.10.7.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    { label: "RFC 6298 §5", url: "https://www.rfc-editor.org/rfc/rfc6298#section-5" },
    {
      label: "Linux 6.18: tcp_synack_retries = 5",
      url: "https://docs.kernel.org/networking/ip-sysctl.html",
    },
    {
      label:
        "Linux 6.18: recorded traces handshake-lost-final-ack-idle, handshake-lost-final-ack-client-data, handshake-giveup-default",
    },
  ],
  provenance: {
    questions: ["Q4"],
    claims: ["A6", "A7", "A8", "A9"],
    notes: [{ note: "000", heading: "TCP三次握手中，最后一次回复丢失…" }],
  },
} satisfies CardSpec;
