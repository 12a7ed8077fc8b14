import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "correct",
  notes: [
    { note: "000", heading: "三次握手四次挥手" },
    { note: "003", heading: "1.三次握手" },
    { note: "004", heading: "三次握手" },
  ],
  claim: {
    en: "SYN with seq = x; SYN-ACK with seq = y, ack = x + 1; ACK with seq = x + 1, ack = y + 1.",
    zh: "SYN：seq = x；SYN-ACK：seq = y，ack = x + 1；ACK：seq = x + 1，ack = y + 1。",
  },
  statement: {
    en: "So it is for a client that calls a listening server and puts no data on its SYN: a SYN takes one sequence number, and ack names the next one expected. The first segment has no ack, as its ACK flag is clear. Data on the SYN changes the numbers: by the RFC the third segment then has seq = x + 1 + length, and with Fast Open (RFC 7413) the SYN-ACK may already have that as its ack. In a simultaneous open there are two SYNs and two SYN-ACKs instead.",
    zh: "客户端向监听中的服务器发起连接，SYN 又不带数据时，正是如此：SYN 占一个序列号，ack 则是期待的下一个序列号。第一个报文段的 ACK 标志为 0，还没有确认号。SYN 带了数据，数字就不同：按 RFC，第三个报文段的 seq 是 x + 1 + 数据长度；用 Fast Open（RFC 7413）时，SYN-ACK 的 ack 就可能已经是这个数。双方同时打开，则是两个 SYN、两个 SYN-ACK。",
  },
  sources: [
    { label: "RFC 9293 §3.5, figures 6 and 7", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5" },
    { label: "RFC 9293 §3.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4" },
    { label: "Linux 6.18: recorded traces handshake-normal, syn-with-data-tfo" },
  ],
  claimed: [
    { kind: "segments", from: "client", flags: ["SYN"], are: [{ seq: 0 }] },
    { kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ seq: 0, ack: 1 }] },
    { kind: "segments", from: "client", flags: ["ACK"], are: [{ seq: 1, ack: 1 }] },
  ],
  simulation: {
    scenario: { like: "open" },
    shows: [
      { kind: "segments", from: "client", flags: ["SYN"], are: [{ seq: 0, len: 0, sentAtUs: 0 }] },
      { kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ seq: 0, ack: 1, sentAtUs: 50_000 }] },
      { kind: "segments", from: "client", flags: ["ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 100_000 }] },
      { kind: "ends", host: "client", state: "ESTABLISHED" },
      { kind: "ends", host: "server", state: "ESTABLISHED" },
    ],
    contrast: {
      label: { en: "Five bytes of data on the SYN", zh: "SYN 带上 5 个字节" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect", len: 5 } },
        ],
      },
    },
  },
} satisfies ClaimSpec;
