import type { ClaimSpec } from "#lib/content/schema.ts";

/** After its first FIN nothing from the server gets through any more. */
export default {
  verdict: "imprecise",
  notes: [{ note: "004", heading: "为什么TIME_WAIT状态需要经过2MSL…" }],
  claim: {
    en: "If no FIN comes within 2MSL, the client may infer that its ACK has arrived.",
    zh: "2MSL 之内没有再收到 FIN，客户端就可推断 ACK 已被对方收到。",
  },
  statement: {
    en: "It may hope so; it cannot know. Silence looks the same if the ACK and every repeated FIN were lost, or if the peer lost its power. In the film the client is CLOSED after 60 s, while the server is still in LAST-ACK and repeats its FIN in vain until it gives up. The sender of a last message never learns whether it arrived; TIME-WAIT makes the risk small and then ends, whatever is true. RFC 9293 §3.6.1 asks for the wait, and draws no conclusion from it.",
    zh: "可以这样期望，却无从确知。ACK 丢了、重发的 FIN 也全丢了，或者对端断了电，看上去同样没有动静。片中过了 60 秒，客户端已是 CLOSED，服务器仍在 LAST-ACK，徒劳地重发 FIN，直到放弃。最后一条消息的发送者永远不知道它是否送达；TIME-WAIT 只把风险降到很小，到时就结束，不论实情如何。RFC 9293 §3.6.1 只要求等这么久，并不由此得出什么结论。",
  },
  sources: [
    { label: "RFC 9293 §3.6.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6.1" },
    { label: "RFC 9293 §3.10.7.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    { label: "Linux 6.18: TCP_TIMEWAIT_LEN = 60 s (include/net/tcp.h); tcp_orphan_retries = 0, which means 8" },
  ],
  claimed: [
    { kind: "state", host: "client", state: "CLOSED", atUs: 60_600_000 },
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
        { from: "server", of: "FIN", nth: 10, fate: "drop" },
      ],
    },
    shows: [
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 60_599_999 },
      { kind: "state", host: "client", state: "CLOSED", atUs: 60_600_000 },
      { kind: "state", host: "server", state: "LAST-ACK", atUs: 60_600_000 },
      {
        kind: "segments",
        from: "client",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 1, sentAtUs: 100_000 },
          { seq: 2, ack: 2, sentAtUs: 600_000 },
        ],
      },
      { kind: "segments", from: "client", flags: ["RST"], are: [] },
      { kind: "fails", host: "client", failure: null },
    ],
    contrast: {
      label: { en: "As claimed: the last ACK has arrived", zh: "按说法：最后的 ACK 确实到了" },
      change: { rules: [] },
    },
  },
} satisfies ClaimSpec;
