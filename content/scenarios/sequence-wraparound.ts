import type { GalleryEntry } from "#lib/content/schema.ts";

/** The client's ISN lies 16 below 2^32, and it sends three times 10 bytes. */
export default {
  order: 150,
  group: "opening",
  title: { en: "Sequence numbers wrap around", zh: "序列号回绕" },
  summary: {
    en: "The client’s ISN is 2^32 − 16: within its second 10 bytes the numbers on the wire begin again at 0, and nothing goes wrong.",
    zh: "客户端的 ISN 是 2^32 − 16：发到第二批 10 个字节时，线路上的序列号从 0 重新数起，一切照常。",
  },
  scenario: {
    profile: "linux-6.18",
    iss: { client: 4_294_967_280, server: 300 },
    wire: { delayUs: 10_000 },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "client", atUs: 35_000, call: { kind: "send", len: 10 } },
      { host: "client", atUs: 145_000, call: { kind: "send", len: 10 } },
      { host: "client", atUs: 256_000, call: { kind: "send", len: 10 } },
      { host: "server", atUs: 366_000, call: { kind: "send", len: 5 } },
      { host: "client", atUs: 430_000, call: { kind: "close" } },
      { host: "server", on: "CLOSE-WAIT", afterUs: 0, call: { kind: "close" } },
    ],
    untilUs: 1_000_000,
  },
  shows: [
    {
      kind: "segments",
      from: "client",
      flags: ["PSH", "ACK"],
      are: [
        { seq: 1, ack: 1, len: 10, sentAtUs: 35_000 },
        { seq: 11, ack: 1, len: 10, sentAtUs: 145_000 },
        { seq: 21, ack: 1, len: 10, sentAtUs: 256_000 },
      ],
    },
    {
      kind: "segments",
      from: "server",
      flags: ["ACK"],
      are: [
        { seq: 1, ack: 11, sentAtUs: 45_000 },
        { seq: 1, ack: 21, sentAtUs: 155_000 },
        { seq: 1, ack: 31, sentAtUs: 266_000 },
      ],
    },
    { kind: "segments", from: "server", flags: ["PSH", "ACK"], are: [{ seq: 1, ack: 31, len: 5, sentAtUs: 366_000 }] },
    { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 31, ack: 6, sentAtUs: 430_000 }] },
    { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 6, ack: 32, sentAtUs: 440_000 }] },
    { kind: "delivered", host: "server", bytes: 30 },
    { kind: "delivered", host: "client", bytes: 5 },
    { kind: "ends", host: "client", state: "TIME-WAIT" },
    { kind: "ends", host: "server", state: "CLOSED" },
  ],
  trace: "sequence-wraparound",
} satisfies GalleryEntry;
