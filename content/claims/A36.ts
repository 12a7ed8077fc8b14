import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "imprecise",
  notes: [
    { note: "003", heading: "1.三次握手" },
    { note: "004", heading: "TCP三次握手与四次挥手" },
  ],
  claim: {
    en: "After its SYN the client is in SYN_SEND; after the answer the server is in SYN_RECV, also written SYN_RCVD.",
    zh: "客户端发出 SYN 后处于 SYN_SEND，服务器应答后处于 SYN_RECV，也写作 SYN_RCVD。",
  },
  statement: {
    en: "RFC 9293 calls them SYN-SENT and SYN-RECEIVED. SYN_SEND is not among the RFC’s states, though an old Microsoft article on netstat has it; the SYN has been sent, and its answer is awaited. SYN_RECV (Linux; SYN-RECV in ss) and SYN_RCVD (BSD) are two abbreviations of the same state. The names tell what a host has done, not which host it is: in a simultaneous open both pass through both states. Linux 6.18 has two kinds of it inside: TCP_NEW_SYN_RECV, a mere request of a listener, and TCP_SYN_RECV, a socket, as in a simultaneous open or with Fast Open.",
    zh: "RFC 9293 的名称是 SYN-SENT 和 SYN-RECEIVED。RFC 的状态里没有 SYN_SEND，倒是微软一篇讲 netstat 的旧文这样写过；实际上 SYN 已经发出，正在等应答。SYN_RECV（Linux，ss 里写作 SYN-RECV）和 SYN_RCVD（BSD）是同一状态的两种缩写。名称说的是主机做了什么，而不是它是哪一方：同时打开时，双方都要经过这两个状态。Linux 6.18 内部又分两种：TCP_NEW_SYN_RECV 只是监听套接字名下的一个请求，TCP_SYN_RECV 才是套接字，见于同时打开和 Fast Open。",
  },
  sources: [
    { label: "RFC 9293 §3.3.2", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.3.2" },
    { label: "RFC 9293 §3.5, figure 7", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5" },
    {
      label: "Microsoft Q137984 (2001), archived: SYN_SEND",
      url: "https://jeffpar.github.io/kbarchive/kb/137/Q137984",
    },
    { label: "Linux 6.18: include/net/tcp_states.h; recorded trace simultaneous-open" },
  ],
  claimed: [
    { kind: "state", host: "client", state: "SYN-SENT", atUs: 49_999 },
    { kind: "never", host: "client", state: "SYN-RECEIVED" },
    { kind: "never", host: "server", state: "SYN-SENT" },
    { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 50_000 },
  ],
  simulation: {
    scenario: { like: "simultaneous-open" },
    shows: [
      { kind: "state", host: "client", state: "SYN-SENT", atUs: 0 },
      { kind: "state", host: "server", state: "SYN-SENT", atUs: 0 },
      { kind: "state", host: "client", state: "SYN-RECEIVED", atUs: 50_000 },
      { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 50_000 },
      { kind: "segments", from: "client", flags: ["SYN", "ACK"], are: [{ seq: 0, ack: 1, sentAtUs: 50_000 }] },
      { kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ seq: 0, ack: 1, sentAtUs: 50_000 }] },
      { kind: "ends", host: "client", state: "ESTABLISHED" },
      { kind: "ends", host: "server", state: "ESTABLISHED" },
    ],
    contrast: {
      label: { en: "As claimed: one listens, one connects", zh: "按说法：一方监听，一方连接" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
        ],
      },
    },
  },
} satisfies ClaimSpec;
