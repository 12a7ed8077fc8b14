import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 90,
  level: "mid",
  keyPoints: ["off-is-default", "zero-sends-rst", "unsent-lost", "peer-error", "no-protection", "when-right"],
  exercise: {
    kind: "fill",
    blanks: [
      {
        segment: { from: "client", of: "RST", nth: 1 },
        fields: ["flags", "seq", "ack"],
        states: ["client", "server"],
      },
    ],
    vary: { iss: "small", delayMs: [20, 80], len: [1, 1200], profile: ["linux-6.18", "rfc9293"] },
  },
  simulation: {
    scenario: {
      profile: "linux-6.18",
      iss: { client: 100, server: 300 },
      wire: { delayUs: 50_000 },
      script: [
        { host: "server", atUs: 0, call: { kind: "listen" } },
        { host: "client", atUs: 0, call: { kind: "connect" } },
        { host: "client", on: "ESTABLISHED", afterUs: 300_000, call: { kind: "send", len: 40 } },
        { host: "client", on: "ESTABLISHED", afterUs: 600_000, call: { kind: "abort" } },
      ],
    },
    shows: [
      { kind: "segments", from: "client", flags: ["RST", "ACK"], are: [{ seq: 41, ack: 1, sentAtUs: 700_000 }] },
      { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [] },
      { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [] },
      { kind: "state", host: "client", state: "CLOSED", atUs: 700_000 },
      { kind: "state", host: "server", state: "CLOSED", atUs: 750_000 },
      { kind: "never", host: "client", state: "TIME-WAIT" },
      { kind: "never", host: "server", state: "TIME-WAIT" },
      { kind: "fails", host: "server", failure: "connection reset" },
    ],
    contrast: {
      label: { en: "SO_LINGER off, the default", zh: "SO_LINGER 关闭，即默认" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", on: "ESTABLISHED", afterUs: 300_000, call: { kind: "send", len: 40 } },
          { host: "client", on: "ESTABLISHED", afterUs: 600_000, call: { kind: "close" } },
          { host: "server", on: "CLOSE-WAIT", afterUs: 100_000, call: { kind: "close" } },
        ],
      },
      shows: [
        { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 41, ack: 1, sentAtUs: 700_000 }] },
        { kind: "state", host: "client", state: "TIME-WAIT", atUs: 60_000_000 },
        { kind: "fails", host: "server", failure: null },
      ],
    },
  },
  requires: ["closing/time-wait", "time-wait/many"],
  followUps: [
    { card: "sockets/linger", probes: "off-is-default" },
    { card: "resets/numbers-of-a-reset", probes: "zero-sends-rst" },
    { card: "time-wait/old-text", probes: "no-protection" },
    { own: "rst-is-lost" },
  ],
  sources: [
    { label: "RFC 9293 §3.10.5, ABORT", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.5" },
    { label: "RFC 9293 §3.6", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6" },
    { label: "socket(7): SO_LINGER", url: "https://man7.org/linux/man-pages/man7/socket.7.html" },
    { label: "Linux 6.18: recorded trace linger-zero" },
  ],
  provenance: { questions: ["Q12"], claims: ["A30"], notes: [{ note: "001", heading: "4.四次挥手" }] },
} satisfies CardSpec;
