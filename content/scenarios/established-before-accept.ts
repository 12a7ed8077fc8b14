import type { GalleryEntry } from "#lib/content/schema.ts";

/** The server's application calls accept() only after a second, when the client has already sent and closed. */
export default {
  order: 10,
  group: "listening",
  title: { en: "Finished before accept()", zh: "accept() 之前" },
  summary: {
    en: "Handshake, data and even the client’s FIN are dealt with while the application does nothing; accept() merely collects the connection.",
    zh: "应用什么也没做，握手、数据乃至客户端的 FIN 都已处理完；accept() 只是取走这条连接。",
  },
  scenario: {
    profile: "linux-6.18",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 10_000 },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen", backlog: 16, options: { reads: "on-call" } } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "client", on: "ESTABLISHED", afterUs: 1000, call: { kind: "send", len: 5 } },
      { host: "client", atUs: 226_000, call: { kind: "close" } },
      { host: "server", atUs: 1_030_000, call: { kind: "accept" } },
      { host: "server", atUs: 1_031_000, call: { kind: "receive" } },
      { host: "server", atUs: 1_032_000, call: { kind: "close" } },
    ],
    untilUs: 2_000_000,
  },
  shows: [
    { kind: "segments", from: "client", flags: ["PSH", "ACK"], are: [{ seq: 1, ack: 1, len: 5, sentAtUs: 21_000 }] },
    {
      kind: "segments",
      from: "server",
      flags: ["ACK"],
      are: [
        { seq: 1, ack: 6, sentAtUs: 31_000 },
        { seq: 1, ack: 7, sentAtUs: 276_000 },
      ],
    },
    { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 6, ack: 1, sentAtUs: 226_000 }] },
    { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 7, sentAtUs: 1_032_000 }] },
    { kind: "state", host: "server", state: "ESTABLISHED", atUs: 30_000 },
    { kind: "state", host: "server", state: "CLOSE-WAIT", atUs: 236_000 },
    { kind: "state", host: "server", state: "CLOSE-WAIT", atUs: 1_030_000 },
    { kind: "state", host: "server", state: "LAST-ACK", atUs: 1_032_000 },
    { kind: "delivered", host: "server", bytes: 5 },
    { kind: "ends", host: "client", state: "TIME-WAIT" },
    { kind: "ends", host: "server", state: "CLOSED" },
  ],
  trace: "established-before-accept",
} satisfies GalleryEntry;
