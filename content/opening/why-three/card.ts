import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 20,
  level: "junior",
  keyPoints: ["both-isns", "four-in-three", "old-duplicates", "ack-or-rst", "side-effect"],
  simulation: {
    scenario: {
      like: "open",
      rules: [{ from: "client", of: "any", nth: 1, fate: "drop" }],
      ghosts: [{ from: "client", arrivesAtUs: 20_000, flags: ["SYN"], seq: 90 }],
    },
    shows: [
      { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 20_000 },
      { kind: "state", host: "client", state: "SYN-SENT", atUs: 70_000 },
      { kind: "state", host: "server", state: "LISTEN", atUs: 120_000 },
      {
        kind: "segments",
        from: "client",
        flags: ["SYN"],
        are: [
          { seq: -10, nature: "ghost" },
          { seq: 0, sentAtUs: 0, nature: "first" },
          { seq: 0, sentAtUs: 1_000_000, nature: "resent" },
        ],
      },
      {
        kind: "segments",
        from: "server",
        flags: ["SYN", "ACK"],
        are: [
          { seq: 0, ack: -9, sentAtUs: 20_000 },
          { seq: 0, ack: 1, sentAtUs: 1_050_000 },
        ],
      },
      { kind: "segments", from: "client", flags: ["RST"], are: [{ seq: -9, sentAtUs: 70_000 }] },
      { kind: "segments", from: "client", flags: ["ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 1_100_000 }] },
      { kind: "ends", host: "client", state: "ESTABLISHED" },
      { kind: "ends", host: "server", state: "ESTABLISHED" },
    ],
    contrast: {
      label: { en: "The old SYN never comes", zh: "旧 SYN 没有来" },
      change: { ghosts: [] },
      shows: [
        { kind: "segments", from: "client", flags: ["RST"], are: [] },
        { kind: "state", host: "server", state: "LISTEN", atUs: 20_000 },
      ],
    },
  },
  requires: ["opening/three-segments"],
  followUps: [
    { card: "opening/why-not-two", probes: "old-duplicates" },
    { card: "numbers/isn", probes: "both-isns" },
    { own: "fourth-segment" },
  ],
  sources: [
    { label: "RFC 9293 §3.4.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4.1" },
    { label: "RFC 9293 §3.5, figure 8", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5" },
    { label: "RFC 4987 §3.6", url: "https://www.rfc-editor.org/rfc/rfc4987#section-3.6" },
    { label: "RFC 6298 §2.1", url: "https://www.rfc-editor.org/rfc/rfc6298#section-2" },
    { label: "Linux 6.18: a half-open connection is a request, not yet a socket (recorded trace handshake-normal)" },
  ],
  provenance: {
    questions: ["Q2"],
    claims: ["A3", "A20", "A33"],
    notes: [
      { note: "000", heading: "为什么要三次握手？" },
      { note: "001", heading: "2.为什么需要第三次握手" },
      { note: "002", heading: "为什么不是两次握手？为什么要三次？" },
      { note: "003", heading: "1.1 三次握手为啥不能是两次" },
    ],
  },
} satisfies CardSpec;
