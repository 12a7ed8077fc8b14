import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 20,
  level: "junior",
  keyPoints: ["kernel-does-it", "data-before", "fin-before", "accept-takes", "not-proof"],
  exercise: {
    kind: "predict",
    before: { arrival: { from: "client", of: "DATA", nth: 1 } },
    vary: { len: [1, 999], delayMs: [5, 40] },
  },
  simulation: {
    scenario: {
      like: "established-before-accept",
      script: [
        { host: "server", atUs: 0, call: { kind: "listen", backlog: 16, options: { reads: "on-call" } } },
        { host: "client", atUs: 0, call: { kind: "connect" } },
        { host: "client", on: "ESTABLISHED", afterUs: 50_000, call: { kind: "send", len: 5 } },
        { host: "client", on: "ESTABLISHED", afterUs: 250_000, call: { kind: "close" } },
        { host: "server", on: "CLOSE-WAIT", afterUs: 1_000_000, call: { kind: "accept" } },
        { host: "server", on: "CLOSE-WAIT", afterUs: 1_001_000, call: { kind: "receive" } },
        { host: "server", on: "CLOSE-WAIT", afterUs: 1_002_000, call: { kind: "close" } },
      ],
      untilUs: 3_000_000,
    },
    shows: [
      { kind: "call", host: "client", call: "connect", nth: 1, errno: null },
      { kind: "state", host: "client", state: "ESTABLISHED", atUs: 20_000 },
      { kind: "state", host: "server", state: "ESTABLISHED", atUs: 30_000 },
      {
        kind: "segments",
        from: "server",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 6, sentAtUs: 80_000 },
          { seq: 1, ack: 7, sentAtUs: 320_000 },
        ],
      },
      { kind: "state", host: "server", state: "CLOSE-WAIT", atUs: 280_000 },
      { kind: "state", host: "client", state: "FIN-WAIT-2", atUs: 330_000 },
      { kind: "state", host: "server", state: "CLOSE-WAIT", atUs: 1_281_999 },
      { kind: "call", host: "server", call: "accept", nth: 1, errno: null },
      { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 7, sentAtUs: 1_282_000 }] },
      { kind: "delivered", host: "server", bytes: 5 },
      { kind: "ends", host: "server", state: "CLOSED" },
    ],
    contrast: {
      label: { en: "listen() was never called", zh: "从未调用 listen()" },
      change: { script: [{ host: "client", atUs: 0, call: { kind: "connect" } }] },
      shows: [
        { kind: "segments", from: "server", flags: ["RST", "ACK"], are: [{ ack: 1, sentAtUs: 10_000 }] },
        { kind: "fails", host: "client", failure: "connection refused" },
      ],
    },
  },
  requires: ["opening/three-segments", "listening/two-queues"],
  followUps: [
    { card: "listening/accept-queue-overflow", probes: "kernel-does-it" },
    { own: "reset-before-accept", probes: "accept-takes" },
    { card: "sockets/what-connect-returns", probes: "not-proof" },
    { own: "listener-closes" },
  ],
  sources: [
    { label: "RFC 9293 §3.10.7.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    { label: "Linux accept(2)", url: "https://man7.org/linux/man-pages/man2/accept.2.html" },
    { label: "Linux 6.18: recorded traces established-before-accept, handshake-normal" },
  ],
  provenance: { questions: ["Q15"], claims: [], notes: [] },
} satisfies CardSpec;
