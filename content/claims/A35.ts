import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "imprecise",
  notes: [{ note: "002", heading: "为什么不是两次握手？为什么要三次？" }],
  claim: {
    en: "After two segments the connection from A to B is there, the one from B to A is not: for that the third is needed.",
    zh: "两个报文段之后，A 到 B 的连接已经建立，B 到 A 的还没有，要等第三个报文段。",
  },
  statement: {
    en: "After two segments it is one end, not one direction, that is unfinished. A is ESTABLISHED and accepts data from B as well; B is in SYN-RECEIVED, since its own ISN is not acknowledged yet. In this sense the claim is half right. But nothing stops data from B to A: an ordinary application merely has no connection to write to yet, as accept() returns later. With Fast Open (RFC 7413) it has one, and its first data reaches A before the third segment has reached B. The third acknowledges B’s ISN and tells B that the SYN was not an old one.",
    zh: "两个报文段之后，缺的不是一个方向，而是一端。A 已是 ESTABLISHED，也能接收 B 的数据；B 还在 SYN-RECEIVED，因为它自己的 ISN 未获确认。从这个意义上说，这话对了一半。但 B 到 A 的数据并没有什么阻挡，只是普通应用此时还拿不到连接，accept() 要晚些才返回。用 Fast Open（RFC 7413）就拿得到：第三个报文段还没到 B，B 的数据已经交到 A 手里。第三个报文段的作用，是确认 B 的 ISN，并告诉 B 那个 SYN 不是陈旧的。",
  },
  sources: [
    { label: "RFC 9293 §3.4.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4.1" },
    { label: "RFC 9293 §3.5", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5" },
    { label: "RFC 7413 §3", url: "https://www.rfc-editor.org/rfc/rfc7413#section-3" },
    { label: "Linux 6.18: net.ipv4.tcp_fastopen; recorded trace syn-with-data-tfo" },
  ],
  claimed: [
    { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 479_999 },
    { kind: "segments", from: "server", flags: ["PSH", "ACK"], are: [{ sentAtUs: 30_000 }, { sentAtUs: 481_000 }] },
  ],
  simulation: {
    scenario: { like: "fast-open" },
    shows: [
      { kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ ack: 1 }, { ack: 6, sentAtUs: 460_000 }] },
      { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 461_000 },
      {
        kind: "segments",
        from: "server",
        flags: ["PSH", "ACK"],
        are: [{ sentAtUs: 30_000 }, { seq: 1, ack: 6, len: 5, sentAtUs: 461_000 }],
      },
      { kind: "state", host: "client", state: "ESTABLISHED", atUs: 470_000 },
      { kind: "delivered", host: "client", bytes: 5 },
      { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 479_999 },
      { kind: "state", host: "server", state: "ESTABLISHED", atUs: 480_000 },
    ],
    contrast: {
      label: { en: "As claimed: without Fast Open the server waits", zh: "按说法：不用 Fast Open，服务器要等" },
      change: {
        settings: {},
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "server", on: "ESTABLISHED", afterUs: 0, call: { kind: "send", len: 3 } },
          { host: "client", atUs: 140_000, call: { kind: "close" } },
          { host: "server", on: "CLOSE-WAIT", afterUs: 0, call: { kind: "close" } },
          { host: "client", atUs: 450_000, call: { kind: "connect" } },
          { host: "server", atUs: 481_000, call: { kind: "send", len: 5 } },
        ],
      },
    },
  },
} satisfies ClaimSpec;
