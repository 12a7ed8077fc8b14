import type { ClaimSpec } from "#lib/content/schema.ts";

/** The FIN is the reply to an ACK that was lost: it can come long after 2MSL. */
export default {
  verdict: "imprecise",
  notes: [{ note: "004", heading: "为什么TIME_WAIT状态需要经过2MSL…" }],
  claim: {
    en: "2MSL is the longest that one message and the reply to it can take.",
    zh: "2MSL 是一次发送加一次答复最多要用的时间。",
  },
  statement: {
    en: "It is two lifetimes of a segment: the longest that our last ACK, and then whatever the peer sent until it came, can be on their way. When the peer sends is not bounded by it. A lost ACK is answered by a repeated FIN only after a timeout, and timeouts double: here every repeat within 60 s is lost as well, and the next one finds TIME-WAIT over and gets a RST. Nor is it a round-trip time: that takes milliseconds, 2MSL is a cautious 4 minutes (RFC 9293) or 60 s (Linux 6.18).",
    zh: "它是报文段寿命的两倍：先是最后的 ACK，再是对端在它到达之前发出的报文段，二者在途中最多能停留这么久。对端何时发送，却不受它限制。ACK 丢了，对端要超时才重发 FIN，超时还逐次翻倍；片中 60 秒内重发的 FIN 也都丢了，下一个到达时 TIME-WAIT 已经结束，只换来 RST。它也不是往返时间：往返以毫秒计，2MSL 则是宽裕的 4 分钟（RFC 9293）或 60 秒（Linux 6.18）。",
  },
  sources: [
    { label: "RFC 9293 §3.4.2", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4.2" },
    { label: "RFC 9293 §3.6.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6.1" },
    { label: "RFC 6298 §5.5: timeouts double", url: "https://www.rfc-editor.org/rfc/rfc6298#section-5" },
    { label: "Linux 6.18: recorded trace lost-last-ack" },
  ],
  claimed: [
    { kind: "segments", from: "client", flags: ["ACK"], are: [{ ack: 1 }, { ack: 2 }, { ack: 2 }] },
    { kind: "segments", from: "client", flags: ["RST"], are: [] },
    { kind: "state", host: "server", state: "CLOSED", atUs: 60_600_000 },
  ],
  simulation: {
    scenario: {
      like: "open-and-close",
      profile: "linux-6.18",
      rules: [
        { from: "client", of: "ACK", nth: 2, fate: "drop" },
        { from: "server", of: "FIN", nth: 2, fate: "drop" },
        { from: "server", of: "FIN", nth: 3, fate: "drop" },
        { from: "server", of: "FIN", nth: 4, fate: "drop" },
        { from: "server", of: "FIN", nth: 5, fate: "drop" },
        { from: "server", of: "FIN", nth: 6, fate: "drop" },
        { from: "server", of: "FIN", nth: 7, fate: "drop" },
        { from: "server", of: "FIN", nth: 8, fate: "drop" },
        { from: "server", of: "FIN", nth: 9, fate: "drop" },
      ],
    },
    shows: [
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 600_000 },
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 60_599_999 },
      { kind: "state", host: "client", state: "CLOSED", atUs: 60_600_000 },
      { kind: "state", host: "server", state: "LAST-ACK", atUs: 77_449_999 },
      { kind: "segments", from: "client", flags: ["RST"], are: [{ seq: 2, sentAtUs: 77_400_000 }] },
      { kind: "state", host: "server", state: "CLOSED", atUs: 77_450_000 },
    ],
    contrast: {
      label: {
        en: "As claimed: the FIN comes again in 0.3 s and is not lost",
        zh: "按说法：FIN 过 0.3 秒就重发，而且没有再丢",
      },
      change: { rules: [{ from: "client", of: "ACK", nth: 2, fate: "drop" }] },
    },
  },
} satisfies ClaimSpec;
