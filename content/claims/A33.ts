import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "correct",
  notes: [{ note: "002", heading: "（2）第二次握手" }],
  claim: {
    en: "The server sets resources aside for the connection as soon as it answers the SYN.",
    zh: "服务器一应答 SYN，就为这条连接留出资源。",
  },
  statement: {
    en: "It must remember both ISNs and the options agreed on, and repeat the SYN-ACK, so it keeps an entry before it knows whether the client exists: that is what a SYN flood lives on (RFC 4987). On Linux 6.18 the entry is a small request; the full socket is made only when the third segment has arrived, and without it the request is gone after about 63 s. With SYN cookies nothing is kept: what is needed is packed into the ISN of the SYN-ACK and returns with the third segment. By default (tcp_syncookies = 1) that happens only when the queue is full.",
    zh: "服务器要记住双方的 ISN 和商定的选项，还要负责重发 SYN-ACK，所以在还不知道客户端是否真实存在时，就得先存下一个条目；SYN 洪泛（SYN flood）正是利用这一点（RFC 4987）。在 Linux 6.18 上，存的只是一个小小的请求，第三个报文段到了才建立完整的套接字；一直不到，约 63 秒后请求作废。SYN cookie 则什么也不存：必要的信息编进 SYN-ACK 的 ISN，随第三个报文段送回。默认设置（tcp_syncookies = 1）下，队列满了才这样做。",
  },
  sources: [
    { label: "RFC 4987 §2 and §3.6", url: "https://www.rfc-editor.org/rfc/rfc4987#section-3.6" },
    { label: "RFC 9293 §3.10.7.2", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.2" },
    { label: "Linux 6.18: net.ipv4.tcp_syncookies (1), tcp_synack_retries (5)" },
    { label: "Linux 6.18: recorded traces handshake-normal and syn-cookies-flood" },
  ],
  claimed: [
    { kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ ack: 1, sentAtUs: 10_000 }] },
    { kind: "connections", host: "server", atUs: 10_000, count: 1 },
  ],
  simulation: {
    scenario: { like: "open", profile: "linux-6.18", delayUs: 10_000 },
    shows: [
      { kind: "connections", host: "server", atUs: 9_999, count: 0 },
      { kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ seq: 0, ack: 1, sentAtUs: 10_000 }] },
      { kind: "connections", host: "server", state: "SYN-RECEIVED", atUs: 10_000, count: 1 },
      { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 29_999 },
      { kind: "ends", host: "server", state: "ESTABLISHED" },
    ],
    contrast: {
      label: {
        en: "SYN cookies always on: answered, but nothing kept",
        zh: "始终启用 SYN cookie：照样应答，什么也不存",
      },
      change: { settings: { synCookies: 2 } },
    },
  },
} satisfies ClaimSpec;
