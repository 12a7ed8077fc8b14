import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "imprecise",
  notes: [
    { note: "000", heading: "为什么连接的时候是三次握手…" },
    { note: "004", heading: "为什么连接的时候是三次握手…" },
  ],
  claim: {
    en: "When closing, the server’s ACK and its FIN are sent apart, as a rule, and that makes four segments.",
    zh: "关闭时，服务器的 ACK 和 FIN 一般分开发，所以共有四个报文段。",
  },
  statement: {
    en: "Four is the number of messages, not of segments. The kernel owes the ACK at once or soon; the FIN waits until the application closes. If that takes longer than the ACK may wait (RFC 9293: less than 0.5 s; Linux 6.18: 40 ms, but only one timer tick, here 4 ms, if no data has arrived yet), they go apart. A server that closes as soon as it reads the end of the stream sends both in one segment, and three are enough. Neither is a rule: it depends on when the application calls close().",
    zh: "「四」是消息的条数，不是报文段的个数。ACK 由内核负责，立刻或稍后就发；FIN 要等应用关闭。应用关闭得比 ACK 能等的时间晚，两者就分开；RFC 9293 规定 ACK 延迟不到 0.5 秒，Linux 6.18 是 40 毫秒，尚未收到过数据时只有一个时钟节拍，这里是 4 毫秒。服务器一读到流的结尾就关闭，两者便合成一个报文段，总共三个。没有「一般」可言，全看应用何时调用 close()。",
  },
  sources: [
    { label: "RFC 9293 §3.6", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6" },
    { label: "RFC 9293 §3.8.6.3", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.8.6.3" },
    { label: "Linux 6.18: recorded traces close-three-segments, close-four-segments" },
  ],
  claimed: [
    {
      kind: "segments",
      from: "server",
      flags: ["ACK"],
      are: [
        { seq: 1, ack: 8 },
        { seq: 6, ack: 9 },
      ],
    },
    { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 6, ack: 9 }] },
    { kind: "state", host: "client", state: "FIN-WAIT-2", atUs: 520_000 },
  ],
  simulation: {
    scenario: { like: "three-segment-close" },
    shows: [
      { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 8, ack: 6, sentAtUs: 450_000 }] },
      { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 1, ack: 8, sentAtUs: 140_000 }] },
      { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 6, ack: 9, sentAtUs: 460_000 }] },
      { kind: "never", host: "client", state: "FIN-WAIT-2" },
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 470_000 },
    ],
    contrast: {
      label: {
        en: "As claimed: the server’s application closes 200 ms later",
        zh: "按说法：服务器的应用晚 200 毫秒才关闭",
      },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", atUs: 130_000, call: { kind: "send", len: 7 } },
          { host: "server", atUs: 141_000, call: { kind: "send", len: 5 } },
          { host: "client", atUs: 450_000, call: { kind: "close" } },
          { host: "server", on: "CLOSE-WAIT", afterUs: 200_000, call: { kind: "close" } },
        ],
      },
    },
  },
} satisfies ClaimSpec;
