import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "correct",
  notes: [
    { note: "002", heading: "（2）第二次挥手" },
    { note: "003", heading: "2.四次挥手" },
  ],
  claim: {
    en: "When the first FIN is acknowledged, the connection is half-closed: the direction from client to server is released.",
    zh: "第一个 FIN 得到确认后，连接处于半关闭：客户端到服务器的方向已经释放。",
  },
  statement: {
    en: "The client is then in FIN-WAIT-2 and the server in CLOSE-WAIT; data flows from server to client only. The ACK also tells that every byte before the FIN has arrived. But only data has ended: ACKs still travel from client to server, and neither side frees anything yet. Nor do the moments coincide: the client’s application may send no more from its shutdown() on (EPIPE on Linux), the server’s input ends when the FIN arrives, and the client knows of it half a round trip later. This is a half-closed connection, not a half-open one, in which one side has lost its memory of the connection.",
    zh: "此时客户端在 FIN-WAIT-2，服务器在 CLOSE-WAIT，数据只从服务器流向客户端；这个 ACK 还表明 FIN 之前的字节已全部收到。但结束的只是数据：客户端的 ACK 照样要发往服务器，两端也都还没有腾出资源。几个时刻也不重合：客户端应用一调用 shutdown() 就不能再发（Linux 报 EPIPE）；FIN 到达，服务器这边的接收才告终；再过一个单程，客户端才得知。另外，这叫半关闭（half-close），不是半打开（half-open），后者指有一端已经没有这条连接的记录。",
  },
  sources: [
    { label: "RFC 9293 §3.6 and §3.6.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6.1" },
    { label: "RFC 9293 §3.5.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5.1" },
    { label: "Linux 6.18: recorded trace half-close-with-data" },
  ],
  claimed: [
    { kind: "state", host: "client", state: "FIN-WAIT-2", atUs: 500_000 },
    { kind: "state", host: "server", state: "CLOSE-WAIT", atUs: 500_000 },
    { kind: "call", host: "client", call: "send", nth: 1, errno: "EPIPE" },
    { kind: "delivered", host: "client", bytes: 5 },
  ],
  simulation: {
    scenario: {
      profile: "rfc9293",
      iss: { client: 100, server: 300 },
      wire: { delayUs: 50_000 },
      script: [
        { host: "server", atUs: 0, call: { kind: "listen" } },
        { host: "client", atUs: 0, call: { kind: "connect" } },
        { host: "client", atUs: 400_000, call: { kind: "shutdown" } },
        { host: "server", atUs: 600_000, call: { kind: "send", len: 5 } },
        { host: "client", atUs: 700_000, call: { kind: "send", len: 5 } },
      ],
    },
    shows: [
      { kind: "state", host: "client", state: "FIN-WAIT-1", atUs: 400_000 },
      { kind: "state", host: "server", state: "CLOSE-WAIT", atUs: 450_000 },
      { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 1, ack: 2, sentAtUs: 450_000 }] },
      { kind: "state", host: "client", state: "FIN-WAIT-2", atUs: 500_000 },
      {
        kind: "segments",
        from: "client",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 1, sentAtUs: 100_000 },
          { seq: 2, ack: 6, sentAtUs: 650_000 },
        ],
      },
      { kind: "call", host: "client", call: "send", nth: 1, errno: "EPIPE" },
      { kind: "delivered", host: "client", bytes: 5 },
      { kind: "ends", host: "client", state: "FIN-WAIT-2" },
      { kind: "ends", host: "server", state: "CLOSE-WAIT" },
    ],
    contrast: {
      label: { en: "The FIN is lost: not acknowledged yet", zh: "FIN 丢失，尚未得到确认" },
      change: { rules: [{ from: "client", of: "FIN", nth: 1, fate: "drop" }] },
    },
  },
} satisfies ClaimSpec;
