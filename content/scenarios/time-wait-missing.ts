import type { GalleryEntry } from "#lib/content/schema.ts";

/** The last ACK is lost, and the client's host loses its memory before the FIN comes again. */
export default {
  order: 90,
  group: "time-wait",
  title: { en: "Without TIME-WAIT", zh: "没有 TIME-WAIT" },
  summary: {
    en: "The client has lost its memory when the FIN comes again: it can only send RST, and an orderly close ends as an error.",
    zh: "FIN 再次到来时，客户端已失去记忆，只能回 RST：本来有序的关闭以出错收场。",
  },
  scenario: {
    profile: "linux-6.18",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 10_000, rules: [{ from: "client", of: "ACK", nth: 2, fate: "drop" }] },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "client", atUs: 230_000, call: { kind: "close" } },
      { host: "server", on: "CLOSE-WAIT", afterUs: 200_000, call: { kind: "shutdown" } },
      { host: "client", atUs: 460_000, call: { kind: "crash" } },
      { host: "client", atUs: 480_000, call: { kind: "boot" } },
    ],
  },
  shows: [
    {
      kind: "segments",
      from: "server",
      flags: ["FIN", "ACK"],
      are: [
        { seq: 1, ack: 2, sentAtUs: 440_000, nature: "first" },
        { seq: 1, ack: 2, sentAtUs: 660_000, nature: "resent" },
      ],
    },
    {
      kind: "segments",
      from: "client",
      flags: ["ACK"],
      are: [
        { seq: 1, ack: 1, sentAtUs: 20_000 },
        { seq: 2, ack: 2, sentAtUs: 450_000 },
      ],
    },
    { kind: "segments", from: "client", flags: ["RST"], are: [{ seq: 2, sentAtUs: 670_000 }] },
    { kind: "state", host: "client", state: "TIME-WAIT", atUs: 450_000 },
    { kind: "state", host: "client", state: "CLOSED", atUs: 460_000 },
    { kind: "state", host: "server", state: "LAST-ACK", atUs: 679_999 },
    { kind: "state", host: "server", state: "CLOSED", atUs: 680_000 },
    { kind: "ends", host: "client", state: "CLOSED" },
    { kind: "ends", host: "server", state: "CLOSED" },
  ],
  trace: "time-wait-missing",
} satisfies GalleryEntry;
