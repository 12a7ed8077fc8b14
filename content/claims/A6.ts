import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "outdated",
  notes: [{ note: "000", heading: "TCP三次握手中，最后一次回复丢失…" }],
  claim: {
    en: "If the final ACK is lost, the server stays in SYN-RECEIVED and repeats its SYN-ACK after waits of 3, 6 and 12 s.",
    zh: "最后的 ACK 丢失，服务器停在 SYN-RECEIVED，先后等 3、6、12 秒重发 SYN-ACK。",
  },
  statement: {
    en: "The server does stay in SYN-RECEIVED (SYN-RECV in Linux) and repeats its SYN-ACK with doubling waits, but they begin with 1 s. Three seconds was the initial timeout of RFC 1122 and RFC 2988; RFC 6298 (2011) made it 1 s. Linux 6.18 sends at 0, 1, 3, 7, 15 and 31 s: tcp_synack_retries = 5 repeats, nominal times. The client answers each repeat with an ACK again.",
    zh: "服务器确实停在 SYN-RECEIVED（Linux 写作 SYN-RECV），也确实按翻倍的间隔重发，但第一次只等 1 秒。3 秒是 RFC 1122 和 RFC 2988 的初始超时，RFC 6298（2011 年）把它改为 1 秒。Linux 6.18 在 0、1、3、7、15、31 秒发送 SYN-ACK（标称值），即 tcp_synack_retries = 5 次重发。每收到一次，客户端就再回一个 ACK。",
  },
  sources: [
    { label: "RFC 6298 §2.1 and appendix A", url: "https://www.rfc-editor.org/rfc/rfc6298#section-2" },
    { label: "RFC 6298 §5.5", url: "https://www.rfc-editor.org/rfc/rfc6298#section-5" },
    { label: "RFC 1122 §4.2.3.1", url: "https://www.rfc-editor.org/rfc/rfc1122#section-4.2.3.1" },
    { label: "Linux 6.18: recorded traces handshake-lost-final-ack-idle, handshake-giveup-default" },
  ],
  claimed: [
    {
      kind: "segments",
      from: "server",
      flags: ["SYN", "ACK"],
      are: [{ sentAtUs: 10_000 }, { sentAtUs: 3_010_000 }, { sentAtUs: 9_010_000 }, { sentAtUs: 21_010_000 }],
    },
  ],
  simulation: {
    scenario: {
      like: "lost-final-ack",
      rules: [
        { from: "client", of: "ACK", nth: 1, fate: "drop" },
        { from: "client", of: "ACK", nth: 2, fate: "drop" },
        { from: "client", of: "ACK", nth: 3, fate: "drop" },
      ],
    },
    shows: [
      {
        kind: "segments",
        from: "server",
        flags: ["SYN", "ACK"],
        are: [
          { seq: 0, ack: 1, sentAtUs: 10_000, nature: "first" },
          { seq: 0, ack: 1, sentAtUs: 1_010_000, nature: "resent" },
          { seq: 0, ack: 1, sentAtUs: 3_010_000, nature: "resent" },
          { seq: 0, ack: 1, sentAtUs: 7_010_000, nature: "resent" },
        ],
      },
      { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 7_029_999 },
      { kind: "state", host: "server", state: "ESTABLISHED", atUs: 7_030_000 },
    ],
    contrast: {
      label: {
        en: "As claimed: an initial timeout of 3 s, as in RFC 1122",
        zh: "按说法：初始超时 3 秒，即 RFC 1122 的规定",
      },
      change: { settings: { rtoInitialUs: 3_000_000 } },
    },
  },
} satisfies ClaimSpec;
