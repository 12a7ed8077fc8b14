import type { GalleryEntry } from "#lib/content/schema.ts";

/** The server's application closes the instant it sees the end of the stream. */
export default {
  order: 80,
  group: "closing",
  title: { en: "Closed in three segments", zh: "三个报文段关闭" },
  summary: {
    en: "The server closes before its delayed ACK has left: the FIN takes the ACK along, and the client skips FIN-WAIT-2.",
    zh: "延迟确认还没发出，服务器就关闭了：ACK 搭上 FIN，客户端跳过了 FIN-WAIT-2。",
  },
  scenario: {
    profile: "linux-6.18",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 10_000 },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "client", atUs: 130_000, call: { kind: "send", len: 7 } },
      { host: "server", atUs: 141_000, call: { kind: "send", len: 5 } },
      { host: "client", atUs: 450_000, call: { kind: "close" } },
      { host: "server", on: "CLOSE-WAIT", afterUs: 0, call: { kind: "close" } },
    ],
    untilUs: 2_000_000,
  },
  shows: [
    { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 8, ack: 6, sentAtUs: 450_000 }] },
    { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 6, ack: 9, sentAtUs: 460_000 }] },
    { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 1, ack: 8, sentAtUs: 140_000 }] },
    {
      kind: "segments",
      from: "client",
      flags: ["ACK"],
      are: [
        { seq: 1, ack: 1, sentAtUs: 20_000 },
        { seq: 8, ack: 6, sentAtUs: 151_000 },
        { seq: 9, ack: 7, sentAtUs: 470_000 },
      ],
    },
    { kind: "state", host: "client", state: "FIN-WAIT-1", atUs: 469_999 },
    { kind: "state", host: "client", state: "TIME-WAIT", atUs: 470_000 },
    { kind: "never", host: "client", state: "FIN-WAIT-2" },
    { kind: "ends", host: "client", state: "TIME-WAIT" },
    { kind: "ends", host: "server", state: "CLOSED" },
  ],
  trace: "close-three-segments",
} satisfies GalleryEntry;
