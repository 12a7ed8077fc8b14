import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 75,
  level: "mid",
  keyPoints: ["unaware-peer", "takes-a-number", "when", "doubling", "both-fins"],
  exercise: { kind: "predict", before: { timeout: "client", nth: 1 }, vary: { delayMs: [5, 50] } },
  simulation: {
    scenario: { like: "lost-fin" },
    shows: [
      {
        kind: "segments",
        from: "client",
        flags: ["FIN", "ACK"],
        are: [
          { seq: 1, ack: 1, sentAtUs: 230_000, nature: "first" },
          { seq: 1, ack: 1, sentAtUs: 450_000, nature: "resent" },
        ],
      },
      { kind: "state", host: "server", state: "ESTABLISHED", atUs: 459_999 },
      { kind: "state", host: "server", state: "CLOSE-WAIT", atUs: 460_000 },
      { kind: "state", host: "client", state: "FIN-WAIT-1", atUs: 473_999 },
      { kind: "state", host: "client", state: "FIN-WAIT-2", atUs: 474_000 },
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 670_000 },
      { kind: "ends", host: "server", state: "CLOSED" },
    ],
    contrast: {
      label: { en: "Without the loss", zh: "没有丢包" },
      change: { rules: [] },
      shows: [
        { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 230_000 }] },
        { kind: "state", host: "server", state: "CLOSE-WAIT", atUs: 240_000 },
      ],
    },
  },
  requires: ["closing/four-segments", "closing/fin-numbers"],
  followUps: [
    { card: "closing/fin-gives-up", probes: "doubling" },
    { card: "closing/lost-last-ack", probes: "both-fins" },
    { own: "who-wrote-last" },
  ],
  sources: [
    { label: "RFC 9293 §3.8.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.8.1" },
    { label: "RFC 6298 §2 and §5", url: "https://www.rfc-editor.org/rfc/rfc6298#section-2" },
    { label: "RFC 8985 §7 (tail-loss probe)", url: "https://www.rfc-editor.org/rfc/rfc8985#section-7" },
    { label: "Linux 6.18: recorded trace lost-fin" },
    {
      label: "Linux 6.18: tcp_rto_min_us = 200 ms",
      url: "https://docs.kernel.org/networking/ip-sysctl.html",
    },
  ],
  provenance: {
    questions: ["Q6"],
    claims: [],
    notes: [{ note: "001", heading: "4.四次挥手" }],
  },
} satisfies CardSpec;
