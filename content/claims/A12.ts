import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "wrong",
  notes: [{ note: "002", heading: "为什么要进行四次挥手？为什么三次不行？" }],
  claim: {
    en: "The server’s ACK and its FIN can never be merged, so a close in three segments is impossible.",
    zh: "服务器的 ACK 与 FIN 无论如何不能合并，所以不可能三次挥手。",
  },
  statement: {
    en: "They can: a FIN carries an ACK like any other segment. If the server has nothing left to send and closes before its delayed ACK has left, one FIN,ACK does both, and the client goes from FIN-WAIT-1 straight to TIME-WAIT (RFC 9293 §3.10.7.4). On Linux 6.18 this is what a server does that closes as soon as it reads the end of the stream. They must go apart only if data is still to follow, or the application takes its time.",
    zh: "可以合并：FIN 和别的报文段一样能携带确认。服务器若没有数据要发，又在延迟确认发出之前关闭，一个 FIN,ACK 就兼顾两者，客户端从 FIN-WAIT-1 直接进入 TIME-WAIT（RFC 9293 §3.10.7.4）。在 Linux 6.18 上，服务器一读到流的结尾就关闭，得到的正是这个结果。只有还有数据要发，或者应用迟迟不关闭，两者才必须分开。",
  },
  sources: [
    { label: "RFC 9293 §3.10.7.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    { label: "RFC 9293 §3.8.6.3", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.8.6.3" },
    { label: "Linux 6.18: recorded trace close-three-segments" },
  ],
  claimed: [
    { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 1, ack: 2 }] },
    { kind: "state", host: "client", state: "FIN-WAIT-2", atUs: 550_000 },
  ],
  simulation: {
    scenario: {
      like: "open",
      profile: "linux-6.18",
      andThen: [
        { host: "client", on: "ESTABLISHED", afterUs: 300_000, call: { kind: "shutdown" } },
        { host: "server", on: "CLOSE-WAIT", afterUs: 0, call: { kind: "close" } },
      ],
    },
    shows: [
      { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 400_000 }] },
      { kind: "segments", from: "server", flags: ["ACK"], are: [] },
      { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 2, sentAtUs: 450_000 }] },
      {
        kind: "segments",
        from: "client",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 1, sentAtUs: 100_000 },
          { seq: 2, ack: 2, sentAtUs: 500_000 },
        ],
      },
      { kind: "never", host: "client", state: "FIN-WAIT-2" },
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 500_000 },
      { kind: "state", host: "server", state: "CLOSED", atUs: 550_000 },
    ],
    contrast: {
      label: {
        en: "As claimed: the server still has data to send, and closes after that",
        zh: "按说法：服务器还有数据要发，发完才关闭",
      },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", on: "ESTABLISHED", afterUs: 300_000, call: { kind: "shutdown" } },
          { host: "server", on: "CLOSE-WAIT", afterUs: 200_000, call: { kind: "send", len: 5 } },
          { host: "server", on: "CLOSE-WAIT", afterUs: 201_000, call: { kind: "close" } },
        ],
      },
    },
  },
} satisfies ClaimSpec;
