import type { GalleryEntry } from "#lib/content/schema.ts";

/** The client's last 5 bytes are held back by MSG_MORE and leave together with its FIN. */
export default {
  order: 90,
  group: "closing",
  title: { en: "A FIN that carries data", zh: "FIN 携带数据" },
  summary: {
    en: "What MSG_MORE held back leaves with the FIN: 5 bytes and the FIN in one segment, acknowledged together by ack = 7.",
    zh: "被 MSG_MORE 压住的 5 个字节与 FIN 同行：一个报文段，由 ack = 7 一并确认。",
  },
  scenario: {
    profile: "linux-6.18",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 10_000 },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "client", atUs: 230_000, call: { kind: "send", len: 5, more: true } },
      { host: "client", atUs: 230_000, call: { kind: "close" } },
      { host: "server", on: "CLOSE-WAIT", afterUs: 200_000, call: { kind: "close" } },
    ],
    untilUs: 2_000_000,
  },
  shows: [
    { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 1, len: 5, sentAtUs: 230_000 }] },
    { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 1, ack: 7, sentAtUs: 280_000 }] },
    { kind: "segments", from: "client", flags: ["PSH", "ACK"], are: [] },
    { kind: "state", host: "server", state: "CLOSE-WAIT", atUs: 240_000 },
    { kind: "delivered", host: "server", bytes: 5 },
    { kind: "ends", host: "client", state: "TIME-WAIT" },
    { kind: "ends", host: "server", state: "CLOSED" },
  ],
  trace: "fin-carries-data",
} satisfies GalleryEntry;
