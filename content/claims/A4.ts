import type { ClaimSpec } from "#lib/content/schema.ts";

/** A server that needs no third segment: a forged ACK supplies at once what it would no longer wait for. */
export default {
  verdict: "correct",
  notes: [
    { note: "000", heading: "两次握手不行吗？…" },
    { note: "001", heading: "2.为什么需要第三次握手" },
  ],
  claim: {
    en: "If two segments were enough, a SYN that arrives late would open a connection on the server that nobody wants.",
    zh: "如果两次就算建成，迟到的旧 SYN 会在服务器上建立一条没人要的连接。",
  },
  statement: {
    en: "Yes: a listener cannot tell an old SYN from a new one, and without a third segment it has nobody to ask. The worst of it is not the waste: old data that follows the old SYN has fitting numbers and is delivered as new. The client’s RST, if it arrives, comes too late for that. In the film a forged ACK stands in for the rule that is missing. Fast Open accepts this risk on purpose: data on a duplicated SYN may be delivered twice (RFC 7413 §2.1).",
    zh: "确实如此：监听者分不清新旧 SYN，没有第三个报文段，它就没有人可问。最严重的还不是浪费：跟在旧 SYN 后面的旧数据，序列号正好衔接，会被当作新数据交给应用。客户端的 RST 即使送到，也已经晚了。片中用一个伪造的 ACK 来代表「不必等第三个报文段」。Fast Open 是有意接受这个风险：重复的 SYN 上的数据可能交付两次（RFC 7413 §2.1）。",
  },
  sources: [
    { label: "RFC 9293 §3.5, figure 8", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5" },
    { label: "RFC 9293 §3.4.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4.1" },
    { label: "RFC 7413 §2.1", url: "https://www.rfc-editor.org/rfc/rfc7413#section-2.1" },
  ],
  claimed: [
    { kind: "state", host: "client", state: "CLOSED", atUs: 50_000 },
    { kind: "state", host: "server", state: "ESTABLISHED", atUs: 50_000 },
    { kind: "delivered", host: "server", bytes: 5 },
  ],
  simulation: {
    scenario: {
      like: "open",
      script: [{ host: "server", atUs: 0, call: { kind: "listen" } }],
      ghosts: [
        { from: "client", arrivesAtUs: 50_000, flags: ["SYN"], seq: 90 },
        { from: "client", arrivesAtUs: 50_000, flags: ["ACK"], seq: 91, ack: 301 },
        { from: "client", arrivesAtUs: 60_000, flags: ["PSH", "ACK"], seq: 91, ack: 250, len: 5 },
      ],
    },
    shows: [
      { kind: "never", host: "client", state: "ESTABLISHED" },
      { kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ seq: 0, ack: -9, sentAtUs: 50_000 }] },
      { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 1, ack: -4, sentAtUs: 60_000 }] },
      {
        kind: "segments",
        from: "client",
        flags: ["RST"],
        are: [
          { seq: -9, sentAtUs: 100_000 },
          { seq: -4, sentAtUs: 110_000 },
        ],
      },
      { kind: "state", host: "server", state: "ESTABLISHED", atUs: 159_999 },
      { kind: "state", host: "server", state: "CLOSED", atUs: 160_000 },
      { kind: "delivered", host: "server", bytes: 5 },
    ],
    contrast: {
      label: { en: "The server waits for a third segment", zh: "服务器要等第三个报文段" },
      change: {
        ghosts: [
          { from: "client", arrivesAtUs: 50_000, flags: ["SYN"], seq: 90 },
          { from: "client", arrivesAtUs: 60_000, flags: ["PSH", "ACK"], seq: 91, ack: 250, len: 5 },
        ],
      },
    },
  },
} satisfies ClaimSpec;
