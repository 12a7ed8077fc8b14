import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "correct",
  notes: [{ note: "002", heading: "（3）第三次握手" }],
  claim: {
    en: "The connection really exists, on both sides, when B has received A’s third segment.",
    zh: "要等 B 收到 A 的第三个报文段，双方的连接才算真正建立。",
  },
  statement: {
    en: "That is the first moment at which both sides are ESTABLISHED. But there is no common moment in TCP: A is ESTABLISHED half a round trip earlier, on the SYN-ACK, may send at once, and never learns when B followed. Nor need it be the bare ACK: any segment of A with the right numbers will do, data for instance. While none arrives, B stays in SYN-RECEIVED. On Linux 6.18 the connection waits in the accept queue from then on; if that queue is full, even the third segment is dropped (or gets a RST, if tcp_abort_on_overflow = 1).",
    zh: "双方都处于 ESTABLISHED，确实从这一刻开始。但 TCP 并没有共同的「建成时刻」：A 收到 SYN-ACK 就已是 ESTABLISHED，早了半个往返，可以马上发送，也始终不知道 B 何时跟上。起作用的不一定是那个纯 ACK，A 的任何序列号与确认号正确的报文段都行，比如数据。一个都没到，B 就停在 SYN-RECEIVED。在 Linux 6.18 上，连接此后进入 accept 队列等待；队列若已满，第三个报文段到了也会被丢弃（tcp_abort_on_overflow = 1 时则回 RST）。",
  },
  sources: [
    { label: "RFC 9293 §3.5, figure 6", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5" },
    { label: "RFC 9293 §3.10.7.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    {
      label:
        "Linux 6.18: recorded traces handshake-normal, handshake-lost-final-ack-idle and backlog-overflow-final-ack-dropped",
    },
  ],
  claimed: [
    { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 149_999 },
    { kind: "state", host: "server", state: "ESTABLISHED", atUs: 150_000 },
    { kind: "state", host: "client", state: "ESTABLISHED", atUs: 150_000 },
  ],
  simulation: {
    scenario: { like: "open" },
    shows: [
      { kind: "state", host: "client", state: "SYN-SENT", atUs: 99_999 },
      { kind: "state", host: "client", state: "ESTABLISHED", atUs: 100_000 },
      { kind: "segments", from: "client", flags: ["ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 100_000 }] },
      { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 149_999 },
      { kind: "state", host: "server", state: "ESTABLISHED", atUs: 150_000 },
      { kind: "ends", host: "client", state: "ESTABLISHED" },
      { kind: "ends", host: "server", state: "ESTABLISHED" },
    ],
    contrast: {
      label: { en: "The third segment is lost", zh: "第三个报文段丢失" },
      change: { rules: [{ from: "client", of: "ACK", nth: 1, fate: "drop" }] },
    },
  },
} satisfies ClaimSpec;
