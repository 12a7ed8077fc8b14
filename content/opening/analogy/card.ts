import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 35,
  level: "junior",
  keyPoints: ["what-fits", "numbers", "no-memory", "no-half", "kernel-alone", "last-word"],
  exercise: {
    kind: "choice",
    options: ["three-turns", "half-a-bond", "thinks-it-over", "knows-the-voice", "own-time", "last-word"],
    right: ["half-a-bond", "thinks-it-over", "knows-the-voice", "last-word"],
  },
  simulation: {
    scenario: { like: "old-syn-after-the-end" },
    shows: [
      { kind: "state", host: "client", state: "CLOSED", atUs: 766_000 },
      { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 785_999 },
      {
        kind: "segments",
        from: "server",
        flags: ["SYN", "ACK"],
        are: [
          { seq: 0, ack: 1, sentAtUs: 10_000 },
          { seq: 0, ack: 1, sentAtUs: 766_000 },
        ],
      },
      { kind: "segments", from: "client", flags: ["RST"], are: [{ seq: 1, sentAtUs: 776_000 }] },
      { kind: "state", host: "server", state: "LISTEN", atUs: 786_000 },
      { kind: "ends", host: "client", state: "CLOSED" },
    ],
    contrast: {
      label: { en: "No old SYN turns up", zh: "没有旧 SYN 出现" },
      change: { ghosts: [] },
      shows: [
        { kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ seq: 0, ack: 1, sentAtUs: 10_000 }] },
        { kind: "segments", from: "client", flags: ["RST"], are: [] },
      ],
    },
  },
  requires: ["opening/why-three", "opening/why-not-two"],
  followUps: [
    { card: "closing/why-four", probes: "what-fits" },
    { card: "numbers/isn", probes: "numbers" },
    { card: "closing/time-wait", probes: "last-word" },
    { own: "a-better-one" },
  ],
  sources: [
    { label: "RFC 9293 §3.4.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4.1" },
    { label: "RFC 9293 §3.5, figure 8", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5" },
    { label: "RFC 9293 §3.6", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6" },
    { label: "Linux 6.18: recorded traces old-duplicate-syn, established-before-accept" },
  ],
  provenance: {
    questions: ["Q16"],
    claims: [],
    notes: [
      { note: "002", heading: "场景" },
      { note: "002", heading: "三次握手" },
      { note: "002", heading: "四次挥手" },
    ],
  },
} satisfies CardSpec;
