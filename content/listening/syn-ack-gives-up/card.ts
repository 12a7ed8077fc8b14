import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 40,
  level: "mid",
  keyPoints: ["schedule", "forgets-silently", "before", "after", "client-unaware"],
  exercise: {
    kind: "predict",
    before: { arrival: { from: "client", of: "DATA", nth: 1 } },
    vary: {
      delayMs: [5, 100],
      len: [1, 99],
      rules: [
        [{ from: "client", of: "ACK", nth: "every", fate: "drop" }],
        [
          { from: "client", of: "SYN", nth: 1, fate: "drop" },
          { from: "client", of: "ACK", nth: "every", fate: "drop" },
        ],
        [
          { from: "client", of: "SYN", nth: 1, fate: "drop" },
          { from: "client", of: "SYN", nth: 2, fate: "drop" },
          { from: "client", of: "SYN", nth: 3, fate: "drop" },
          { from: "client", of: "ACK", nth: "every", fate: "drop" },
        ],
        [
          { from: "client", of: "SYN", nth: 1, fate: "drop" },
          { from: "client", of: "SYN", nth: 2, fate: "drop" },
          { from: "client", of: "SYN", nth: 3, fate: "drop" },
          { from: "client", of: "SYN", nth: 4, fate: "drop" },
          { from: "client", of: "ACK", nth: "every", fate: "drop" },
        ],
      ],
    },
  },
  simulation: {
    scenario: {
      like: "syn-ack-gives-up",
      script: [
        { host: "server", atUs: 0, call: { kind: "listen" } },
        { host: "client", atUs: 0, call: { kind: "connect" } },
        { host: "client", atUs: 65_500_000, call: { kind: "send", len: 5 } },
      ],
    },
    shows: [
      {
        kind: "segments",
        from: "server",
        flags: ["SYN", "ACK"],
        are: [
          { seq: 0, ack: 1, sentAtUs: 10_000, nature: "first" },
          { seq: 0, ack: 1, sentAtUs: 1_010_000, nature: "resent" },
          { seq: 0, ack: 1, sentAtUs: 3_010_000, nature: "resent" },
          { seq: 0, ack: 1, sentAtUs: 7_010_000, nature: "resent" },
          { seq: 0, ack: 1, sentAtUs: 15_010_000, nature: "resent" },
          { seq: 0, ack: 1, sentAtUs: 31_010_000, nature: "resent" },
        ],
      },
      { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 63_009_999 },
      { kind: "state", host: "server", state: "LISTEN", atUs: 63_010_000 },
      { kind: "segments", from: "server", flags: ["RST"], are: [{ seq: 1, sentAtUs: 65_510_000 }] },
      { kind: "state", host: "client", state: "ESTABLISHED", atUs: 65_519_999 },
      { kind: "ends", host: "client", state: "CLOSED" },
      { kind: "fails", host: "client", failure: "connection reset" },
      { kind: "delivered", host: "server", bytes: 0 },
    ],
    contrast: {
      label: { en: "The client writes before the server gives up", zh: "服务器放弃之前客户端就写数据" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", atUs: 62_000_000, call: { kind: "send", len: 5 } },
        ],
      },
      shows: [
        { kind: "ends", host: "server", state: "ESTABLISHED" },
        { kind: "delivered", host: "server", bytes: 5 },
      ],
    },
  },
  requires: ["opening/lost-final-ack"],
  followUps: [
    { card: "resets/when-sent", probes: "after" },
    { own: "no-farewell", probes: "forgets-silently" },
    { own: "server-speaks-first", probes: "client-unaware" },
    { card: "listening/syn-flood" },
  ],
  sources: [
    { label: "RFC 6298 §2.1, §5.5", url: "https://www.rfc-editor.org/rfc/rfc6298#section-5" },
    { label: "RFC 9293 §3.8.3", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.8.3" },
    { label: "RFC 9293 §3.10.7.2", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.2" },
    { label: "RFC 9293 §3.10.7.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    { label: "Linux 6.18: tcp_synack_retries = 5; recorded trace handshake-giveup-default" },
  ],
  provenance: {
    questions: ["Q4"],
    claims: ["A6", "A7", "A8", "A9"],
    notes: [{ note: "000", heading: "TCP三次握手中，最后一次回复丢失…" }],
  },
} satisfies CardSpec;
