import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 70,
  level: "mid",
  keyPoints: ["refused", "reset", "broken-pipe", "timed-out", "end-of-stream"],
  exercise: {
    kind: "choice",
    options: ["refused", "reset-on-read", "pipe-at-once", "timed-out-idle", "timed-out-sending", "zero-for-rst"],
    right: ["refused", "reset-on-read", "timed-out-sending"],
  },
  simulation: {
    scenario: {
      profile: "linux-6.18",
      iss: { client: 100, server: 300 },
      wire: { delayUs: 10_000 },
      script: [
        { host: "server", atUs: 0, call: { kind: "listen" } },
        { host: "client", atUs: 0, call: { kind: "connect", port: 81 } },
        { host: "client", atUs: 100_000, call: { kind: "connect" } },
        { host: "server", atUs: 300_000, call: { kind: "abort" } },
        { host: "client", connection: 2, atUs: 500_000, call: { kind: "send", len: 5 } },
        { host: "client", connection: 2, atUs: 700_000, call: { kind: "send", len: 5 } },
      ],
    },
    shows: [
      { kind: "fails", host: "client", failure: "connection refused" },
      { kind: "fails", host: "client", failure: "connection reset" },
      { kind: "segments", from: "server", flags: ["RST", "ACK"], are: [{ sentAtUs: 10_000 }, { sentAtUs: 300_000 }] },
      { kind: "call", host: "client", call: "send", nth: 1, errno: "ECONNRESET" },
      { kind: "call", host: "client", call: "send", nth: 2, errno: "EPIPE" },
      { kind: "segments", from: "client", flags: ["PSH", "ACK"], are: [] },
    ],
    contrast: {
      label: { en: "The server closes with FIN instead", zh: "服务器改为用 FIN 关闭" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect", port: 81 } },
          { host: "client", atUs: 100_000, call: { kind: "connect" } },
          { host: "server", atUs: 300_000, call: { kind: "close" } },
          { host: "client", connection: 2, atUs: 500_000, call: { kind: "send", len: 5 } },
          { host: "client", connection: 2, atUs: 700_000, call: { kind: "send", len: 5 } },
        ],
      },
      shows: [
        { kind: "call", host: "client", call: "send", nth: 1, errno: null },
        { kind: "segments", from: "client", flags: ["PSH", "ACK"], are: [{ len: 5, sentAtUs: 500_000 }] },
        { kind: "state", host: "client", state: "CLOSE-WAIT", atUs: 310_000 },
      ],
    },
  },
  requires: ["opening/closed-port", "resets/when-sent"],
  followUps: [
    { card: "sockets/read-zero", probes: "end-of-stream" },
    { card: "sockets/what-write-means", probes: "broken-pipe" },
    { card: "opening/lost-syn", probes: "timed-out" },
    { own: "sigpipe" },
  ],
  sources: [
    { label: "RFC 9293 §3.9.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.9.1" },
    { label: "RFC 9293 §3.10.7.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    { label: "Linux 6.18: recorded trace syn-to-closed-port" },
    { label: "Linux 6.18: recorded trace data-after-full-close" },
    { label: "Linux 6.18: recorded trace data-never-acked-give-up" },
  ],
  provenance: { questions: [], claims: [], notes: [] },
} satisfies CardSpec;
