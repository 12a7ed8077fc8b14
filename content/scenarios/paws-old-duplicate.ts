import type { GalleryEntry } from "#lib/content/schema.ts";

/** An old segment that fits the window exactly, but whose timestamp is older than what was seen since (RFC 7323). */
export default {
  order: 130,
  group: "resets",
  title: { en: "Unmasked by its timestamp", zh: "时间戳识破旧报文段" },
  summary: {
    en: "The old segment has exactly the number expected, but too old a timestamp: its data is dropped, and an ACK repeats what is expected.",
    zh: "旧报文段的序列号正是期待的那个，时间戳却太旧：数据被丢弃，服务器用 ACK 重申期待的序列号。",
  },
  scenario: {
    profile: "linux-6.18",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 10_000 },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "client", atUs: 230_000, call: { kind: "send", len: 5 } },
      { host: "client", atUs: 1_230_000, call: { kind: "send", len: 5 } },
    ],
    ghosts: [
      {
        from: "client",
        arrivesAtUs: 700_000,
        flags: ["PSH", "ACK"],
        seq: 106,
        ack: 301,
        len: 5,
        options: { timestamps: { value: 3_181_838_000, echo: 1_645_104_000 } },
      },
    ],
  },
  shows: [
    {
      kind: "segments",
      from: "client",
      flags: ["PSH", "ACK"],
      are: [
        { seq: 6, ack: 1, len: 5, sentAtUs: 695_000, nature: "ghost" },
        { seq: 1, ack: 1, len: 5, sentAtUs: 230_000, nature: "first" },
        { seq: 6, ack: 1, len: 5, sentAtUs: 1_230_000, nature: "first" },
      ],
    },
    {
      kind: "segments",
      from: "server",
      flags: ["ACK"],
      are: [
        { seq: 1, ack: 6, sentAtUs: 240_000 },
        { seq: 1, ack: 6, sentAtUs: 700_000 },
        { seq: 1, ack: 11, sentAtUs: 1_240_000 },
      ],
    },
    { kind: "delivered", host: "server", bytes: 10 },
    { kind: "ends", host: "client", state: "ESTABLISHED" },
    { kind: "ends", host: "server", state: "ESTABLISHED" },
  ],
} satisfies GalleryEntry;
