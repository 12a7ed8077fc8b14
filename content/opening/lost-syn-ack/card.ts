import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 65,
  level: "mid",
  keyPoints: ["client-blind", "both-repeat", "same-isns", "repeated-syn", "third-completes"],
  exercise: {
    kind: "order",
    vary: {
      iss: "small",
      delayMs: [20, 200],
      rules: [
        [{ from: "server", of: "SYN-ACK", nth: 1, fate: "drop" }],
        [
          { from: "server", of: "SYN-ACK", nth: 1, fate: "drop" },
          { from: "client", of: "SYN", nth: 2, fate: "drop" },
        ],
        [
          { from: "server", of: "SYN-ACK", nth: 1, fate: "drop" },
          { from: "server", of: "SYN-ACK", nth: 2, fate: "drop" },
        ],
        [
          { from: "server", of: "SYN-ACK", nth: 1, fate: "drop" },
          { from: "client", of: "ACK", nth: 1, fate: "drop" },
        ],
      ],
    },
  },
  simulation: {
    scenario: { like: "lost-syn-ack", profile: "linux-6.18" },
    shows: [
      { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 50_000 },
      { kind: "state", host: "client", state: "SYN-SENT", atUs: 1_099_999 },
      {
        kind: "segments",
        from: "client",
        flags: ["SYN"],
        are: [
          { seq: 0, sentAtUs: 0, nature: "first" },
          { seq: 0, sentAtUs: 1_000_000, nature: "resent" },
        ],
      },
      {
        kind: "segments",
        from: "server",
        flags: ["SYN", "ACK"],
        are: [
          { seq: 0, ack: 1, sentAtUs: 50_000, nature: "first" },
          { seq: 0, ack: 1, sentAtUs: 1_050_000, nature: "resent" },
        ],
      },
      { kind: "segments", from: "client", flags: ["ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 1_100_000 }] },
      { kind: "state", host: "client", state: "ESTABLISHED", atUs: 1_100_000 },
      { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 1_149_999 },
      { kind: "state", host: "server", state: "ESTABLISHED", atUs: 1_150_000 },
    ],
    contrast: {
      label: { en: "The SYN is lost instead", zh: "丢的是 SYN" },
      change: { rules: [{ from: "client", of: "SYN", nth: 1, fate: "drop" }] },
      shows: [
        { kind: "state", host: "server", state: "LISTEN", atUs: 1_049_999 },
        {
          kind: "segments",
          from: "server",
          flags: ["SYN", "ACK"],
          are: [{ seq: 0, ack: 1, sentAtUs: 1_050_000, nature: "first" }],
        },
      ],
    },
  },
  requires: ["opening/three-segments", "opening/lost-syn"],
  followUps: [
    { card: "listening/syn-ack-gives-up", probes: "both-repeat" },
    { card: "opening/lost-final-ack", probes: "third-completes" },
    { own: "other-isn" },
  ],
  sources: [
    { label: "RFC 6298 §2.1 and §5.5", url: "https://www.rfc-editor.org/rfc/rfc6298#section-5" },
    { label: "RFC 9293 §3.10.7.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    { label: "Linux 6.18: net/ipv4/tcp_minisocks.c, tcp_check_req; tcp_synack_retries = 5" },
  ],
  provenance: { questions: [], claims: [], notes: [] },
} satisfies CardSpec;
