import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "correct",
  notes: [{ note: "003", heading: "1.三次握手" }],
  claim: {
    en: "The third segment uses up no sequence number when it carries no data.",
    zh: "第三个报文段若不带数据，就不占用序列号。",
  },
  statement: {
    en: "Each byte of data, SYN and FIN take one number each; nothing else does, ACK and RST included (RFC 9293 §3.4). An ACK has a seq all the same: the number that the next byte will have. So the third segment and the first data behind it both carry x + 1, and a third segment that carries data itself has the same seq as a bare ACK. What takes no number cannot be acknowledged and is never repeated for its own sake: a lost ACK is made good by the next segment, or when the other side repeats itself.",
    zh: "占用序列号的只有三样：每个数据字节、SYN、FIN，各占一个；ACK 和 RST 都不占（RFC 9293 §3.4）。ACK 照样要填 seq，填的是下一个字节将要使用的编号。所以第三个报文段和随后的第一段数据，seq 都是 x + 1；第三个报文段自己带数据时，seq 也与纯 ACK 相同。不占序列号的东西不会被确认，也不会单独重传：ACK 丢了，靠后面的报文段补上，或者等对方重传时再答一次。",
  },
  sources: [
    { label: "RFC 9293 §3.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4" },
    { label: "RFC 9293 §3.5, figure 6", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5" },
    { label: "Linux 6.18: recorded trace handshake-normal" },
  ],
  claimed: [
    { kind: "segments", from: "client", flags: ["ACK"], are: [{ seq: 1, ack: 1, len: 0 }] },
    { kind: "segments", from: "client", flags: ["PSH", "ACK"], are: [{ seq: 1, ack: 1, len: 5, sentAtUs: 120_000 }] },
  ],
  simulation: {
    scenario: {
      profile: "linux-6.18",
      iss: { client: 100, server: 300 },
      wire: { delayUs: 10_000 },
      script: [
        { host: "server", atUs: 0, call: { kind: "listen" } },
        { host: "client", atUs: 0, call: { kind: "connect" } },
        { host: "client", on: "ESTABLISHED", afterUs: 100_000, call: { kind: "send", len: 5 } },
      ],
    },
    shows: [
      { kind: "segments", from: "client", flags: ["SYN"], are: [{ seq: 0, sentAtUs: 0 }] },
      { kind: "segments", from: "client", flags: ["ACK"], are: [{ seq: 1, ack: 1, len: 0, sentAtUs: 20_000 }] },
      { kind: "segments", from: "client", flags: ["PSH", "ACK"], are: [{ seq: 1, ack: 1, len: 5, sentAtUs: 120_000 }] },
      { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 1, ack: 6, sentAtUs: 130_000 }] },
      { kind: "delivered", host: "server", bytes: 5 },
    ],
    contrast: {
      label: { en: "The third segment carries 3 bytes", zh: "第三个报文段带 3 个字节" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect", options: { delaysFirstAck: true } } },
          { host: "client", on: "ESTABLISHED", afterUs: 0, call: { kind: "send", len: 3 } },
          { host: "client", on: "ESTABLISHED", afterUs: 100_000, call: { kind: "send", len: 5 } },
        ],
      },
    },
  },
} satisfies ClaimSpec;
