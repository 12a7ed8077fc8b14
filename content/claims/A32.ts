import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "correct",
  notes: [{ note: "001", heading: "1.简述tcp的三次握手" }],
  claim: {
    en: "Before it sends the third segment, the client checks that the answer has ACK set and that its ack is the client’s initial number plus one.",
    zh: "发出第三个报文段之前，客户端要核对应答：ACK 标志是否置位，ack 是否等于自己的初始序列号加 1。",
  },
  statement: {
    en: "Exactly: SND.UNA < SEG.ACK =< SND.NXT (RFC 9293 §3.10.7.3), which after a bare SYN leaves ISN + 1 only; with data on the SYN it may be more. If ack is wrong, the client sends RST with that number as its seq and stays in SYN-SENT; it does not give up, Linux 6.18 even repeats its SYN early. If ACK is missing and SYN is set, that is no error but a simultaneous open: the client goes to SYN-RECEIVED. The check sorts out old answers; against forgery it is only as good as the ISN is hard to guess.",
    zh: "准确的条件是 SND.UNA < SEG.ACK =< SND.NXT（RFC 9293 §3.10.7.3）：SYN 不带数据时，只有 ISN + 1 合格；带了数据，则可以更大。ack 不对，客户端就回 RST，以这个数为 seq，自己留在 SYN-SENT；它并不放弃，Linux 6.18 还会提前重发 SYN。若没有 ACK 而有 SYN，也不算出错，而是同时打开（simultaneous open），客户端转入 SYN-RECEIVED。这项检查能排除陈旧的应答；能否防伪造，取决于 ISN 有多难猜。",
  },
  sources: [
    { label: "RFC 9293 §3.10.7.3", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.3" },
    { label: "RFC 6528 §1", url: "https://www.rfc-editor.org/rfc/rfc6528#section-1" },
    { label: "Linux 6.18: recorded trace synack-wrong-ack-in-syn-sent" },
  ],
  claimed: [
    { kind: "state", host: "client", state: "SYN-SENT", atUs: 212_000 },
    { kind: "segments", from: "client", flags: ["RST"], are: [{ seq: 1000, sentAtUs: 212_000 }] },
    { kind: "state", host: "client", state: "ESTABLISHED", atUs: 250_000 },
  ],
  simulation: {
    scenario: { like: "wrong-ack-in-syn-sent" },
    shows: [
      {
        kind: "segments",
        from: "server",
        flags: ["SYN", "ACK"],
        are: [
          { seq: 0, ack: 1000, nature: "ghost" },
          { seq: 0, ack: 1, nature: "first" },
        ],
      },
      { kind: "segments", from: "client", flags: ["RST"], are: [{ seq: 1000, sentAtUs: 212_000 }] },
      { kind: "state", host: "client", state: "SYN-SENT", atUs: 212_000 },
      {
        kind: "segments",
        from: "client",
        flags: ["SYN"],
        are: [
          { seq: 0, sentAtUs: 0 },
          { seq: 0, sentAtUs: 220_000, nature: "resent" },
        ],
      },
      { kind: "state", host: "client", state: "ESTABLISHED", atUs: 240_000 },
      { kind: "ends", host: "server", state: "ESTABLISHED" },
    ],
    contrast: {
      label: {
        en: "The number fits: even an answer nobody sent is believed",
        zh: "ack 对得上：没人发过的应答也被相信",
      },
      change: { ghosts: [{ from: "server", arrivesAtUs: 212_000, flags: ["SYN", "ACK"], seq: 300, ack: 101 }] },
    },
  },
} satisfies ClaimSpec;
