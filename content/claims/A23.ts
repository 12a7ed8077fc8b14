import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "correct",
  notes: [
    { note: "001", heading: "4.四次挥手" },
    { note: "003", heading: "1.三次握手" },
  ],
  claim: {
    en: "A SYN uses up one sequence number although it has no data, and so does a FIN.",
    zh: "SYN 不带数据，也要占用一个序列号；FIN 同样如此。",
  },
  statement: {
    en: "Yes. Each counts as one (RFC 9293 §3.4), so that it can be acknowledged unmistakably and repeated if it is lost: a SYN with seq = x is acknowledged by x + 1, a FIN with seq = u by u + 1. ACK, PSH and RST take none. The one comes on top of any data in the same segment: a FIN at the end of 5 bytes is acknowledged by u + 6. A FIN often travels with the last data; data on a SYN is rare, but allowed.",
    zh: "对。两者各算一个（RFC 9293 §3.4），这样才能得到明确的确认，丢了才能重传：SYN 的 seq = x，由 x + 1 确认；FIN 的 seq = u，由 u + 1 确认。ACK、PSH、RST 都不占用。同一报文段里若有数据，要另加这一个：5 个字节之后带 FIN，就由 u + 6 确认。FIN 常与最后一段数据同行；SYN 很少带数据，但也允许。",
  },
  sources: [
    { label: "RFC 9293 §3.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4" },
    { label: "RFC 9293 §3.6, figure 12", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6" },
    { label: "Linux 6.18: recorded traces close-four-segments, fin-carries-data" },
  ],
  claimed: [
    { kind: "segments", from: "client", flags: ["SYN"], are: [{ seq: 0, len: 0 }] },
    { kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ seq: 0, ack: 1, len: 0 }] },
    { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 1, len: 0 }] },
    { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 1, ack: 2 }] },
    { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 2, len: 0 }] },
    {
      kind: "segments",
      from: "client",
      flags: ["ACK"],
      are: [
        { seq: 1, ack: 1 },
        { seq: 2, ack: 2 },
      ],
    },
  ],
  simulation: {
    scenario: { like: "open-and-close" },
    shows: [
      { kind: "segments", from: "client", flags: ["SYN"], are: [{ seq: 0, len: 0, sentAtUs: 0 }] },
      { kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ seq: 0, ack: 1, sentAtUs: 50_000 }] },
      { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 1, len: 0, sentAtUs: 400_000 }] },
      { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 1, ack: 2, sentAtUs: 450_000 }] },
      { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 2, sentAtUs: 550_000 }] },
      {
        kind: "segments",
        from: "client",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 1, sentAtUs: 100_000 },
          { seq: 2, ack: 2, sentAtUs: 600_000 },
        ],
      },
    ],
    contrast: {
      label: { en: "The FIN carries 5 bytes: it takes up 6 numbers in all", zh: "FIN 带 5 个字节：总共占 6 个序列号" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", on: "ESTABLISHED", afterUs: 300_000, call: { kind: "send", len: 5, more: true } },
          { host: "client", on: "ESTABLISHED", afterUs: 300_000, call: { kind: "close" } },
          { host: "server", on: "CLOSE-WAIT", afterUs: 100_000, call: { kind: "close" } },
        ],
      },
    },
  },
} satisfies ClaimSpec;
