import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "wrong",
  notes: [{ note: "003", heading: "3.三次握手,四次挥手简化版回答问题" }],
  claim: {
    en: "In the second segment the server gives ISN(c) as its initial sequence number.",
    zh: "第二个报文段里，服务器给出的初始序列号是 ISN(c)。",
  },
  statement: {
    en: "A slip of the pen, which the note gets right elsewhere. The second segment has seq = ISN(s), a number that the server chose by itself, and ack = ISN(c) + 1. Each direction has a sequence space of its own, with its own start; that is why both numbers must be told and acknowledged. The client’s number comes back in ack alone. The two are equal only by chance; if a server copied the number, anyone who forges a SYN would know its ISN without seeing the answer, and could forge the third segment too.",
    zh: "这是笔误，同一篇笔记的别处写对了。第二个报文段的 seq 是 ISN(s)，由服务器自行选定；ack 才是 ISN(c) + 1。两个方向各有自己的序列号空间，起点互不相干，所以两个序列号都要告知对方并得到确认。客户端的序列号只在 ack 里体现。两者相等纯属巧合；服务器若照抄，伪造 SYN 的人不必看到应答就知道它的 ISN，第三个报文段也能一并伪造。",
  },
  sources: [
    { label: "RFC 9293 §3.4.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4.1" },
    { label: "RFC 9293 §3.5, figure 6", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5" },
    { label: "Linux 6.18: recorded trace handshake-normal" },
  ],
  // Relative to the server's own ISN, 300: its segment would begin at the client's 100.
  claimed: [{ kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ seq: -200, ack: 1 }] }],
  simulation: {
    scenario: { like: "open" },
    shows: [
      { kind: "segments", from: "client", flags: ["SYN"], are: [{ seq: 0, sentAtUs: 0 }] },
      { kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ seq: 0, ack: 1, sentAtUs: 50_000 }] },
      { kind: "segments", from: "client", flags: ["ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 100_000 }] },
      { kind: "ends", host: "client", state: "ESTABLISHED" },
      { kind: "ends", host: "server", state: "ESTABLISHED" },
    ],
    contrast: {
      label: {
        en: "As claimed: a forged answer whose seq is the client’s ISN",
        zh: "按说法：伪造的应答，seq 就是客户端的 ISN",
      },
      change: {
        rules: [{ from: "client", of: "SYN", nth: 1, fate: "drop" }],
        ghosts: [{ from: "server", arrivesAtUs: 100_000, flags: ["SYN", "ACK"], seq: 100, ack: 101 }],
      },
    },
  },
} satisfies ClaimSpec;
