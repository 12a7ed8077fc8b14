import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "wrong",
  notes: [{ note: "000", heading: "四次挥手" }],
  claim: {
    en: "Each of the four segments of the close carries a sequence number that its sender picks at random.",
    zh: "挥手的四个报文段，序列号都由发送方随机产生。",
  },
  statement: {
    en: "Only the initial number of a connection is unpredictable; every later one is fixed by what was sent before. A FIN has the number after the last byte, u; an ACK has the next number to be sent, without using it up. So: FIN seq = u; ACK seq = v; FIN seq = w, which is v plus what was sent in between; ACK seq = u + 1. A FIN with a random number closes nothing: if it lies outside the window, the receiver answers with an ACK that names the number it expects. (The note also sets FIN in all four segments; only the first and the third have it.)",
    zh: "只有连接的初始序列号难以预测，此后每一个都由已经发送的内容决定。FIN 的序列号是最后一个字节的下一个，记为 u；纯 ACK 用的是下一个待发的序列号，并不占用它。因此四个报文段依次是：FIN seq = u；ACK seq = v；FIN seq = w，即 v 加上其间发出的字节数；ACK seq = u + 1。FIN 若随便取个数，什么也关不掉：它落在窗口之外，对方只会回一个 ACK，重申期待的序列号。（笔记里四个报文段都写了 FIN = 1，其实只有第一、第三个才是。）",
  },
  sources: [
    { label: "RFC 9293 §3.6, figure 12", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6" },
    { label: "RFC 9293 §3.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4" },
    { label: "Linux 6.18: recorded trace close-four-segments" },
  ],
  claimed: [{ kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 987_654_321 }] }],
  simulation: {
    scenario: { like: "open-and-close" },
    shows: [
      { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 400_000 }] },
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
      { kind: "state", host: "server", state: "CLOSED", atUs: 650_000 },
    ],
    contrast: {
      label: {
        en: "As claimed: a forged FIN with a random number, which the server refuses",
        zh: "按说法：伪造一个序列号随机的 FIN，服务器不予理会",
      },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
        ],
        ghosts: [{ from: "client", arrivesAtUs: 450_000, flags: ["FIN", "ACK"], seq: 987_654_421, ack: 301 }],
      },
    },
  },
} satisfies ClaimSpec;
