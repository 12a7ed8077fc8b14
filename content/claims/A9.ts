import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "correct",
  notes: [{ note: "000", heading: "TCP三次握手中，最后一次回复丢失…" }],
  claim: {
    en: "When the final ACK is lost, the connection is open as far as the client can tell, although the server is not there yet.",
    zh: "最后的 ACK 丢失时，客户端一方已视连接为建成，服务器却还没有。",
  },
  statement: {
    en: "The client enters ESTABLISHED as soon as an acceptable SYN-ACK arrives; connect() returns, and it may send. It cannot know whether its ACK arrives. Until that ACK, or data that carries the same ack, gets through, the server is in SYN-RECEIVED and accept() does not return. Even without loss the client is half a round trip ahead; loss makes it a second or more.",
    zh: "合格的 SYN-ACK 一到，客户端就进入 ESTABLISHED：connect() 返回，可以发数据。它无从知道自己的 ACK 是否送达。在这个 ACK 或者带有同样 ack 的数据到达之前，服务器一直是 SYN-RECEIVED，accept() 不会返回。即使没有丢包，客户端也早半个往返时间；ACK 一丢，就要差上一秒以至更久。",
  },
  sources: [
    { label: "RFC 9293 §3.10.7.3", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.3" },
    { label: "RFC 9293 §3.10.7.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    { label: "Linux 6.18: recorded trace handshake-lost-final-ack-idle" },
  ],
  claimed: [
    { kind: "state", host: "client", state: "ESTABLISHED", atUs: 20_000 },
    { kind: "state", host: "client", state: "ESTABLISHED", atUs: 500_000 },
    { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 500_000 },
  ],
  simulation: {
    scenario: { like: "lost-final-ack" },
    shows: [
      { kind: "state", host: "client", state: "ESTABLISHED", atUs: 20_000 },
      { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 1_029_999 },
      { kind: "state", host: "server", state: "ESTABLISHED", atUs: 1_030_000 },
      {
        kind: "segments",
        from: "client",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 1, sentAtUs: 20_000 },
          { seq: 1, ack: 1, sentAtUs: 1_020_000 },
        ],
      },
    ],
    contrast: { label: { en: "The ACK is not lost", zh: "ACK 没有丢" }, change: { rules: [] } },
  },
} satisfies ClaimSpec;
