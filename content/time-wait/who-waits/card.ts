import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 10,
  level: "mid",
  keyPoints: ["active-closer", "not-the-client", "both", "neither", "why-that-side"],
  exercise: {
    kind: "fill",
    blanks: [
      { segment: { from: "client", of: "FIN", nth: 1 }, states: ["server"] },
      { segment: { from: "server", of: "FIN", nth: 1 }, states: ["client"] },
      { segment: { from: "server", of: "ACK", nth: 1 }, states: ["client"] },
      { segment: { from: "client", of: "ACK", nth: 2 }, states: ["server"] },
    ],
    vary: { iss: "small", delayMs: [20, 180] },
  },
  simulation: {
    scenario: {
      like: "open",
      andThen: [
        { host: "client", atUs: 1_000_000, call: { kind: "close" } },
        { host: "server", atUs: 1_102_500, call: { kind: "close" } },
      ],
    },
    shows: [
      { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 1_000_000 }] },
      { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 2, sentAtUs: 1_102_500 }] },
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 1_152_500 },
      { kind: "state", host: "server", state: "LAST-ACK", atUs: 1_202_499 },
      { kind: "state", host: "server", state: "CLOSED", atUs: 1_202_500 },
      { kind: "never", host: "server", state: "TIME-WAIT" },
      { kind: "never", host: "client", state: "CLOSING" },
    ],
    contrast: {
      label: { en: "The FINs cross", zh: "两个 FIN 在途中交错" },
      change: { delayUs: 150_000 },
      shows: [
        { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 1_102_500 }] },
        { kind: "state", host: "server", state: "CLOSING", atUs: 1_150_000 },
        { kind: "state", host: "server", state: "TIME-WAIT", atUs: 1_402_500 },
      ],
    },
  },
  requires: ["closing/four-segments", "closing/time-wait"],
  followUps: [
    { card: "closing/simultaneous-close", probes: "both" },
    { card: "time-wait/linger-zero", probes: "neither" },
    { card: "time-wait/many" },
    { own: "let-the-client" },
  ],
  sources: [
    { label: "RFC 9293 §3.6, figures 12 and 13", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6" },
    { label: "RFC 9293 §3.10.7.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    { label: "Linux 6.18: recorded traces close-four-segments, simultaneous-close, fin-wait-2-timeout-default" },
  ],
  provenance: {
    questions: ["Q9", "Q12"],
    claims: ["A28"],
    notes: [
      { note: "001", heading: "4.四次挥手" },
      { note: "000", heading: "为什么客户端最后还要等待2MSL？…" },
    ],
  },
} satisfies CardSpec;
