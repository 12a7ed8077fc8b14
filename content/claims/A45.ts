import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "correct",
  notes: [{ note: "001", heading: "5.为什么要等待2MSL？" }],
  claim: {
    en: "If the client used the same port again at once, late data of the old connection could be taken for data of the new one.",
    zh: "客户端若立刻再用同一端口，旧连接迟到的数据就可能被当成新连接的数据。",
  },
  statement: {
    en: "It can happen, if all of this is so: the same four-tuple; the old segment is inside the new receive window, and its ack is acceptable too; no timestamps, whose PAWS check (RFC 7323) would drop it. The ISN clock works against it: the new numbers begin ahead of the old ones, unless the old connection sent faster than the clock ran, 250 kB/s at the RFC’s 4 µs, or the numbers wrapped around. In the film the clock is slow: 1000 old bytes fill a gap of the new connection, the bytes meant for it are lost and never sent again, and nobody notices.",
    zh: "可能发生，但要凑齐几个条件：四元组相同；旧报文段落在新连接的接收窗口之内，它的 ack 也能通过检查；没有时间戳，否则 PAWS 检查（RFC 7323）会把它丢弃。ISN 的时钟也在防着：新编号总从旧编号前方开始，除非旧连接发得比时钟还快（按 RFC 的 4 微秒，即每秒 250 kB），或者编号已经回绕。片中时钟放得很慢：1000 个旧字节填进新连接的缺口，本该到的字节丢了也不再重传，谁也没有察觉。",
  },
  sources: [
    { label: "RFC 9293 §3.4.2 and §3.4.3", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4.2" },
    { label: "RFC 1337 §1", url: "https://www.rfc-editor.org/rfc/rfc1337#section-1" },
    { label: "RFC 7323 §5", url: "https://www.rfc-editor.org/rfc/rfc7323#section-5" },
    { label: "RFC 5961 §5", url: "https://www.rfc-editor.org/rfc/rfc5961#section-5" },
  ],
  claimed: [
    { kind: "call", host: "client", call: "connect", nth: 2, errno: null },
    { kind: "delivered", host: "client", bytes: 1460 },
  ],
  simulation: {
    scenario: {
      profile: "rfc9293",
      // A clock of 1 ms a step: 2460 bytes are enough to overtake it.
      settings: { issTickNs: 1_000_000, timeWaitUs: 0 },
      iss: { client: 100, server: 300 },
      wire: {
        delayUs: 50_000,
        rules: [
          { from: "server", of: "DATA", nth: 2, fate: "duplicate", byUs: 1_500_000 },
          { from: "server", of: "DATA", nth: 4, fate: "drop" },
        ],
      },
      script: [
        { host: "server", atUs: 0, call: { kind: "listen", options: { noDelay: true } } },
        { host: "client", atUs: 0, call: { kind: "connect" } },
        { host: "server", on: "ESTABLISHED", afterUs: 0, call: { kind: "send", len: 1460 } },
        { host: "server", on: "ESTABLISHED", afterUs: 0, call: { kind: "send", len: 1000 } },
        { host: "client", atUs: 400_000, call: { kind: "close" } },
        { host: "server", on: "CLOSE-WAIT", afterUs: 0, call: { kind: "close" } },
        { host: "client", atUs: 1_000_000, call: { kind: "connect", from: 40_000 } },
        { host: "server", atUs: 2_000_000, call: { kind: "send", len: 460 } },
        { host: "server", atUs: 2_000_000, call: { kind: "send", len: 1000 } },
      ],
      untilUs: 4_000_000,
    },
    shows: [
      { kind: "call", host: "client", call: "connect", nth: 2, errno: null },
      {
        kind: "segments",
        from: "server",
        flags: ["PSH", "ACK"],
        are: [
          { seq: 1, len: 1460, sentAtUs: 150_000, nature: "first" },
          { seq: 1461, len: 1000, sentAtUs: 150_000, nature: "first" },
          { seq: 1461, len: 1000, sentAtUs: 150_000, nature: "copy" },
          { seq: 1, len: 460, sentAtUs: 2_000_000, nature: "first" },
          { seq: 461, len: 1000, sentAtUs: 2_000_000, nature: "first" },
        ],
      },
      { kind: "delivered", host: "client", bytes: 1460 },
      { kind: "fails", host: "client", failure: null },
      { kind: "fails", host: "server", failure: null },
      { kind: "ends", host: "client", state: "ESTABLISHED" },
      { kind: "ends", host: "server", state: "ESTABLISHED" },
    ],
    contrast: {
      label: { en: "The client waits in TIME-WAIT", zh: "客户端在 TIME-WAIT 里等待" },
      change: {
        settings: { issTickNs: 1_000_000 },
        rules: [{ from: "server", of: "DATA", nth: 2, fate: "duplicate", byUs: 1_500_000 }],
      },
    },
  },
} satisfies ClaimSpec;
