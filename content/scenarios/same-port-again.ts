import type { GalleryEntry } from "#lib/content/schema.ts";

/** The client, still in TIME-WAIT, connects again from the same port; both sides have timestamps. */
export default {
  order: 70,
  group: "time-wait",
  title: { en: "Same port, with timestamps", zh: "靠时间戳复用端口" },
  summary: {
    en: "The client is still in TIME-WAIT, but timestamps tell the two connections apart: Linux lets it connect from the same port at once.",
    zh: "客户端还在 TIME-WAIT，但时间戳能区分新旧两条连接，Linux 允许它立刻用同一端口再连。",
  },
  scenario: {
    profile: "linux-6.18",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 10_000 },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "client", atUs: 130_000, call: { kind: "close" } },
      { host: "server", on: "CLOSE-WAIT", afterUs: 0, call: { kind: "close" } },
      { host: "client", atUs: 460_000, call: { kind: "connect", from: 40_000 } },
      { host: "client", atUs: 490_000, call: { kind: "send", len: 5 } },
    ],
  },
  shows: [
    {
      kind: "segments",
      from: "client",
      flags: ["SYN"],
      are: [
        { seq: 0, sentAtUs: 0 },
        { seq: 0, sentAtUs: 460_000 },
      ],
    },
    {
      kind: "segments",
      from: "server",
      flags: ["SYN", "ACK"],
      are: [
        { seq: 0, ack: 1, sentAtUs: 10_000 },
        { seq: 0, ack: 1, sentAtUs: 470_000 },
      ],
    },
    { kind: "segments", from: "client", flags: ["PSH", "ACK"], are: [{ seq: 1, ack: 1, len: 5, sentAtUs: 490_000 }] },
    { kind: "state", host: "client", state: "TIME-WAIT", atUs: 150_000 },
    { kind: "state", host: "client", state: "TIME-WAIT", atUs: 459_999 },
    { kind: "state", host: "client", state: "SYN-SENT", atUs: 460_000 },
    { kind: "state", host: "client", state: "ESTABLISHED", atUs: 480_000 },
    { kind: "delivered", host: "server", bytes: 5 },
    { kind: "ends", host: "client", state: "ESTABLISHED" },
    { kind: "ends", host: "server", state: "ESTABLISHED" },
  ],
  trace: "time-wait-same-port-explicit-bind",
} satisfies GalleryEntry;
