import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "imprecise",
  notes: [
    { note: "001", heading: "2.为什么需要第三次握手" },
    { note: "002", heading: "为什么不是两次握手？为什么要三次？" },
  ],
  claim: {
    en: "The third segment is needed so that the server does not wait and waste resources.",
    zh: "第三次握手的意义，是让服务器不至于空等而浪费资源。",
  },
  statement: {
    en: "A connection opened by an old SYN would be wasted, yes, but that is a weak reason. With three segments the server spends and waits too: it stores something once it answers a SYN, on Linux 6.18 for 63 s (nominal) if no third segment comes; SYN floods live on that. The third segment only keeps the entry small and short-lived: a request, not yet a socket. Storing nothing takes SYN cookies (RFC 4987 §3.6). What the third segment is for: it confirms the server’s ISN, and lets the client refuse an old SYN before anything is open.",
    zh: "旧 SYN 建成的连接确实是浪费，但这是次要的理由。三次握手同样要等、要花资源：服务器一回应 SYN 就要存下记录；第三个报文段不来，Linux 6.18 要留它 63 秒（标称值），SYN 洪泛正是利用这一点。第三个报文段只是让这份记录可以小而短命：它是请求，还不是套接字。想什么都不存，要靠 SYN cookie（RFC 4987 §3.6）。第三个报文段真正的作用是：确认服务器的 ISN，并在连接建成之前拒绝旧 SYN。",
  },
  sources: [
    { label: "RFC 9293 §3.5", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5" },
    { label: "RFC 4987 §3.6", url: "https://www.rfc-editor.org/rfc/rfc4987#section-3.6" },
    { label: "Linux 6.18: tcp_synack_retries = 5; recorded trace handshake-giveup-default" },
  ],
  claimed: [
    { kind: "never", host: "server", state: "ESTABLISHED" },
    { kind: "connections", host: "server", atUs: 30_000_000, count: 0 },
  ],
  simulation: {
    scenario: { like: "lost-final-ack", rules: [{ from: "client", of: "ACK", nth: "every", fate: "drop" }] },
    shows: [
      { kind: "connections", host: "server", state: "SYN-RECEIVED", atUs: 10_000, count: 1 },
      { kind: "connections", host: "server", state: "SYN-RECEIVED", atUs: 63_009_999, count: 1 },
      { kind: "connections", host: "server", atUs: 63_010_000, count: 0 },
      { kind: "never", host: "server", state: "ESTABLISHED" },
      { kind: "ends", host: "server", state: "LISTEN" },
    ],
    contrast: {
      label: {
        en: "As claimed, nothing is spent on waiting: but that takes SYN cookies",
        zh: "按说法：不为等待花任何资源；但这要靠 SYN cookie",
      },
      change: { settings: { synCookies: 2 } },
    },
  },
} satisfies ClaimSpec;
