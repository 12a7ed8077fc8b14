import type { GalleryEntry } from "#lib/content/schema.ts";

/** The server has timestamps, SACK and window scaling switched off; the client offers all three. */
export default {
  order: 160,
  group: "opening",
  title: { en: "Options only one side has", zh: "只有一端支持的选项" },
  summary: {
    en: "The SYN offers timestamps, SACK and window scaling, the SYN-ACK none of them: from then on neither side uses any.",
    zh: "SYN 提议时间戳、SACK 和窗口扩大，SYN-ACK 一个也不提：此后双方都不用。",
  },
  scenario: {
    profile: "linux-6.18",
    hosts: [{ name: "server", settings: { timestamps: false, sack: false, windowScale: null } }],
    iss: { client: 100, server: 300 },
    wire: { delayUs: 10_000 },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "client", atUs: 230_000, call: { kind: "send", len: 5 } },
    ],
  },
  shows: [
    { kind: "segments", from: "client", flags: ["SYN"], are: [{ seq: 0, sentAtUs: 0 }] },
    { kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ seq: 0, ack: 1, sentAtUs: 10_000 }] },
    { kind: "segments", from: "client", flags: ["PSH", "ACK"], are: [{ seq: 1, ack: 1, len: 5, sentAtUs: 230_000 }] },
    { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 1, ack: 6, sentAtUs: 240_000 }] },
    { kind: "delivered", host: "server", bytes: 5 },
    { kind: "ends", host: "client", state: "ESTABLISHED" },
    { kind: "ends", host: "server", state: "ESTABLISHED" },
  ],
  trace: "options-negotiated-off",
} satisfies GalleryEntry;
