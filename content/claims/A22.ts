import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "correct",
  notes: [
    { note: "001", heading: "3.握手过程中可以携带数据吗？为什么？" },
    { note: "003", heading: "1.三次握手" },
  ],
  claim: {
    en: "The third segment may carry data, because by then both directions have been shown to work.",
    zh: "第三个报文段可以带数据，因为到这时两个方向都已证实是通的。",
  },
  statement: {
    en: "It may: its sender is ESTABLISHED and knows both numbers and the window. The data begins at x + 1, the number that a bare ACK would have as well. For the server nothing is proven until this segment arrives; it checks ack = y + 1 first, becomes ESTABLISHED, and delivers the data at once (RFC 9293 §3.10.7.4). In practice a kernel acknowledges before connect() returns, and the data follows in a segment of its own; on Linux the ACK has to be held back (TCP_QUICKACK off), as in the film.",
    zh: "可以：发送者已是 ESTABLISHED，双方的序列号和窗口它都知道。数据从 x + 1 开始，纯 ACK 用的也是这个序列号。对服务器来说，这个报文段到达之前什么都没有证实；它先检查 ack = y + 1，进入 ESTABLISHED，随即交付数据（RFC 9293 §3.10.7.4）。实际上内核多在 connect() 返回前就发出 ACK，数据另发；在 Linux 上要压住 ACK（关闭 TCP_QUICKACK）才会像片中这样。",
  },
  sources: [
    { label: "RFC 9293 §3.10.7.3", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.3" },
    { label: "RFC 9293 §3.10.7.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    { label: "Linux 6.18: recorded trace data-in-third-ack" },
  ],
  claimed: [
    { kind: "segments", from: "client", flags: ["ACK"], are: [] },
    { kind: "segments", from: "client", flags: ["PSH", "ACK"], are: [{ seq: 1, ack: 1, len: 5 }] },
    { kind: "state", host: "server", state: "ESTABLISHED", atUs: 30_000 },
    { kind: "delivered", host: "server", bytes: 5 },
  ],
  simulation: {
    scenario: { like: "text-on-third-segment" },
    shows: [
      { kind: "segments", from: "client", flags: ["ACK"], are: [] },
      { kind: "segments", from: "client", flags: ["PSH", "ACK"], are: [{ seq: 1, ack: 1, len: 5, sentAtUs: 20_000 }] },
      { kind: "state", host: "client", state: "ESTABLISHED", atUs: 20_000 },
      { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 29_999 },
      { kind: "state", host: "server", state: "ESTABLISHED", atUs: 30_000 },
      { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 1, ack: 6, sentAtUs: 30_000 }] },
      { kind: "delivered", host: "server", bytes: 5 },
    ],
    contrast: {
      label: {
        en: "The ACK is not held back: it leaves alone, and the data after it",
        zh: "不压住 ACK：它单独先走，数据随后",
      },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", on: "ESTABLISHED", afterUs: 0, call: { kind: "send", len: 5 } },
        ],
      },
    },
  },
} satisfies ClaimSpec;
