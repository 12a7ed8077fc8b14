import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 80,
  level: "mid",
  keyPoints: ["only-on-syns", "both-must", "mss-per-direction", "scale", "timestamps", "sack"],
  exercise: {
    kind: "choice",
    options: ["no-timestamps", "no-scaling", "client-1300", "smaller-for-both", "later"],
    right: ["no-timestamps", "no-scaling", "client-1300"],
  },
  simulation: {
    scenario: {
      like: "no-timestamps-on-server",
      hosts: [{ name: "server", settings: { timestamps: false } }],
      script: [
        { host: "server", atUs: 0, call: { kind: "listen" } },
        { host: "client", atUs: 0, call: { kind: "connect" } },
        { host: "client", atUs: 230_000, call: { kind: "send", len: 2000 } },
      ],
    },
    shows: [
      {
        kind: "segments",
        from: "client",
        flags: ["ACK"],
        are: [
          { seq: 1, len: 0, sentAtUs: 20_000 },
          { seq: 1, len: 1460, sentAtUs: 230_000 },
        ],
      },
      { kind: "segments", from: "client", flags: ["PSH", "ACK"], are: [{ seq: 1461, len: 540, sentAtUs: 230_000 }] },
      { kind: "delivered", host: "server", bytes: 2000 },
    ],
    contrast: {
      label: { en: "The server agrees to timestamps", zh: "服务器也支持时间戳" },
      change: { hosts: [] },
      shows: [
        { kind: "segments", from: "client", flags: ["ACK"], are: [{ len: 0 }, { len: 1448 }] },
        { kind: "segments", from: "client", flags: ["PSH", "ACK"], are: [{ seq: 1449, len: 552 }] },
      ],
    },
  },
  requires: ["opening/three-segments"],
  followUps: [
    { card: "numbers/paws", probes: "timestamps" },
    { own: "late-capture", probes: "scale" },
    { own: "no-mss", probes: "mss-per-direction" },
    { card: "listening/syn-cookies" },
  ],
  sources: [
    { label: "RFC 9293 §3.7.1 (MSS)", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.7.1" },
    { label: "RFC 7323 §2.2, §2.3 (window scale)", url: "https://www.rfc-editor.org/rfc/rfc7323#section-2.2" },
    { label: "RFC 7323 §3.2 (timestamps)", url: "https://www.rfc-editor.org/rfc/rfc7323#section-3.2" },
    { label: "RFC 2018 §2 (SACK-permitted)", url: "https://www.rfc-editor.org/rfc/rfc2018#section-2" },
    { label: "Linux 6.18: recorded traces handshake-normal, options-negotiated-off" },
  ],
  provenance: { questions: [], claims: [], notes: [] },
} satisfies CardSpec;
