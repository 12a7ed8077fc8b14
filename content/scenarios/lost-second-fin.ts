import type { GalleryEntry } from "#lib/content/schema.ts";

/** The server's FIN is lost. */
export default {
  order: 40,
  group: "closing",
  title: { en: "The second FIN is lost", zh: "第二个 FIN 丢失" },
  summary: {
    en: "The client can only wait in FIN-WAIT-2; the server, in LAST-ACK, sends its FIN again after 1 s.",
    zh: "客户端在 FIN-WAIT-2 只能干等；处于 LAST-ACK 的服务器 1 秒后重发 FIN。",
  },
  scenario: {
    profile: "rfc9293",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 50_000, rules: [{ from: "server", of: "FIN", nth: 1, fate: "drop" }] },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "client", atUs: 400_000, call: { kind: "close" } },
      { host: "server", on: "CLOSE-WAIT", afterUs: 100_000, call: { kind: "close" } },
    ],
    untilUs: 5_000_000,
  },
  shows: [
    {
      kind: "segments",
      from: "server",
      flags: ["FIN", "ACK"],
      are: [
        { seq: 1, ack: 2, sentAtUs: 550_000, nature: "first" },
        { seq: 1, ack: 2, sentAtUs: 1_550_000, nature: "resent" },
      ],
    },
    {
      kind: "segments",
      from: "client",
      flags: ["ACK"],
      are: [
        { seq: 1, ack: 1, sentAtUs: 100_000 },
        { seq: 2, ack: 2, sentAtUs: 1_600_000 },
      ],
    },
    { kind: "state", host: "server", state: "LAST-ACK", atUs: 550_000 },
    { kind: "state", host: "client", state: "FIN-WAIT-2", atUs: 1_599_999 },
    { kind: "state", host: "client", state: "TIME-WAIT", atUs: 1_600_000 },
    { kind: "state", host: "server", state: "CLOSED", atUs: 1_650_000 },
    { kind: "ends", host: "client", state: "TIME-WAIT" },
    { kind: "ends", host: "server", state: "CLOSED" },
  ],
} satisfies GalleryEntry;
