import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "imprecise",
  notes: [{ note: "000", heading: "两次握手不行吗？…" }],
  claim: {
    en: "With three segments, the client leaves the server’s answer to an old SYN unconfirmed, and from that silence the server sees that no connection was asked for.",
    zh: "采用三次握手时，客户端对旧 SYN 引来的应答不作确认；服务器等不到确认，就明白没人要建立连接。",
  },
  statement: {
    en: "The outcome is right, the way there is not. A client that has no such connection does send something: a RST whose seq is the ack it was sent. The server returns from SYN-RECEIVED to LISTEN at once, without waiting. Silence is the exception: the client’s host is off, or a filter drops the RST. Then Linux 6.18 repeats its SYN-ACK 5 times and forgets the request after 63 s (nominal).",
    zh: "结论没错，过程不对。客户端没有这条连接，会明确回答：发出 RST，其 seq 就取自收到的 ack。服务器一收到，便从 SYN-RECEIVED 退回 LISTEN，无须等待。不作声才是例外：客户端主机已关机，或者 RST 被防火墙丢弃。这时 Linux 6.18 把 SYN-ACK 重发 5 次，到 63 秒（标称值）才丢弃这个请求。",
  },
  sources: [
    { label: "RFC 9293 §3.5, figure 8", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5" },
    { label: "RFC 9293 §3.10.7.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.1" },
    { label: "Linux 6.18: recorded trace old-duplicate-syn; tcp_synack_retries = 5" },
  ],
  claimed: [
    { kind: "segments", from: "client", flags: ["ACK"], are: [] },
    { kind: "segments", from: "client", flags: ["RST"], are: [] },
    { kind: "never", host: "server", state: "ESTABLISHED" },
    { kind: "ends", host: "server", state: "LISTEN" },
  ],
  simulation: {
    scenario: {
      like: "open",
      profile: "linux-6.18",
      script: [{ host: "server", atUs: 0, call: { kind: "listen" } }],
      ghosts: [{ from: "client", arrivesAtUs: 50_000, flags: ["SYN"], seq: 90 }],
    },
    shows: [
      { kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ seq: 0, ack: -9, sentAtUs: 50_000 }] },
      { kind: "segments", from: "client", flags: ["RST"], are: [{ seq: -9, sentAtUs: 100_000 }] },
      { kind: "segments", from: "client", flags: ["ACK"], are: [] },
      { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 149_999 },
      { kind: "state", host: "server", state: "LISTEN", atUs: 150_000 },
      { kind: "never", host: "server", state: "ESTABLISHED" },
    ],
    contrast: {
      label: {
        en: "As claimed: the client says nothing, because its host is switched off",
        zh: "按说法：客户端不作声，因为它的主机已经关机",
      },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "crash" } },
        ],
      },
    },
  },
} satisfies ClaimSpec;
