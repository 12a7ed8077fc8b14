import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 98,
  level: "mid",
  keyPoints: ["seq-counts", "ack-is-the-others", "fin-one-ack-none", "ack-bit", "two-counts"],
  exercise: { kind: "spot", fields: ["flags", "seq", "ack"], vary: { iss: "small", len: [1, 1000] } },
  simulation: {
    scenario: {
      like: "open",
      andThen: [
        { host: "client", on: "ESTABLISHED", afterUs: 100_000, call: { kind: "send", len: 80 } },
        { host: "server", on: "ESTABLISHED", afterUs: 200_000, call: { kind: "send", len: 300 } },
        { host: "server", on: "ESTABLISHED", afterUs: 500_000, call: { kind: "close" } },
        { host: "client", on: "CLOSE-WAIT", afterUs: 100_000, call: { kind: "close" } },
      ],
    },
    shows: [
      { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 301, ack: 81, sentAtUs: 650_000 }] },
      { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 81, ack: 302, sentAtUs: 800_000 }] },
      {
        kind: "segments",
        from: "client",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 1 },
          { seq: 81, ack: 301 },
          { seq: 81, ack: 302, sentAtUs: 700_000 },
        ],
      },
      {
        kind: "segments",
        from: "server",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 81 },
          { seq: 302, ack: 82, sentAtUs: 850_000 },
        ],
      },
      { kind: "state", host: "server", state: "TIME-WAIT", atUs: 850_000 },
      { kind: "never", host: "client", state: "TIME-WAIT" },
      { kind: "ends", host: "client", state: "CLOSED" },
    ],
    contrast: {
      label: { en: "The client closes first", zh: "客户端先关闭" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", on: "ESTABLISHED", afterUs: 100_000, call: { kind: "send", len: 80 } },
          { host: "server", on: "ESTABLISHED", afterUs: 200_000, call: { kind: "send", len: 300 } },
          { host: "client", on: "ESTABLISHED", afterUs: 500_000, call: { kind: "close" } },
          { host: "server", on: "CLOSE-WAIT", afterUs: 100_000, call: { kind: "close" } },
        ],
      },
      shows: [
        { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 81, ack: 301 }] },
        { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 301, ack: 82 }] },
        { kind: "never", host: "server", state: "TIME-WAIT" },
      ],
    },
  },
  requires: ["closing/fin-numbers"],
  followUps: [
    { card: "operation/read-a-trace" },
    { card: "time-wait/who-waits", probes: "two-counts" },
    { own: "same-seq-twice", probes: "fin-one-ack-none" },
  ],
  sources: [
    { label: "RFC 9293 §3.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4" },
    { label: "RFC 9293 §3.6, figure 12", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6" },
    { label: "RFC 9293 §3.10.7.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
  ],
  provenance: {
    questions: ["Q6", "Q14"],
    claims: ["A10", "A24"],
    notes: [
      { note: "000", heading: "四次挥手" },
      { note: "003", heading: "2.四次挥手" },
    ],
  },
} satisfies CardSpec;
