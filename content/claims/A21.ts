import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "wrong",
  notes: [
    { note: "001", heading: "3.握手过程中可以携带数据吗？为什么？" },
    { note: "003", heading: "1.三次握手" },
  ],
  claim: {
    en: "A SYN cannot carry data; otherwise an attacker could flood a server with SYNs stuffed with it.",
    zh: "SYN 不能带数据，否则攻击者会把大量数据塞进 SYN 来攻击服务器。",
  },
  statement: {
    en: "It can, and always could: no TCP standard ever forbade it, so the claim is wrong and not merely outdated. RFC 793 allowed data on a SYN and RFC 9293 §3.5 still does, as long as none reaches the application before it is known to be valid. What is true: ordinary sockets send none, and Linux 6.18 discards such data unless Fast Open is on. Fast Open (RFC 7413) puts data on the SYN, as in the film, and meets the attacker with a cookie: only an address that has shown it can receive gets its data accepted.",
    zh: "能带，而且一直都能：没有哪个 TCP 标准禁止过，所以这是错误，而不只是过时。RFC 793 就允许，RFC 9293 §3.5 照样允许，只要求在确知数据有效之前不交给应用。属实的部分是：普通套接字不会这样发；没开 Fast Open 时，Linux 6.18 会把这些数据丢掉。Fast Open（RFC 7413）正是把数据放在 SYN 上，如片中所示，并用 cookie 防范攻击：只有证明过自己能在该地址收到报文的一方，数据才会被接受。",
  },
  sources: [
    { label: "RFC 9293 §3.5", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5" },
    { label: "RFC 7413 §2 and §4.1", url: "https://www.rfc-editor.org/rfc/rfc7413#section-2" },
    { label: "Linux 6.18: recorded traces syn-with-data-tfo, syn-with-data-no-tfo; tcp_fastopen = 1 (client)" },
  ],
  claimed: [
    { kind: "segments", from: "client", flags: ["SYN"], are: [{ len: 0 }, { len: 0 }] },
    {
      kind: "segments",
      from: "server",
      flags: ["SYN", "ACK"],
      are: [
        { seq: 0, ack: 1 },
        { seq: 0, ack: 1 },
      ],
    },
  ],
  simulation: {
    scenario: { like: "fast-open" },
    shows: [
      {
        kind: "segments",
        from: "client",
        flags: ["SYN"],
        are: [
          { seq: 0, len: 0, sentAtUs: 0 },
          { seq: 0, len: 5, sentAtUs: 450_000 },
        ],
      },
      {
        kind: "segments",
        from: "server",
        flags: ["SYN", "ACK"],
        are: [
          { seq: 0, ack: 1, sentAtUs: 10_000 },
          { seq: 0, ack: 6, sentAtUs: 460_000 },
        ],
      },
      { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 461_000 },
      {
        kind: "segments",
        from: "server",
        flags: ["PSH", "ACK"],
        are: [
          { seq: 1, ack: 6, len: 3, sentAtUs: 30_000 },
          { seq: 1, ack: 6, len: 5, sentAtUs: 461_000 },
        ],
      },
      { kind: "delivered", host: "server", bytes: 5 },
    ],
    contrast: {
      label: { en: "As claimed: ordinary sockets, no data on a SYN", zh: "按说法：普通套接字，SYN 上没有数据" },
      change: {
        settings: { fastOpenServer: false },
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", on: "ESTABLISHED", afterUs: 0, call: { kind: "send", len: 5 } },
          { host: "server", atUs: 31_000, call: { kind: "send", len: 3 } },
          { host: "client", atUs: 140_000, call: { kind: "close" } },
          { host: "server", on: "CLOSE-WAIT", afterUs: 0, call: { kind: "close" } },
          { host: "client", atUs: 450_000, call: { kind: "connect" } },
          { host: "client", atUs: 471_000, call: { kind: "send", len: 5 } },
          { host: "server", atUs: 482_000, call: { kind: "send", len: 5 } },
        ],
      },
    },
  },
} satisfies ClaimSpec;
