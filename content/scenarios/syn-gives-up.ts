import type { GalleryEntry } from "#lib/content/schema.ts";

/** Every SYN of a Linux client is lost, until connect() gives up. */
export default {
  order: 140,
  group: "opening",
  title: { en: "Nobody answers the SYN", zh: "SYN 始终没有回音" },
  summary: {
    en: "Eleven SYNs leave, one a second at first, then with doubling waits; after 131 s connect() reports a timeout.",
    zh: "一共发出 11 个 SYN，起初每秒一个，之后间隔翻倍；131 秒后 connect() 报告超时。",
  },
  scenario: {
    like: "open",
    profile: "linux-6.18",
    delayUs: 10_000,
    rules: [{ from: "client", of: "SYN", nth: "every", fate: "drop" }],
  },
  shows: [
    {
      kind: "segments",
      from: "client",
      flags: ["SYN"],
      are: [
        { seq: 0, sentAtUs: 0, nature: "first" },
        { seq: 0, sentAtUs: 1_000_000, nature: "resent" },
        { seq: 0, sentAtUs: 2_000_000, nature: "resent" },
        { seq: 0, sentAtUs: 3_000_000, nature: "resent" },
        { seq: 0, sentAtUs: 4_000_000, nature: "resent" },
        { seq: 0, sentAtUs: 5_000_000, nature: "resent" },
        { seq: 0, sentAtUs: 7_000_000, nature: "resent" },
        { seq: 0, sentAtUs: 11_000_000, nature: "resent" },
        { seq: 0, sentAtUs: 19_000_000, nature: "resent" },
        { seq: 0, sentAtUs: 35_000_000, nature: "resent" },
        { seq: 0, sentAtUs: 67_000_000, nature: "resent" },
      ],
    },
    { kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [] },
    { kind: "state", host: "client", state: "SYN-SENT", atUs: 130_999_999 },
    { kind: "state", host: "client", state: "CLOSED", atUs: 131_000_000 },
    { kind: "ends", host: "client", state: "CLOSED" },
    { kind: "ends", host: "server", state: "LISTEN" },
  ],
  trace: "syn-no-answer-default",
} satisfies GalleryEntry;
