import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 90,
  level: "senior",
  keyPoints: ["cookie", "text-on-syn", "one-round-trip", "replay", "fallback", "rare"],
  simulation: {
    scenario: { like: "fast-open" },
    shows: [
      {
        kind: "segments",
        from: "client",
        flags: ["SYN"],
        are: [
          { seq: 0, len: 0, sentAtUs: 0 },
          { seq: 0, len: 5, sentAtUs: 450_000 },
        ],
      },
      {
        kind: "segments",
        from: "server",
        flags: ["SYN", "ACK"],
        are: [
          { seq: 0, ack: 1, sentAtUs: 10_000 },
          { seq: 0, ack: 6, sentAtUs: 460_000 },
        ],
      },
      {
        kind: "segments",
        from: "server",
        flags: ["PSH", "ACK"],
        are: [
          { seq: 1, ack: 6, len: 3, sentAtUs: 30_000 },
          { seq: 1, ack: 6, len: 5, sentAtUs: 461_000 },
        ],
      },
      { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 461_000 },
      { kind: "state", host: "server", state: "ESTABLISHED", atUs: 480_000 },
      { kind: "delivered", host: "server", bytes: 5 },
      { kind: "delivered", host: "client", bytes: 5 },
    ],
    contrast: {
      label: { en: "The server has Fast Open switched off", zh: "服务器没有启用 Fast Open" },
      change: { settings: { fastOpenServer: false } },
      shows: [
        {
          kind: "segments",
          from: "server",
          flags: ["SYN", "ACK"],
          are: [
            { seq: 0, ack: 1 },
            { seq: 0, ack: 1 },
          ],
        },
        {
          kind: "segments",
          from: "server",
          flags: ["PSH", "ACK"],
          are: [
            { len: 3, sentAtUs: 30_000 },
            { len: 5, sentAtUs: 480_000 },
          ],
        },
      ],
    },
  },
  requires: ["opening/three-segments", "opening/data-in-handshake"],
  followUps: [
    { card: "listening/syn-cookies", probes: "cookie" },
    { card: "operation/http-keep-alive", probes: "one-round-trip" },
    { own: "zero-rtt" },
  ],
  sources: [
    { label: "RFC 7413 §3 and §4.1 (cookie)", url: "https://www.rfc-editor.org/rfc/rfc7413#section-3" },
    { label: "RFC 7413 §2.1 (data may arrive twice)", url: "https://www.rfc-editor.org/rfc/rfc7413#section-2.1" },
    { label: "RFC 7413 §5 and §6 (security, applicability)", url: "https://www.rfc-editor.org/rfc/rfc7413#section-5" },
    { label: "RFC 8446 §8 (0-RTT and replay)", url: "https://www.rfc-editor.org/rfc/rfc8446#section-8" },
    { label: "Linux 6.18: recorded trace syn-with-data-tfo; tcp_fastopen = 1 (client only)" },
  ],
  provenance: {
    questions: ["Q5"],
    claims: ["A21"],
    notes: [{ note: "001", heading: "3.握手过程中可以携带数据吗？为什么？" }],
  },
} satisfies CardSpec;
