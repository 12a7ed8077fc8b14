import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "correct",
  notes: [
    { note: "000", heading: "为什么客户端最后还要等待2MSL？…" },
    { note: "001", heading: "5.为什么要等待2MSL？" },
    { note: "004", heading: "为什么TIME_WAIT状态需要经过2MSL…" },
  ],
  claim: {
    en: "The last ACK can get lost; TIME-WAIT is there to acknowledge the FIN when it comes again, and then starts its 2MSL anew.",
    zh: "最后的 ACK 可能丢失；TIME-WAIT 使这一方能再次确认重发的 FIN，并重新计时 2MSL。",
  },
  statement: {
    en: "Yes, and it is one of two reasons; the other is that old segments must die out. It belongs to whoever closed first, client or server. An ACK takes no sequence number, so nobody repeats it: the peer in LAST-ACK repeats its FIN, which is acknowledged again, and the wait restarts (RFC 9293 §3.10.7.4). Linux 6.18 restarts its 60 s on any segment with ACK set (a RST apart), not on an old SYN. Without TIME-WAIT the FIN gets a RST, and the peer may report an error.",
    zh: "对，这是两个理由之一，另一个是让旧报文段消失；在 TIME-WAIT 里等的是先关闭的一方，不一定是客户端。ACK 不占序列号，没人会重传它；停在 LAST-ACK 的对端重发的是 FIN，这一方再确认一次，并重新计时（RFC 9293 §3.10.7.4）。Linux 6.18 收到任何带 ACK 的报文段（RST 除外）都会重计 60 秒，旧 SYN 则不会。没有 TIME-WAIT，FIN 就会换来 RST，对端可能报错。",
  },
  sources: [
    { label: "RFC 9293 §3.10.7.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    { label: "RFC 9293 §3.6.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6.1" },
    { label: "Linux 6.18: recorded traces lost-last-ack, time-wait-missing" },
  ],
  claimed: [
    {
      kind: "segments",
      from: "server",
      flags: ["FIN", "ACK"],
      are: [
        { seq: 1, nature: "first" },
        { seq: 1, nature: "resent" },
      ],
    },
    { kind: "segments", from: "client", flags: ["ACK"], are: [{ ack: 1 }, { ack: 2 }, { ack: 2 }] },
    { kind: "state", host: "client", state: "TIME-WAIT", atUs: 241_599_999 },
    { kind: "state", host: "client", state: "CLOSED", atUs: 241_600_000 },
  ],
  simulation: {
    scenario: { like: "open-and-close", rules: [{ from: "client", of: "ACK", nth: 2, fate: "drop" }] },
    shows: [
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 600_000 },
      {
        kind: "segments",
        from: "server",
        flags: ["FIN", "ACK"],
        are: [
          { seq: 1, ack: 2, sentAtUs: 550_000, nature: "first" },
          { seq: 1, ack: 2, sentAtUs: 1_550_000, nature: "resent" },
        ],
      },
      {
        kind: "segments",
        from: "client",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 1, sentAtUs: 100_000 },
          { seq: 2, ack: 2, sentAtUs: 600_000 },
          { seq: 2, ack: 2, sentAtUs: 1_600_000 },
        ],
      },
      { kind: "state", host: "server", state: "LAST-ACK", atUs: 1_649_999 },
      { kind: "state", host: "server", state: "CLOSED", atUs: 1_650_000 },
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 240_600_000 },
      { kind: "state", host: "client", state: "CLOSED", atUs: 241_600_000 },
    ],
    contrast: {
      label: { en: "The client does not wait in TIME-WAIT", zh: "客户端不在 TIME-WAIT 里等待" },
      change: { hosts: [{ name: "client", settings: { timeWaitUs: 0 } }] },
    },
  },
} satisfies ClaimSpec;
