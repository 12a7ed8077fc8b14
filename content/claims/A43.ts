import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "imprecise",
  notes: [{ note: "004", heading: "HTTP之三次握手与四次挥手" }],
  claim: {
    en: "HTTP has a three-way handshake and a four-way close.",
    zh: "HTTP 有三次握手和四次挥手。",
  },
  statement: {
    en: "They belong to TCP, whatever runs on it: in the film TCP opens and closes a connection without one byte of HTTP. HTTP/1.1 and HTTP/2 use such a connection, so a handshake precedes the first request; but one connection usually carries many requests and responses, so not every request has a handshake and a close of its own. With https a TLS handshake follows that of TCP. HTTP/3 (RFC 9114) runs on QUIC over UDP: it has no SYN or FIN segments, and opens connections in its own way.",
    zh: "它们属于 TCP，上面跑什么都一样：片中一个字节的 HTTP 都没有，连接照样建立和关闭。HTTP/1.1 和 HTTP/2 借用这样的连接，所以第一个请求之前有一次握手；但一条连接通常承载许多请求和响应，并不是每个请求握手、挥手一次。https 在 TCP 握手之后还有 TLS 握手。HTTP/3（RFC 9114）跑在基于 UDP 的 QUIC 上，没有 SYN 和 FIN 报文段，建立连接另有一套办法。",
  },
  sources: [
    { label: "RFC 9293 §3.5 and §3.6", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5" },
    { label: "RFC 9112 §9", url: "https://www.rfc-editor.org/rfc/rfc9112#section-9" },
    { label: "RFC 9114 §3", url: "https://www.rfc-editor.org/rfc/rfc9114#section-3" },
    { label: "Linux 6.18: recorded trace close-four-segments-no-data" },
  ],
  claimed: [
    { kind: "segments", from: "client", flags: ["SYN"], are: [{ seq: 0 }] },
    { kind: "delivered", host: "server", bytes: 18 },
    { kind: "delivered", host: "client", bytes: 40 },
    { kind: "ends", host: "server", state: "CLOSED" },
  ],
  simulation: {
    scenario: { like: "open-and-close" },
    shows: [
      { kind: "segments", from: "client", flags: ["SYN"], are: [{ seq: 0, sentAtUs: 0 }] },
      { kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ seq: 0, ack: 1, sentAtUs: 50_000 }] },
      { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 400_000 }] },
      { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 2, sentAtUs: 550_000 }] },
      { kind: "delivered", host: "server", bytes: 0 },
      { kind: "delivered", host: "client", bytes: 0 },
      { kind: "ends", host: "client", state: "CLOSED" },
      { kind: "ends", host: "server", state: "CLOSED" },
    ],
    contrast: {
      label: { en: "As claimed: a request and a response in between", zh: "按说法：中间有一个请求和一个响应" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", on: "ESTABLISHED", afterUs: 0, call: { kind: "send", len: 18 } },
          { host: "server", atUs: 200_000, call: { kind: "send", len: 40 } },
          { host: "client", atUs: 400_000, call: { kind: "close" } },
          { host: "server", on: "CLOSE-WAIT", afterUs: 100_000, call: { kind: "close" } },
        ],
      },
    },
  },
} satisfies ClaimSpec;
