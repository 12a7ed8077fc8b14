import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 70,
  level: "mid",
  keyPoints: ["flag-letters", "opening-pattern", "relative-numbers", "ack-orders", "first-fin", "viewpoint"],
  exercise: { kind: "order", vary: { iss: "small", delayMs: [10, 200], len: [10, 900] } },
  simulation: {
    scenario: {
      like: "open",
      andThen: [
        { host: "client", on: "ESTABLISHED", afterUs: 10_000, call: { kind: "send", len: 80 } },
        { host: "server", on: "ESTABLISHED", afterUs: 1_000_000, call: { kind: "close" } },
        { host: "client", on: "CLOSE-WAIT", afterUs: 200_000, call: { kind: "close" } },
      ],
    },
    shows: [
      { kind: "segments", from: "client", flags: ["SYN"], are: [{ seq: 0, sentAtUs: 0 }] },
      { kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ seq: 0, ack: 1, sentAtUs: 50_000 }] },
      {
        kind: "segments",
        from: "client",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 1, sentAtUs: 100_000 },
          { seq: 81, ack: 2, sentAtUs: 1_200_000 },
        ],
      },
      { kind: "segments", from: "client", flags: ["PSH", "ACK"], are: [{ seq: 1, ack: 1, len: 80 }] },
      {
        kind: "segments",
        from: "server",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 81 },
          { seq: 2, ack: 82, sentAtUs: 1_450_000 },
        ],
      },
      { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 81, sentAtUs: 1_150_000 }] },
      { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 81, ack: 2, sentAtUs: 1_400_000 }] },
      { kind: "state", host: "server", state: "TIME-WAIT", atUs: 1_450_000 },
      { kind: "ends", host: "client", state: "CLOSED" },
    ],
    contrast: {
      label: { en: "The client aborts instead of closing", zh: "客户端不正常关闭，而是中止" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", on: "ESTABLISHED", afterUs: 10_000, call: { kind: "send", len: 80 } },
          { host: "server", on: "ESTABLISHED", afterUs: 1_000_000, call: { kind: "close" } },
          { host: "client", on: "CLOSE-WAIT", afterUs: 200_000, call: { kind: "abort" } },
        ],
      },
      shows: [
        { kind: "segments", from: "client", flags: ["RST", "ACK"], are: [{ seq: 81, ack: 2, sentAtUs: 1_400_000 }] },
        { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [] },
        { kind: "never", host: "server", state: "TIME-WAIT" },
      ],
    },
  },
  requires: ["opening/three-segments", "closing/four-segments", "numbers/ack-is-next"],
  followUps: [
    { card: "closing/three-segment-close", probes: "first-fin" },
    { card: "resets/when-sent", probes: "flag-letters" },
    { own: "two-captures", probes: "viewpoint" },
    { own: "syn-repeated" },
  ],
  sources: [
    {
      label: "RFC 9293 §3.5, figure 6, and §3.6, figure 12",
      url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6",
    },
    { label: "RFC 9293 §3.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4" },
    { label: "tcpdump(1), TCP packets", url: "https://www.tcpdump.org/manpages/tcpdump.1.html" },
    { label: "Linux 6.18: recorded traces handshake-normal, close-four-segments-no-data" },
  ],
  provenance: {
    questions: ["Q1", "Q6", "Q14"],
    claims: ["A2", "A38"],
    notes: [{ note: "003", heading: "2.四次挥手" }],
  },
} satisfies CardSpec;
