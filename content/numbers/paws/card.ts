import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 70,
  level: "senior",
  keyPoints: ["timestamps", "rule", "reaction", "why", "both-syns", "not-a-clock"],
  exercise: { kind: "choice", options: ["deliver", "silent", "ack", "rst"], right: ["ack"] },
  simulation: {
    scenario: { like: "paws-old-duplicate" },
    shows: [
      {
        kind: "segments",
        from: "client",
        flags: ["PSH", "ACK"],
        are: [
          { seq: 6, ack: 1, len: 5, nature: "ghost" },
          { seq: 1, ack: 1, len: 5, sentAtUs: 230_000, nature: "first" },
          { seq: 6, ack: 1, len: 5, sentAtUs: 1_230_000, nature: "first" },
        ],
      },
      {
        kind: "segments",
        from: "server",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 6, sentAtUs: 240_000 },
          { seq: 1, ack: 6, sentAtUs: 700_000 },
          { seq: 1, ack: 11, sentAtUs: 1_240_000 },
        ],
      },
      { kind: "segments", from: "server", flags: ["RST"], are: [] },
      { kind: "delivered", host: "server", bytes: 10 },
    ],
    contrast: {
      label: { en: "Without timestamps", zh: "没有时间戳" },
      change: { settings: { timestamps: false } },
      shows: [
        {
          kind: "segments",
          from: "server",
          flags: ["ACK"],
          are: [
            { ack: 6, sentAtUs: 240_000 },
            { ack: 11, sentAtUs: 700_000 },
            { ack: 11, sentAtUs: 720_000 },
            { ack: 11, sentAtUs: 1_240_000 },
          ],
        },
      ],
    },
  },
  requires: ["numbers/wraparound", "numbers/window-check"],
  followUps: [
    { card: "numbers/options-on-syn", probes: "both-syns" },
    { card: "time-wait/reuse-sysctls" },
    { own: "clock-wraps", probes: "not-a-clock" },
  ],
  sources: [
    { label: "RFC 7323 §5.3 (the rules of PAWS)", url: "https://www.rfc-editor.org/rfc/rfc7323#section-5.3" },
    { label: "RFC 7323 §5.4 and §5.5 (clock, 24 days)", url: "https://www.rfc-editor.org/rfc/rfc7323#section-5.4" },
    { label: "RFC 7323 §3.2 (both sides must offer it)", url: "https://www.rfc-editor.org/rfc/rfc7323#section-3.2" },
    { label: "Linux 6.18: net/ipv4/tcp_input.c, tcp_validate_incoming; tcp_timestamps = 1" },
  ],
  provenance: { questions: [], claims: [], notes: [] },
} satisfies CardSpec;
