import type { GalleryEntry } from "#lib/content/schema.ts";

/** The server's host crashes and comes back without memory; later the client sends 5 bytes (figure 10 of RFC 9293). */
export default {
  order: 10,
  group: "resets",
  title: { en: "Data after a crash", zh: "崩溃之后的数据" },
  summary: {
    en: "A rebooted host says nothing by itself: the client finds out that its connection is half-open only when it sends and gets a RST.",
    zh: "重启后的主机不会主动出声：客户端直到发送数据、收到 RST，才知道连接是半开的。",
  },
  scenario: {
    profile: "linux-6.18",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 10_000 },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "server", atUs: 340_000, call: { kind: "crash" } },
      { host: "server", atUs: 500_000, call: { kind: "boot" } },
      { host: "client", atUs: 850_000, call: { kind: "send", len: 5 } },
    ],
  },
  shows: [
    { kind: "segments", from: "client", flags: ["PSH", "ACK"], are: [{ seq: 1, ack: 1, len: 5, sentAtUs: 850_000 }] },
    { kind: "segments", from: "server", flags: ["RST"], are: [{ seq: 1, sentAtUs: 860_000 }] },
    { kind: "state", host: "server", state: "CLOSED", atUs: 340_000 },
    { kind: "state", host: "client", state: "ESTABLISHED", atUs: 869_999 },
    { kind: "state", host: "client", state: "CLOSED", atUs: 870_000 },
    { kind: "ends", host: "client", state: "CLOSED" },
    { kind: "ends", host: "server", state: "CLOSED" },
  ],
  trace: "half-open-crash",
} satisfies GalleryEntry;
