import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 60,
  level: "mid",
  keyPoints: ["client-alone", "same-syn", "one-second", "linux-steps", "gives-up", "cannot-tell"],
  exercise: {
    kind: "predict",
    before: { timeout: "client", nth: 6 },
    vary: { profile: ["linux-6.18", "rfc9293"] },
  },
  simulation: {
    scenario: { like: "syn-gives-up" },
    shows: [
      {
        kind: "segments",
        from: "client",
        flags: ["SYN"],
        are: [
          { seq: 0, sentAtUs: 0, nature: "first" },
          { seq: 0, sentAtUs: 1_000_000, nature: "resent" },
          { seq: 0, sentAtUs: 2_000_000, nature: "resent" },
          { seq: 0, sentAtUs: 3_000_000, nature: "resent" },
          { seq: 0, sentAtUs: 4_000_000, nature: "resent" },
          { seq: 0, sentAtUs: 5_000_000, nature: "resent" },
          { seq: 0, sentAtUs: 7_000_000, nature: "resent" },
          { seq: 0, sentAtUs: 11_000_000, nature: "resent" },
          { seq: 0, sentAtUs: 19_000_000, nature: "resent" },
          { seq: 0, sentAtUs: 35_000_000, nature: "resent" },
          { seq: 0, sentAtUs: 67_000_000, nature: "resent" },
        ],
      },
      { kind: "state", host: "client", state: "SYN-SENT", atUs: 130_999_999 },
      { kind: "state", host: "client", state: "CLOSED", atUs: 131_000_000 },
      { kind: "fails", host: "client", failure: "timed out" },
      { kind: "never", host: "server", state: "SYN-RECEIVED" },
    ],
    contrast: {
      label: { en: "Only the first SYN is lost", zh: "只丢第一个 SYN" },
      change: { rules: [{ from: "client", of: "SYN", nth: 1, fate: "drop" }] },
      shows: [
        {
          kind: "segments",
          from: "client",
          flags: ["SYN"],
          are: [{ sentAtUs: 0 }, { sentAtUs: 1_000_000, nature: "resent" }],
        },
        { kind: "state", host: "client", state: "ESTABLISHED", atUs: 1_020_000 },
        { kind: "fails", host: "client", failure: null },
      ],
    },
  },
  requires: ["opening/three-segments"],
  followUps: [
    { card: "opening/lost-syn-ack", probes: "cannot-tell" },
    { card: "operation/many-syn-sent", probes: "gives-up" },
    { own: "first-text-after-loss" },
  ],
  sources: [
    { label: "RFC 6298 §2.1", url: "https://www.rfc-editor.org/rfc/rfc6298#section-2" },
    { label: "RFC 6298 §5.5 and §5.7", url: "https://www.rfc-editor.org/rfc/rfc6298#section-5" },
    { label: "RFC 9293 §3.8.3 (at least 3 minutes)", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.8.3" },
    { label: "Linux 6.18: tcp_syn_retries = 6, tcp_syn_linear_timeouts = 4 (since 6.5)" },
    { label: "Linux 6.18: recorded traces handshake-lost-syn, syn-no-answer-default, syn-no-answer-exponential" },
  ],
  provenance: { questions: [], claims: [], notes: [] },
} satisfies CardSpec;
