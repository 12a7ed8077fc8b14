import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 35,
  level: "mid",
  keyPoints: ["merged", "three", "who-decides", "states", "least"],
  exercise: { kind: "order", vary: { iss: "small", delayMs: [10, 100], len: [1, 1000] } },
  simulation: {
    scenario: {
      like: "open",
      profile: "linux-6.18",
      andThen: [
        { host: "client", on: "ESTABLISHED", afterUs: 100_000, call: { kind: "send", len: 7 } },
        { host: "server", on: "ESTABLISHED", afterUs: 101_000, call: { kind: "send", len: 5 } },
        { host: "client", on: "ESTABLISHED", afterUs: 1_000_000, call: { kind: "close" } },
        { host: "server", on: "CLOSE-WAIT", afterUs: 0, call: { kind: "close" } },
      ],
    },
    shows: [
      { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 8, ack: 6, sentAtUs: 1_100_000 }] },
      { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 6, ack: 9, sentAtUs: 1_150_000 }] },
      { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 1, ack: 8, sentAtUs: 250_000 }] },
      {
        kind: "segments",
        from: "client",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 1, sentAtUs: 100_000 },
          { seq: 8, ack: 6, sentAtUs: 301_000 },
          { seq: 9, ack: 7, sentAtUs: 1_200_000 },
        ],
      },
      { kind: "state", host: "client", state: "FIN-WAIT-1", atUs: 1_199_999 },
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 1_200_000 },
      { kind: "never", host: "client", state: "FIN-WAIT-2" },
      { kind: "state", host: "server", state: "LAST-ACK", atUs: 1_150_000 },
      { kind: "state", host: "server", state: "CLOSED", atUs: 1_250_000 },
    ],
    contrast: {
      label: { en: "The server closes 100 ms later", zh: "服务器晚 100 毫秒关闭" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", on: "ESTABLISHED", afterUs: 100_000, call: { kind: "send", len: 7 } },
          { host: "server", on: "ESTABLISHED", afterUs: 101_000, call: { kind: "send", len: 5 } },
          { host: "client", on: "ESTABLISHED", afterUs: 1_000_000, call: { kind: "close" } },
          { host: "server", on: "CLOSE-WAIT", afterUs: 100_000, call: { kind: "close" } },
        ],
      },
      shows: [
        {
          kind: "segments",
          from: "server",
          flags: ["ACK"],
          are: [
            { seq: 1, ack: 8, sentAtUs: 250_000 },
            { seq: 6, ack: 9, sentAtUs: 1_190_000 },
          ],
        },
        { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 6, ack: 9, sentAtUs: 1_250_000 }] },
        { kind: "state", host: "client", state: "FIN-WAIT-2", atUs: 1_240_000 },
      ],
    },
  },
  requires: ["closing/four-segments", "closing/why-four"],
  followUps: [
    { card: "closing/fin-with-text", probes: "merged" },
    { card: "closing/simultaneous-close" },
    { own: "lost-in-the-middle", probes: "three" },
  ],
  sources: [
    { label: "RFC 9293 §3.6", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6" },
    { label: "RFC 9293 §3.10.7.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    { label: "RFC 9293 §3.8.6.3 (delayed ACK)", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.8.6.3" },
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
