import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 30,
  level: "mid",
  keyPoints: ["four-messages", "kernel-opens", "application-closes", "merged", "not-a-rule"],
  simulation: {
    scenario: {
      like: "open",
      profile: "linux-6.18",
      andThen: [
        { host: "client", on: "ESTABLISHED", afterUs: 300_000, call: { kind: "close" } },
        { host: "server", on: "CLOSE-WAIT", afterUs: 0, call: { kind: "close" } },
      ],
    },
    shows: [
      { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 400_000 }] },
      { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 2, sentAtUs: 450_000 }] },
      { kind: "segments", from: "server", flags: ["ACK"], are: [] },
      {
        kind: "segments",
        from: "client",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 1, sentAtUs: 100_000 },
          { seq: 2, ack: 2, sentAtUs: 500_000 },
        ],
      },
      { kind: "never", host: "client", state: "FIN-WAIT-2" },
      { kind: "state", host: "client", state: "FIN-WAIT-1", atUs: 499_999 },
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 500_000 },
      { kind: "state", host: "server", state: "LAST-ACK", atUs: 450_000 },
      { kind: "ends", host: "server", state: "CLOSED" },
    ],
    contrast: {
      label: { en: "The application takes 100 ms to close", zh: "应用过 100 毫秒才关闭" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", on: "ESTABLISHED", afterUs: 300_000, call: { kind: "close" } },
          { host: "server", on: "CLOSE-WAIT", afterUs: 100_000, call: { kind: "close" } },
        ],
      },
      shows: [
        { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 1, ack: 2, sentAtUs: 454_000 }] },
        { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 2, sentAtUs: 550_000 }] },
        { kind: "state", host: "client", state: "FIN-WAIT-2", atUs: 504_000 },
      ],
    },
  },
  requires: ["opening/three-segments", "closing/four-segments"],
  followUps: [
    { card: "closing/half-close", probes: "application-closes" },
    { card: "closing/three-segment-close", probes: "merged" },
    { card: "opening/simultaneous-open" },
  ],
  sources: [
    { label: "RFC 9293 §3.6", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6" },
    { label: "RFC 9293 §3.5, Figures 6 and 7", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5" },
    { label: "RFC 9293 §3.8.6.3", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.8.6.3" },
    { label: "Linux 6.18: recorded traces close-three-segments, close-four-segments, close-four-segments-no-data" },
  ],
  provenance: {
    questions: ["Q7"],
    claims: ["A11", "A12"],
    notes: [
      { note: "000", heading: "为什么连接的时候是三次握手…" },
      { note: "002", heading: "为什么要进行四次挥手？为什么三次不行？" },
      { note: "004", heading: "为什么连接的时候是三次握手…" },
    ],
  },
} satisfies CardSpec;
