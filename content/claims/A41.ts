import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "correct",
  notes: [{ note: "004", heading: "TCP三次握手与四次挥手" }],
  claim: {
    en: "seq and ack are four bytes long; ack is the number of the last byte received plus one, the one expected next.",
    zh: "seq 和 ack 各占 4 字节；ack 等于收到的最后一个字节的编号加 1，也就是期待的下一个编号。",
  },
  statement: {
    en: "The condition: everything before that byte has arrived as well. ack is cumulative, so with a gap before the segment it keeps repeating the number of the missing byte, and jumps ahead when the gap is filled (SACK can report what lies beyond). SYN and FIN count like one byte each: their ack is one more although no data came. With 32 bits the numbers begin again at 0 after 2^32 - 1 and are compared around the circle; in the film that happens after 16 numbers. RFC 7323’s timestamps help when they come round too fast.",
    zh: "条件是：这个字节之前的内容也都到了。ack 是累积确认，报文段前面若有缺口，它就一直重复所缺字节的编号，缺口补上才一下跳到后面（缺口之后收到了什么，可由 SACK 报告）。SYN 和 FIN 各算一个编号：没有数据，ack 也要加 1。编号只有 32 位，到 2^32 − 1 之后从 0 重新开始，比较大小要按环来算；片中用过 16 个编号就回绕了。回绕太快时，由 RFC 7323 的时间戳来区分。",
  },
  sources: [
    { label: "RFC 9293 §3.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.1" },
    { label: "RFC 9293 §3.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4" },
    { label: "RFC 7323 §5", url: "https://www.rfc-editor.org/rfc/rfc7323#section-5" },
    { label: "Linux 6.18: recorded trace sequence-wraparound" },
  ],
  claimed: [
    {
      kind: "segments",
      from: "server",
      flags: ["ACK"],
      are: [
        { ack: 11, sentAtUs: 350_000 },
        { ack: 21, sentAtUs: 360_000 },
      ],
    },
  ],
  simulation: {
    scenario: {
      profile: "rfc9293",
      // 2^32 - 16
      iss: { client: 4_294_967_280, server: 300 },
      wire: { delayUs: 50_000 },
      script: [
        { host: "server", atUs: 0, call: { kind: "listen" } },
        { host: "client", atUs: 0, call: { kind: "connect", options: { noDelay: true } } },
        { host: "client", atUs: 300_000, call: { kind: "send", len: 10 } },
        { host: "client", atUs: 310_000, call: { kind: "send", len: 10 } },
      ],
    },
    shows: [
      { kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ seq: 0, ack: 1, sentAtUs: 50_000 }] },
      {
        kind: "segments",
        from: "client",
        flags: ["PSH", "ACK"],
        are: [
          { seq: 1, len: 10, sentAtUs: 300_000 },
          { seq: 11, len: 10, sentAtUs: 310_000 },
        ],
      },
      {
        kind: "segments",
        from: "server",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 11, sentAtUs: 350_000 },
          { seq: 1, ack: 21, sentAtUs: 360_000 },
        ],
      },
      { kind: "delivered", host: "server", bytes: 20 },
    ],
    contrast: {
      label: {
        en: "The first 10 bytes are lost: the second segment gets ack = 1",
        zh: "前 10 个字节丢失：第二段只换来 ack = 1",
      },
      change: { rules: [{ from: "client", of: "DATA", nth: 1, fate: "drop" }] },
    },
  },
} satisfies ClaimSpec;
