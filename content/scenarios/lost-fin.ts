import type { GalleryEntry } from "#lib/content/schema.ts";

/** The client's FIN is lost. */
export default {
  order: 20,
  group: "closing",
  title: { en: "The first FIN is lost", zh: "第一个 FIN 丢失" },
  summary: {
    en: "A FIN takes a sequence number, so it is sent again as data would be: here by a tail-loss probe, after 220 ms.",
    zh: "FIN 占一个序列号，所以像数据一样会重发：这里是 220 毫秒后的尾部丢失探测（TLP）。",
  },
  scenario: {
    profile: "linux-6.18",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 10_000, rules: [{ from: "client", of: "FIN", nth: 1, fate: "drop" }] },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "client", atUs: 230_000, call: { kind: "close" } },
      { host: "server", on: "CLOSE-WAIT", afterUs: 200_000, call: { kind: "close" } },
    ],
    untilUs: 2_000_000,
  },
  shows: [
    {
      kind: "segments",
      from: "client",
      flags: ["FIN", "ACK"],
      are: [
        { seq: 1, ack: 1, sentAtUs: 230_000, nature: "first" },
        { seq: 1, ack: 1, sentAtUs: 450_000, nature: "resent" },
      ],
    },
    { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 2, sentAtUs: 660_000 }] },
    { kind: "state", host: "server", state: "ESTABLISHED", atUs: 459_999 },
    { kind: "state", host: "server", state: "CLOSE-WAIT", atUs: 460_000 },
    { kind: "state", host: "client", state: "FIN-WAIT-1", atUs: 473_999 },
    { kind: "state", host: "client", state: "FIN-WAIT-2", atUs: 474_000 },
    { kind: "state", host: "client", state: "TIME-WAIT", atUs: 670_000 },
    { kind: "ends", host: "client", state: "TIME-WAIT" },
    { kind: "ends", host: "server", state: "CLOSED" },
  ],
  trace: "lost-fin",
} satisfies GalleryEntry;
