import type { GalleryEntry } from "#lib/content/schema.ts";

/** The server closed first; the client connects again from the same port half a second later. */
export default {
  order: 20,
  group: "time-wait",
  title: { en: "A new SYN reopens", zh: "新 SYN 重开连接" },
  summary: {
    en: "The server is in TIME-WAIT when the same client port connects again: the SYN’s newer timestamp opens the next connection at once.",
    zh: "服务器还在 TIME-WAIT，客户端就从同一端口再次连接：SYN 的时间戳较新，新连接立刻建立。",
  },
  scenario: {
    profile: "linux-6.18",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 10_000 },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "server", atUs: 230_000, call: { kind: "send", len: 3 } },
      { host: "server", atUs: 230_000, call: { kind: "close" } },
      { host: "client", on: "CLOSE-WAIT", afterUs: 0, call: { kind: "close" } },
      { host: "client", atUs: 760_000, call: { kind: "connect", from: 40_000 } },
      { host: "client", atUs: 995_000, call: { kind: "send", len: 5 } },
    ],
  },
  shows: [
    {
      kind: "segments",
      from: "client",
      flags: ["SYN"],
      are: [
        { seq: 0, sentAtUs: 0 },
        { seq: 0, sentAtUs: 760_000 },
      ],
    },
    {
      kind: "segments",
      from: "server",
      flags: ["SYN", "ACK"],
      are: [
        { seq: 0, ack: 1, sentAtUs: 10_000 },
        { seq: 0, ack: 1, sentAtUs: 770_000 },
      ],
    },
    { kind: "segments", from: "client", flags: ["PSH", "ACK"], are: [{ seq: 1, ack: 1, len: 5, sentAtUs: 995_000 }] },
    { kind: "state", host: "server", state: "TIME-WAIT", atUs: 250_000 },
    { kind: "state", host: "server", state: "TIME-WAIT", atUs: 769_999 },
    { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 770_000 },
    { kind: "state", host: "server", state: "ESTABLISHED", atUs: 790_000 },
    { kind: "delivered", host: "server", bytes: 5 },
    { kind: "ends", host: "client", state: "ESTABLISHED" },
    { kind: "ends", host: "server", state: "ESTABLISHED" },
  ],
  trace: "time-wait-new-syn-timestamps",
} satisfies GalleryEntry;
