import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 20,
  level: "mid",
  keyPoints: ["without-ack", "with-ack", "why", "abort", "takes-no-number"],
  exercise: {
    kind: "fill",
    blanks: [
      { segment: { from: "server", of: "RST", nth: 1 }, fields: ["flags", "seq", "ack"] },
      { segment: { from: "server", of: "RST", nth: 2 }, fields: ["flags", "seq", "ack"], states: ["client"] },
    ],
    vary: { iss: "small", delayMs: [20, 200], len: [10, 500] },
  },
  simulation: {
    scenario: {
      profile: "rfc9293",
      iss: { client: 1000, server: 3000 },
      wire: { delayUs: 50_000 },
      script: [
        { host: "server", atUs: 0, call: { kind: "listen" } },
        { host: "client", atUs: 0, call: { kind: "connect", port: 81 } },
        { host: "client", atUs: 1_000_000, call: { kind: "connect" } },
        { host: "client", atUs: 2_000_000, call: { kind: "send", len: 80 } },
        { host: "server", atUs: 3_000_000, call: { kind: "send", len: 30 } },
        { host: "server", atUs: 4_000_000, call: { kind: "crash" } },
        { host: "server", atUs: 4_500_000, call: { kind: "boot" } },
        { host: "client", atUs: 5_000_000, call: { kind: "send", len: 20 } },
      ],
    },
    shows: [
      { kind: "segments", from: "server", flags: ["RST", "ACK"], are: [{ seq: 0, ack: 1, sentAtUs: 50_000 }] },
      { kind: "segments", from: "server", flags: ["RST"], are: [{ seq: 31, sentAtUs: 5_050_000 }] },
      {
        kind: "segments",
        from: "client",
        flags: ["PSH", "ACK"],
        are: [
          { seq: 1, ack: 1, len: 80 },
          { seq: 81, ack: 31, len: 20, sentAtUs: 5_000_000 },
        ],
      },
      { kind: "fails", host: "client", failure: "connection refused" },
      { kind: "fails", host: "client", failure: "connection reset" },
      { kind: "ends", host: "client", state: "CLOSED" },
    ],
    contrast: {
      label: { en: "Without the crash", zh: "没有崩溃" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect", port: 81 } },
          { host: "client", atUs: 1_000_000, call: { kind: "connect" } },
          { host: "client", atUs: 2_000_000, call: { kind: "send", len: 80 } },
          { host: "server", atUs: 3_000_000, call: { kind: "send", len: 30 } },
          { host: "client", atUs: 5_000_000, call: { kind: "send", len: 20 } },
        ],
      },
      shows: [
        { kind: "segments", from: "server", flags: ["RST"], are: [] },
        { kind: "delivered", host: "server", bytes: 100 },
        { kind: "ends", host: "client", state: "ESTABLISHED" },
      ],
    },
  },
  requires: ["numbers/flags-and-numbers", "resets/when-sent"],
  followUps: [
    { card: "resets/blind-reset", probes: "why" },
    { card: "time-wait/linger-zero", probes: "abort" },
    { own: "syn-with-text" },
  ],
  sources: [
    { label: "RFC 9293 §3.5.2", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5.2" },
    { label: "RFC 9293 §3.5.3", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5.3" },
    { label: "RFC 9293 §3.10.7.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.1" },
    { label: "Linux 6.18: recorded trace stray-segments-to-closed-port" },
    { label: "Linux 6.18: recorded trace linger-zero" },
  ],
  provenance: { questions: [], claims: [], notes: [] },
} satisfies CardSpec;
