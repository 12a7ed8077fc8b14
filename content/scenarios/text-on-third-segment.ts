import type { GalleryEntry } from "#lib/content/schema.ts";

/** The client's application switches TCP_QUICKACK off and writes as soon as it is connected. */
export default {
  order: 60,
  group: "opening",
  title: { en: "Data on the third segment", zh: "第三个报文段带数据" },
  summary: {
    en: "The client holds its ACK back and writes at once: one segment both completes the handshake and delivers 5 bytes.",
    zh: "客户端压住 ACK，紧接着写入：同一个报文段既完成握手，又交付 5 个字节。",
  },
  scenario: {
    profile: "linux-6.18",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 10_000 },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect", options: { delaysFirstAck: true } } },
      { host: "client", on: "ESTABLISHED", afterUs: 0, call: { kind: "send", len: 5 } },
    ],
  },
  shows: [
    { kind: "segments", from: "client", flags: ["ACK"], are: [] },
    { kind: "segments", from: "client", flags: ["PSH", "ACK"], are: [{ seq: 1, ack: 1, len: 5, sentAtUs: 20_000 }] },
    { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 1, ack: 6, sentAtUs: 30_000 }] },
    { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 29_999 },
    { kind: "state", host: "server", state: "ESTABLISHED", atUs: 30_000 },
    { kind: "delivered", host: "server", bytes: 5 },
    { kind: "ends", host: "client", state: "ESTABLISHED" },
    { kind: "ends", host: "server", state: "ESTABLISHED" },
  ],
  trace: "data-in-third-ack",
} satisfies GalleryEntry;
