import type { GalleryEntry } from "#lib/content/schema.ts";

/** Three connections, each closed by the client; the server's application never closes any of them. */
export default {
  order: 100,
  group: "closing",
  title: { en: "A server that never closes", zh: "忘记关闭的服务器" },
  summary: {
    en: "The client closes three connections and forgets each after 60 s; the server keeps all three in CLOSE-WAIT, for ever.",
    zh: "客户端先后关闭三条连接，各过 60 秒就忘掉；服务器却让三条都留在 CLOSE-WAIT，没有尽头。",
  },
  scenario: {
    profile: "linux-6.18",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 10_000 },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "client", atUs: 1_000_000, call: { kind: "connect" } },
      { host: "client", atUs: 2_000_000, call: { kind: "connect" } },
      { host: "client", connection: 1, atUs: 500_000, call: { kind: "close" } },
      { host: "client", connection: 2, atUs: 1_500_000, call: { kind: "close" } },
      { host: "client", connection: 3, atUs: 2_500_000, call: { kind: "close" } },
    ],
  },
  shows: [
    {
      kind: "segments",
      from: "client",
      flags: ["FIN", "ACK"],
      are: [
        { seq: 1, ack: 1, sentAtUs: 500_000 },
        { seq: 1, ack: 1, sentAtUs: 1_500_000 },
        { seq: 1, ack: 1, sentAtUs: 2_500_000 },
      ],
    },
    {
      kind: "segments",
      from: "server",
      flags: ["ACK"],
      are: [
        { seq: 1, ack: 2, sentAtUs: 514_000 },
        { seq: 1, ack: 2, sentAtUs: 1_514_000 },
        { seq: 1, ack: 2, sentAtUs: 2_514_000 },
      ],
    },
    { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [] },
    { kind: "state", host: "server", state: "CLOSE-WAIT", atUs: 2_510_000 },
    { kind: "state", host: "client", state: "FIN-WAIT-2", atUs: 62_523_999 },
    { kind: "state", host: "client", state: "CLOSED", atUs: 62_524_000 },
    { kind: "never", host: "server", state: "LAST-ACK" },
    { kind: "never", host: "client", state: "TIME-WAIT" },
    { kind: "ends", host: "client", state: "CLOSED" },
    { kind: "ends", host: "server", state: "CLOSE-WAIT" },
  ],
} satisfies GalleryEntry;
