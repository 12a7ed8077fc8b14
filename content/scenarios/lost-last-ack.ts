import type { GalleryEntry } from "#lib/content/schema.ts";

/** The client's ACK for the server's FIN is lost four times. */
export default {
  order: 50,
  group: "closing",
  title: { en: "The last ACK is lost", zh: "最后的 ACK 丢失" },
  summary: {
    en: "Four answers in a row are lost: the server stays in LAST-ACK and repeats its FIN until one of them gets through.",
    zh: "一连四次应答都丢了：服务器停在 LAST-ACK，反复重发 FIN，直到有一次应答送达。",
  },
  scenario: {
    profile: "linux-6.18",
    iss: { client: 100, server: 300 },
    wire: {
      delayUs: 10_000,
      rules: [
        { from: "client", of: "ACK", nth: 2, fate: "drop" },
        { from: "client", of: "ACK", nth: 3, fate: "drop" },
        { from: "client", of: "ACK", nth: 4, fate: "drop" },
        { from: "client", of: "ACK", nth: 5, fate: "drop" },
      ],
    },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "client", atUs: 230_000, call: { kind: "close" } },
      { host: "server", on: "CLOSE-WAIT", afterUs: 300_000, call: { kind: "close" } },
    ],
    untilUs: 5_000_000,
  },
  shows: [
    {
      kind: "segments",
      from: "server",
      flags: ["FIN", "ACK"],
      are: [
        { seq: 1, ack: 2, sentAtUs: 540_000, nature: "first" },
        { seq: 1, ack: 2, sentAtUs: 760_000, nature: "resent" },
        { seq: 1, ack: 2, sentAtUs: 980_000, nature: "resent" },
        { seq: 1, ack: 2, sentAtUs: 1_420_000, nature: "resent" },
        { seq: 1, ack: 2, sentAtUs: 2_300_000, nature: "resent" },
      ],
    },
    {
      kind: "segments",
      from: "client",
      flags: ["ACK"],
      are: [
        { seq: 1, ack: 1, sentAtUs: 20_000 },
        { seq: 2, ack: 2, sentAtUs: 550_000 },
        { seq: 2, ack: 2, sentAtUs: 770_000 },
        { seq: 2, ack: 2, sentAtUs: 990_000 },
        { seq: 2, ack: 2, sentAtUs: 1_430_000 },
        { seq: 2, ack: 2, sentAtUs: 2_310_000 },
      ],
    },
    { kind: "state", host: "client", state: "TIME-WAIT", atUs: 550_000 },
    { kind: "state", host: "server", state: "LAST-ACK", atUs: 2_319_999 },
    { kind: "state", host: "server", state: "CLOSED", atUs: 2_320_000 },
    { kind: "segments", from: "client", flags: ["RST"], are: [] },
    { kind: "ends", host: "client", state: "TIME-WAIT" },
    { kind: "ends", host: "server", state: "CLOSED" },
  ],
  trace: "lost-last-ack",
} satisfies GalleryEntry;
