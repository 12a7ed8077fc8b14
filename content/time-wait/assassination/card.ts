import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 95,
  level: "senior",
  keyPoints: ["late-segment", "closed-answers-rst", "exact", "hazards", "rfc1337", "linux"],
  exercise: {
    kind: "predict",
    before: { arrival: { from: "client", of: "ACK", nth: 4 } },
    vary: { iss: "small", delayMs: [20, 80], len: [1, 999], profile: ["linux-6.18", "rfc9293"] },
  },
  simulation: {
    scenario: { like: "time-wait-assassination" },
    shows: [
      {
        kind: "segments",
        from: "client",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 1, sentAtUs: 100_000 },
          { seq: 1, ack: 6, sentAtUs: 350_000 },
          { seq: 2, ack: 7, sentAtUs: 700_000 },
          { seq: 2, ack: 7, sentAtUs: 2_350_000 },
        ],
      },
      { kind: "segments", from: "server", flags: ["RST"], are: [{ seq: 7, sentAtUs: 2_400_000 }] },
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 700_000 },
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 2_449_999 },
      { kind: "state", host: "client", state: "CLOSED", atUs: 2_450_000 },
      { kind: "delivered", host: "client", bytes: 5 },
    ],
    contrast: {
      label: { en: "With tcp_rfc1337 = 1", zh: "设 tcp_rfc1337 = 1" },
      change: { settings: { ignoresResetInTimeWait: true } },
      shows: [
        { kind: "state", host: "client", state: "TIME-WAIT", atUs: 2_450_000 },
        { kind: "state", host: "client", state: "TIME-WAIT", atUs: 62_349_999 },
      ],
    },
  },
  requires: ["closing/time-wait", "time-wait/late-fin", "time-wait/old-text"],
  followUps: [
    { card: "resets/numbers-of-a-reset", probes: "closed-answers-rst" },
    { card: "resets/blind-reset", probes: "exact" },
    { card: "time-wait/new-syn" },
    { own: "why-off" },
  ],
  sources: [
    { label: "RFC 1337, sections 1 to 3", url: "https://www.rfc-editor.org/rfc/rfc1337" },
    { label: "RFC 9293 §3.10.7.4, TIME-WAIT", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    {
      label: "RFC 9293 §3.10.7.1: a segment for CLOSED",
      url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.1",
    },
    { label: "Linux 6.18: tcp_rfc1337 (0), tcp_timewait_state_process" },
    { label: "Linux 6.18: recorded traces rst-in-time-wait, old-duplicate-syn-time-wait" },
  ],
  provenance: { questions: [], claims: [], notes: [] },
} satisfies CardSpec;
