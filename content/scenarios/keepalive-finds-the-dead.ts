import type { GalleryEntry } from "#lib/content/schema.ts";

/** The server's host crashes and stays down; the client's socket has keepalive on, here after 60 s instead of 2 hours. */
export default {
  order: 120,
  group: "resets",
  title: { en: "Keepalive finds the dead", zh: "保活探测" },
  summary: {
    en: "The server has crashed, and nobody has anything to send: after 60 s of silence three probes go unanswered, and the client gives up.",
    zh: "服务器已崩溃，双方又无话可说：沉默 60 秒后，三次探测都没有回音，客户端放弃连接。",
  },
  scenario: {
    profile: "rfc9293",
    settings: { keepaliveIdleUs: 60_000_000, keepaliveIntervalUs: 10_000_000, keepaliveProbes: 3 },
    iss: { client: 100, server: 300 },
    wire: { delayUs: 50_000 },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect", options: { keepalive: true } } },
      { host: "server", atUs: 30_000_000, call: { kind: "crash" } },
    ],
  },
  shows: [
    {
      kind: "segments",
      from: "client",
      flags: ["ACK"],
      are: [
        { seq: 1, ack: 1, sentAtUs: 100_000 },
        { seq: 0, ack: 1, sentAtUs: 60_100_000 },
        { seq: 0, ack: 1, sentAtUs: 70_100_000 },
        { seq: 0, ack: 1, sentAtUs: 80_100_000 },
      ],
    },
    { kind: "segments", from: "client", flags: ["RST", "ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 90_100_000 }] },
    { kind: "state", host: "server", state: "CLOSED", atUs: 30_000_000 },
    { kind: "state", host: "client", state: "ESTABLISHED", atUs: 90_099_999 },
    { kind: "state", host: "client", state: "CLOSED", atUs: 90_100_000 },
    { kind: "ends", host: "client", state: "CLOSED" },
    { kind: "ends", host: "server", state: "CLOSED" },
  ],
} satisfies GalleryEntry;
