import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "imprecise",
  notes: [
    { note: "003", heading: "2.四次挥手" },
    { note: "004", heading: "TCP三次握手与四次挥手" },
  ],
  claim: {
    en: "With its FIN the client stops sending data: all of it has been sent by then, and none is under way any more.",
    zh: "客户端发出 FIN 就停止发送数据：此时数据已全部发完，途中也不再有它的数据。",
  },
  statement: {
    en: "What a FIN says is: no new data behind this number. It has its place after the last byte, so all bytes must have been sent before it or with it: a segment may carry data and FIN together. But those bytes may still be under way, or lost, and then the client sends them again after its FIN, from FIN-WAIT-1: in the film after a timeout; Linux with SACK is quicker. The peer holds an early FIN back until the gap is filled, and only then goes to CLOSE-WAIT. So a FIN can overtake data on the wire, but never in the stream. Bare ACKs and RSTs may follow in any case.",
    zh: "FIN 的意思是：在这个编号之后不再有新数据。它排在最后一个字节后面，所以全部字节都要先于它发出，或与它同发：一个报文段可以既带数据又带 FIN。但这些字节可能还在途中、尚未确认，甚至已经丢失；丢了的，客户端会在 FIN 之后、在 FIN-WAIT-1 中重传（片中要等超时，Linux 启用 SACK 时更快）。对端先收到 FIN，也要等缺口补上，才进入 CLOSE-WAIT。所以 FIN 在网络上可以先于数据到达，在字节流里却不会。至于纯 ACK 和 RST，之后仍然可以发。",
  },
  sources: [
    { label: "RFC 9293 §3.6", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6" },
    { label: "RFC 9293 §3.10.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.4" },
    { label: "Linux 6.18: recorded trace fin-carries-data" },
  ],
  claimed: [
    {
      kind: "segments",
      from: "client",
      flags: ["PSH", "ACK"],
      are: [{ seq: 1, len: 5, sentAtUs: 230_000, nature: "first" }],
    },
    { kind: "state", host: "server", state: "CLOSE-WAIT", atUs: 241_000 },
  ],
  simulation: {
    scenario: {
      profile: "rfc9293",
      iss: { client: 100, server: 300 },
      wire: { delayUs: 10_000, rules: [{ from: "client", of: "DATA", nth: 1, fate: "drop" }] },
      script: [
        { host: "server", atUs: 0, call: { kind: "listen" } },
        { host: "client", atUs: 0, call: { kind: "connect" } },
        { host: "client", atUs: 230_000, call: { kind: "send", len: 5 } },
        { host: "client", atUs: 231_000, call: { kind: "close" } },
        { host: "server", on: "CLOSE-WAIT", afterUs: 100_000, call: { kind: "close" } },
      ],
    },
    shows: [
      {
        kind: "segments",
        from: "client",
        flags: ["FIN", "ACK"],
        are: [{ seq: 6, ack: 1, sentAtUs: 231_000, nature: "first" }],
      },
      {
        kind: "segments",
        from: "client",
        flags: ["PSH", "ACK"],
        are: [
          { seq: 1, ack: 1, len: 5, sentAtUs: 230_000, nature: "first" },
          { seq: 1, ack: 1, len: 5, sentAtUs: 1_230_000, nature: "resent" },
        ],
      },
      { kind: "state", host: "server", state: "ESTABLISHED", atUs: 1_239_999 },
      { kind: "state", host: "server", state: "CLOSE-WAIT", atUs: 1_240_000 },
      { kind: "delivered", host: "server", bytes: 5 },
      { kind: "ends", host: "server", state: "CLOSED" },
    ],
    contrast: {
      label: { en: "As claimed: nothing is lost", zh: "按说法：什么也没丢" },
      change: { rules: [] },
    },
  },
} satisfies ClaimSpec;
