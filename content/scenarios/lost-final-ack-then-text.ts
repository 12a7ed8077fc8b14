import type { GalleryEntry } from "#lib/content/schema.ts";

/** The third segment is lost, and the client writes before the server's timer runs out. */
export default {
  order: 50,
  group: "opening",
  title: { en: "Data completes the handshake", zh: "数据补全握手" },
  summary: {
    en: "Data segments carry an ACK as well: the first one takes the server to ESTABLISHED, long before its SYN-ACK timer runs out.",
    zh: "数据报文段也带着确认：第一个一到，服务器就进入 ESTABLISHED，用不着等 SYN-ACK 超时。",
  },
  scenario: {
    like: "lost-final-ack",
    andThen: [
      { host: "client", atUs: 320_000, call: { kind: "send", len: 5 } },
      { host: "server", on: "ESTABLISHED", afterUs: 0, call: { kind: "send", len: 5 } },
    ],
  },
  shows: [
    { kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ seq: 0, ack: 1, sentAtUs: 10_000 }] },
    { kind: "segments", from: "client", flags: ["PSH", "ACK"], are: [{ seq: 1, ack: 1, len: 5, sentAtUs: 320_000 }] },
    { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 329_999 },
    { kind: "state", host: "server", state: "ESTABLISHED", atUs: 330_000 },
    { kind: "segments", from: "client", flags: ["RST"], are: [] },
    { kind: "segments", from: "server", flags: ["RST"], are: [] },
    { kind: "delivered", host: "server", bytes: 5 },
    { kind: "delivered", host: "client", bytes: 5 },
    { kind: "ends", host: "client", state: "ESTABLISHED" },
    { kind: "ends", host: "server", state: "ESTABLISHED" },
  ],
  trace: "handshake-lost-final-ack-client-data",
} satisfies GalleryEntry;
