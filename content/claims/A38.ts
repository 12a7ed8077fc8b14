import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "correct",
  notes: [{ note: "003", heading: "2.四次挥手" }],
  claim: {
    en: "The numbers of the close: FIN with seq = u; ACK with seq = v, ack = u + 1; FIN with seq = w, ack = u + 1; ACK with seq = u + 1, ack = w + 1.",
    zh: "四次挥手的数字：FIN，seq = u；ACK，seq = v，ack = u + 1；FIN，seq = w，ack = u + 1；ACK，seq = u + 1，ack = w + 1。",
  },
  statement: {
    en: "None of these numbers is chosen anew: u is the number after the client’s last byte, v the one after the server’s last byte so far, and w = v plus the bytes that the server still sends in between. Without such data w = v, as the bare ACK takes no number. The first FIN has ACK set as well, like every segment after the first SYN except some RSTs. The pattern needs a server that receives the FIN before it sends its own: if the FINs cross, the second has ack = u. If ACK and FIN travel together, there is no second segment, and the other numbers stay the same.",
    zh: "这些数字没有一个是新选的：u 是客户端最后一个字节的下一个编号，v 是服务器到那时为止最后一个字节的下一个编号，w 等于 v 加上其间服务器又发的字节数。其间没有数据，则 w = v，因为纯 ACK 不占序列号。第一个 FIN 的 ACK 标志同样是 1；首个 SYN 之后的报文段，除了某些 RST，都是如此。这套数字的前提，是服务器先收到 FIN，再发自己的 FIN：两个 FIN 若交错，后者的 ack 就是 u。ACK 与 FIN 合并时，少了第二个报文段，其余数字不变。",
  },
  sources: [
    { label: "RFC 9293 §3.6, figures 12 and 13", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6" },
    { label: "RFC 9293 §3.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4" },
    { label: "Linux 6.18: recorded traces close-four-segments and half-close-with-data" },
  ],
  claimed: [
    { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 1 }] },
    { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 1, ack: 2 }] },
    { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 6, ack: 2 }] },
    { kind: "segments", from: "client", flags: ["ACK"], are: [{ seq: 1 }, { seq: 2, ack: 6 }, { seq: 2, ack: 7 }] },
  ],
  simulation: {
    scenario: {
      profile: "rfc9293",
      iss: { client: 100, server: 300 },
      wire: { delayUs: 50_000 },
      script: [
        { host: "server", atUs: 0, call: { kind: "listen" } },
        { host: "client", atUs: 0, call: { kind: "connect" } },
        { host: "client", atUs: 400_000, call: { kind: "shutdown" } },
        { host: "server", atUs: 500_000, call: { kind: "send", len: 5 } },
        { host: "server", atUs: 700_000, call: { kind: "close" } },
      ],
    },
    shows: [
      { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 400_000 }] },
      { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 1, ack: 2, sentAtUs: 450_000 }] },
      { kind: "segments", from: "server", flags: ["PSH", "ACK"], are: [{ seq: 1, ack: 2, len: 5, sentAtUs: 500_000 }] },
      { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 6, ack: 2, sentAtUs: 700_000 }] },
      {
        kind: "segments",
        from: "client",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 1, sentAtUs: 100_000 },
          { seq: 2, ack: 6, sentAtUs: 550_000 },
          { seq: 2, ack: 7, sentAtUs: 750_000 },
        ],
      },
      { kind: "delivered", host: "client", bytes: 5 },
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 750_000 },
      { kind: "ends", host: "server", state: "CLOSED" },
    ],
    contrast: {
      label: { en: "The FINs cross", zh: "两个 FIN 在途中交错" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", atUs: 400_000, call: { kind: "shutdown" } },
          { host: "server", atUs: 400_000, call: { kind: "send", len: 5 } },
          { host: "server", atUs: 400_000, call: { kind: "close" } },
        ],
      },
    },
  },
} satisfies ClaimSpec;
