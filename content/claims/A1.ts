import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "wrong",
  notes: [{ note: "000", heading: "三次握手四次挥手" }],
  claim: {
    en: "The third segment of the handshake has its SYN flag set, just like the first two.",
    zh: "第三个报文段与前两个一样，SYN 也置 1。",
  },
  statement: {
    en: "The third segment has ACK set and SYN clear: seq = x + 1, ack = y + 1. Each side sends one SYN, the client in the first segment and the server in the second; a SYN on the third would stand for number x + 1 and announce a second initial number. The server would not take it for an answer: by RFC 9293 §3.10.7.4 it returns to LISTEN, while Linux 6.18 answers with RST and drops the request.",
    zh: "第三个报文段 ACK = 1、SYN = 0，seq = x + 1，ack = y + 1。每一方只发一个 SYN：客户端的在第一个报文段里，服务器的在第二个里。第三个若再带 SYN，就会占用 x + 1 这个序列号，等于又宣布一次初始序列号。服务器不会把它当作确认：按 RFC 9293 §3.10.7.4 退回 LISTEN；Linux 6.18 回以 RST，并丢弃这个连接请求。",
  },
  sources: [
    { label: "RFC 9293 §3.5, figure 6", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5" },
    { label: "RFC 9293 §3.10.7.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    { label: "Linux 6.18: recorded trace handshake-normal" },
  ],
  claimed: [{ kind: "segments", from: "client", flags: ["SYN", "ACK"], are: [{ seq: 1, ack: 1 }] }],
  simulation: {
    scenario: { like: "open" },
    shows: [
      { kind: "segments", from: "client", flags: ["SYN"], are: [{ seq: 0, sentAtUs: 0 }] },
      { kind: "segments", from: "client", flags: ["SYN", "ACK"], are: [] },
      { kind: "segments", from: "client", flags: ["ACK"], are: [{ seq: 1, ack: 1, len: 0, sentAtUs: 100_000 }] },
      { kind: "state", host: "server", state: "ESTABLISHED", atUs: 150_000 },
    ],
    contrast: {
      label: {
        en: "As claimed: the third segment with SYN = 1, forged in place of the real one",
        zh: "按说法：伪造一个 SYN = 1 的报文段，顶替真正的第三个",
      },
      change: {
        rules: [{ from: "client", of: "ACK", nth: 1, fate: "drop" }],
        ghosts: [{ from: "client", arrivesAtUs: 150_000, flags: ["SYN", "ACK"], seq: 101, ack: 301 }],
      },
    },
  },
} satisfies ClaimSpec;
