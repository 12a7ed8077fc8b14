import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "imprecise",
  notes: [{ note: "000", heading: "TCP三次握手中，最后一次回复丢失…" }],
  claim: {
    en: "If the final ACK was lost and the client sends data, the server answers with RST, and thus the client learns that the handshake failed.",
    zh: "最后的 ACK 丢失后，客户端若发数据，服务器会回 RST，客户端由此得知握手没有成功。",
  },
  statement: {
    en: "Only when the server has already given up, on Linux 6.18 63 s after its first SYN-ACK (nominal). Before that the data itself completes the handshake: it carries ack = y + 1, so the server in SYN-RECEIVED becomes ESTABLISHED and delivers the data (RFC 9293 §3.10.7.4). One exception on Linux: while the accept queue is full, ACK and data are dropped silently, or answered with RST if tcp_abort_on_overflow = 1 (default 0).",
    zh: "只有服务器已经放弃之后才会这样；在 Linux 6.18 上，那是首个 SYN-ACK 之后 63 秒（标称值）。在此之前，数据自己就能补全握手：它带着 ack = y + 1，处于 SYN-RECEIVED 的服务器收到后进入 ESTABLISHED，数据照常交付（RFC 9293 §3.10.7.4）。Linux 有一个例外：accept 队列满时，ACK 和数据会被悄悄丢弃；若 tcp_abort_on_overflow = 1（默认 0），才回 RST。",
  },
  sources: [
    { label: "RFC 9293 §3.10.7.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    { label: "Linux 6.18: recorded traces handshake-lost-final-ack-client-data, handshake-giveup-default" },
    {
      label: "Linux 6.18: tcp_abort_on_overflow = 0; recorded trace backlog-overflow-final-ack-dropped",
      url: "https://docs.kernel.org/networking/ip-sysctl.html",
    },
  ],
  claimed: [
    { kind: "segments", from: "server", flags: ["RST"], are: [{ seq: 1 }] },
    { kind: "delivered", host: "server", bytes: 0 },
    { kind: "fails", host: "client", failure: "connection reset" },
    { kind: "ends", host: "client", state: "CLOSED" },
  ],
  simulation: {
    scenario: { like: "lost-final-ack-then-text" },
    shows: [
      {
        kind: "segments",
        from: "client",
        flags: ["PSH", "ACK"],
        are: [{ seq: 1, ack: 1, len: 5, sentAtUs: 320_000 }],
      },
      { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 329_999 },
      { kind: "state", host: "server", state: "ESTABLISHED", atUs: 330_000 },
      { kind: "segments", from: "server", flags: ["RST"], are: [] },
      { kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ sentAtUs: 10_000 }] },
      { kind: "delivered", host: "server", bytes: 5 },
      { kind: "delivered", host: "client", bytes: 5 },
      { kind: "ends", host: "client", state: "ESTABLISHED" },
    ],
    contrast: {
      label: {
        en: "As claimed: the data comes when the server has given up",
        zh: "按说法：数据到来时，服务器已经放弃",
      },
      change: {
        rules: [{ from: "client", of: "ACK", nth: "every", fate: "drop" }],
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", atUs: 70_000_000, call: { kind: "send", len: 5 } },
        ],
      },
    },
  },
} satisfies ClaimSpec;
