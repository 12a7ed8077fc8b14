import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "imprecise",
  notes: [{ note: "004", heading: "TCP三次握手与四次挥手" }],
  claim: {
    en: "Once the third segment has been sent, client and server are both ESTABLISHED.",
    zh: "第三个报文段一经发出，客户端和服务器就都进入 ESTABLISHED。",
  },
  statement: {
    en: "True of the client: it becomes ESTABLISHED when the SYN-ACK arrives, in the same step in which it sends the ACK. The server follows only when that ACK, or any later segment with the right numbers, has arrived: half a round trip after it was sent, and much later if it is lost. In between the sides disagree: the client may be sending already while the server is in SYN-RECEIVED. For both to change at the same moment, the ACK would have to take no time.",
    zh: "对客户端成立：SYN-ACK 一到，它就进入 ESTABLISHED，同时发出 ACK。服务器则要等这个 ACK，或者后面任何一个序列号与确认号正确的报文段到达：比发出时晚半个往返，ACK 丢了还要晚得多。其间两端的状态并不一致：客户端可能已在发数据，服务器仍是 SYN-RECEIVED。要双方同时转换，除非 ACK 在路上不花时间。",
  },
  sources: [
    { label: "RFC 9293 §3.5, figure 6", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5" },
    { label: "RFC 9293 §3.10.7.3 and §3.10.7.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.3" },
    { label: "Linux 6.18: recorded traces handshake-normal and handshake-lost-final-ack-idle" },
  ],
  claimed: [
    { kind: "state", host: "client", state: "ESTABLISHED", atUs: 20_000 },
    { kind: "state", host: "server", state: "ESTABLISHED", atUs: 20_000 },
  ],
  simulation: {
    scenario: { like: "lost-final-ack" },
    shows: [
      {
        kind: "segments",
        from: "client",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 1, sentAtUs: 20_000 },
          { seq: 1, ack: 1, sentAtUs: 1_020_000 },
        ],
      },
      { kind: "state", host: "client", state: "ESTABLISHED", atUs: 20_000 },
      { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 20_000 },
      { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 1_029_999 },
      { kind: "state", host: "server", state: "ESTABLISHED", atUs: 1_030_000 },
    ],
    contrast: {
      label: { en: "As claimed: an ACK that takes no time", zh: "按说法：ACK 在路上不花时间" },
      change: {
        delayUs: 0,
        rules: [
          { from: "client", of: "SYN", nth: 1, fate: "delay", byUs: 10_000 },
          { from: "server", of: "SYN-ACK", nth: 1, fate: "delay", byUs: 10_000 },
        ],
      },
    },
  },
} satisfies ClaimSpec;
