import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "correct",
  notes: [{ note: "000", heading: "TCP三次握手中，最后一次回复丢失…" }],
  claim: {
    en: "If no ACK comes in spite of the repeats, the server gives the half-open connection up by itself.",
    zh: "重发次数用完仍等不到 ACK，服务器会自行放弃这条半开的连接。",
  },
  statement: {
    en: "Yes. Linux 6.18 repeats the SYN-ACK tcp_synack_retries = 5 times and deletes the request 63 s after the first one (nominal). It does so silently: no RST goes out and accept() never returns, so the client, ESTABLISHED all the while, learns of it only when it sends something and gets a RST. RFC 9293 §3.8.3 asks for more patience with a SYN: at least 3 minutes.",
    zh: "是的。Linux 6.18 重发 SYN-ACK 共 tcp_synack_retries = 5 次，在首个 SYN-ACK 之后 63 秒（标称值）删除这个请求。过程没有声响：不发 RST，accept() 也不会返回。客户端一直是 ESTABLISHED，要等自己发数据、收到 RST 才知道。RFC 9293 §3.8.3 要求更有耐心：SYN 的重传至少持续 3 分钟。",
  },
  sources: [
    { label: "RFC 9293 §3.8.3", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.8.3" },
    {
      label: "Linux 6.18: tcp_synack_retries = 5",
      url: "https://docs.kernel.org/networking/ip-sysctl.html",
    },
    { label: "Linux 6.18: recorded trace handshake-giveup-default" },
  ],
  claimed: [
    { kind: "never", host: "server", state: "ESTABLISHED" },
    { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 63_009_999 },
    { kind: "state", host: "server", state: "LISTEN", atUs: 63_010_000 },
    { kind: "connections", host: "server", atUs: 63_010_000, count: 0 },
  ],
  simulation: {
    scenario: { like: "lost-final-ack", rules: [{ from: "client", of: "ACK", nth: "every", fate: "drop" }] },
    shows: [
      {
        kind: "segments",
        from: "server",
        flags: ["SYN", "ACK"],
        are: [
          { sentAtUs: 10_000, nature: "first" },
          { sentAtUs: 1_010_000, nature: "resent" },
          { sentAtUs: 3_010_000, nature: "resent" },
          { sentAtUs: 7_010_000, nature: "resent" },
          { sentAtUs: 15_010_000, nature: "resent" },
          { sentAtUs: 31_010_000, nature: "resent" },
        ],
      },
      { kind: "state", host: "server", state: "LISTEN", atUs: 63_010_000 },
      { kind: "segments", from: "server", flags: ["RST"], are: [] },
      { kind: "segments", from: "server", flags: ["RST", "ACK"], are: [] },
      { kind: "ends", host: "client", state: "ESTABLISHED" },
    ],
    contrast: {
      label: { en: "The answer to the last repeat arrives", zh: "对最后一次重发的应答送到了" },
      change: {
        rules: [
          { from: "client", of: "ACK", nth: 1, fate: "drop" },
          { from: "client", of: "ACK", nth: 2, fate: "drop" },
          { from: "client", of: "ACK", nth: 3, fate: "drop" },
          { from: "client", of: "ACK", nth: 4, fate: "drop" },
          { from: "client", of: "ACK", nth: 5, fate: "drop" },
        ],
      },
    },
  },
} satisfies ClaimSpec;
