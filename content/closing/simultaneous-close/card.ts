import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 85,
  level: "senior",
  keyPoints: ["fins-cross", "closing", "both-time-wait", "numbers", "no-close-wait"],
  exercise: {
    kind: "fill",
    blanks: [
      { segment: { from: "client", of: "FIN", nth: 1 }, fields: ["ack"], states: ["client", "server"] },
      { segment: { from: "server", of: "FIN", nth: 1 }, states: ["client"] },
      { segment: { from: "server", of: "ACK", nth: 1 }, fields: ["flags", "seq", "ack"], states: ["client"] },
      { segment: { from: "client", of: "ACK", nth: 2 }, fields: ["seq", "ack"], states: ["server"] },
    ],
    vary: { iss: "small", delayMs: [10, 120] },
  },
  simulation: {
    scenario: { like: "simultaneous-close" },
    shows: [
      { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 450_000 }] },
      { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 450_000 }] },
      { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 2, ack: 2, sentAtUs: 500_000 }] },
      {
        kind: "segments",
        from: "client",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 1 },
          { seq: 2, ack: 2, sentAtUs: 500_000 },
        ],
      },
      { kind: "state", host: "client", state: "CLOSING", atUs: 500_000 },
      { kind: "state", host: "server", state: "CLOSING", atUs: 500_000 },
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 550_000 },
      { kind: "state", host: "server", state: "TIME-WAIT", atUs: 550_000 },
      { kind: "never", host: "server", state: "CLOSE-WAIT" },
      { kind: "never", host: "client", state: "FIN-WAIT-2" },
    ],
    contrast: {
      label: { en: "The server closes only when it has got the FIN", zh: "服务器收到 FIN 之后才关闭" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", atUs: 450_000, call: { kind: "close" } },
          { host: "server", on: "CLOSE-WAIT", afterUs: 100_000, call: { kind: "close" } },
        ],
      },
      shows: [
        { kind: "never", host: "client", state: "CLOSING" },
        { kind: "never", host: "server", state: "TIME-WAIT" },
        { kind: "state", host: "server", state: "CLOSE-WAIT", atUs: 500_000 },
      ],
    },
  },
  requires: ["closing/four-segments", "closing/time-wait"],
  followUps: [
    { card: "time-wait/who-waits", probes: "both-time-wait" },
    { card: "opening/simultaneous-open" },
    { own: "ack-lost-in-closing", probes: "closing" },
  ],
  sources: [
    { label: "RFC 9293 §3.6, figure 13", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6" },
    { label: "RFC 9293 §3.10.7.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    { label: "Linux 6.18: recorded trace simultaneous-close" },
  ],
  provenance: {
    questions: ["Q6"],
    claims: [],
    notes: [{ note: "001", heading: "4.四次挥手" }],
  },
} satisfies CardSpec;
