import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 50,
  level: "mid",
  keyPoints: ["syn-may", "not-before-established", "linux-discards", "fast-open", "third-may"],
  simulation: {
    scenario: { like: "text-on-syn", andThen: [{ host: "client", atUs: 10_000, call: { kind: "send", len: 7 } }] },
    shows: [
      { kind: "segments", from: "client", flags: ["SYN"], are: [{ seq: 0, len: 5 }] },
      { kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ seq: 0, ack: 1, len: 0 }] },
      {
        kind: "segments",
        from: "client",
        flags: ["PSH", "ACK"],
        are: [{ seq: 6, ack: 1, len: 7, sentAtUs: 100_000 }],
      },
      { kind: "segments", from: "client", flags: ["ACK"], are: [] },
      { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 149_999 },
      { kind: "state", host: "server", state: "ESTABLISHED", atUs: 150_000 },
      { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 1, ack: 13, sentAtUs: 150_000 }] },
      { kind: "delivered", host: "server", bytes: 12 },
    ],
    contrast: {
      label: {
        en: "Linux without Fast Open: the SYN's data is discarded",
        zh: "不开 Fast Open 的 Linux：SYN 上的数据被丢弃",
      },
      change: { profile: "linux-6.18" },
      shows: [
        {
          kind: "segments",
          from: "client",
          flags: ["ACK"],
          are: [{ seq: 1, ack: 1, len: 5, sentAtUs: 602_000, nature: "resent" }],
        },
      ],
    },
  },
  requires: ["opening/three-segments"],
  followUps: [
    { card: "opening/fast-open", probes: "fast-open" },
    { card: "opening/first-text", probes: "third-may" },
    { own: "syn-flood-with-data" },
  ],
  sources: [
    { label: "RFC 9293 §3.5", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5" },
    { label: "RFC 9293 §3.10.7.2", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.2" },
    { label: "RFC 7413 (TCP Fast Open)", url: "https://www.rfc-editor.org/rfc/rfc7413" },
    { label: "RFC 6298 §5", url: "https://www.rfc-editor.org/rfc/rfc6298#section-5" },
    {
      label:
        "Linux 6.18: recorded traces syn-with-data-no-tfo, syn-with-data-tfo, data-in-third-ack; tcp_fastopen = 1 by default",
    },
    { label: "RFC 7413 §5.1 (resource exhaustion)", url: "https://www.rfc-editor.org/rfc/rfc7413#section-5.1" },
  ],
  provenance: {
    questions: ["Q5"],
    claims: ["A21", "A22", "A23", "A24"],
    notes: [
      { note: "001", heading: "3.握手过程中可以携带数据吗？为什么？" },
      { note: "003", heading: "1.三次握手" },
    ],
  },
} satisfies CardSpec;
