import type { GalleryEntry } from "#lib/content/schema.ts";

/** Three connections for a backlog of 1, which holds two; the application accepts one after 2.75 s. */
export default {
  order: 50,
  group: "listening",
  title: { en: "A full accept queue", zh: "accept 队列已满" },
  summary: {
    en: "Two open connections wait for accept() and fill the queue: the third SYN is ignored until the application takes one out.",
    zh: "两条建好的连接在等 accept()，占满了队列：第三个 SYN 一再被忽略，直到应用取走一条。",
  },
  scenario: {
    profile: "linux-6.18",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 10_000 },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen", backlog: 1 } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "client", atUs: 120_000, call: { kind: "connect" } },
      { host: "client", atUs: 250_000, call: { kind: "connect" } },
      { host: "server", atUs: 2_750_000, call: { kind: "accept" } },
    ],
  },
  shows: [
    {
      kind: "segments",
      from: "client",
      flags: ["SYN"],
      are: [
        { seq: 0, sentAtUs: 0, nature: "first" },
        { seq: 0, sentAtUs: 120_000, nature: "first" },
        { seq: 0, sentAtUs: 250_000, nature: "first" },
        { seq: 0, sentAtUs: 1_250_000, nature: "resent" },
        { seq: 0, sentAtUs: 2_250_000, nature: "resent" },
        { seq: 0, sentAtUs: 3_250_000, nature: "resent" },
      ],
    },
    {
      kind: "segments",
      from: "server",
      flags: ["SYN", "ACK"],
      are: [
        { seq: 0, ack: 1, sentAtUs: 10_000 },
        { seq: 0, ack: 1, sentAtUs: 130_000 },
        { seq: 0, ack: 1, sentAtUs: 3_260_000 },
      ],
    },
    { kind: "state", host: "client", state: "SYN-SENT", atUs: 3_269_999 },
    { kind: "state", host: "client", state: "ESTABLISHED", atUs: 3_270_000 },
    { kind: "state", host: "server", state: "ESTABLISHED", atUs: 3_280_000 },
    { kind: "ends", host: "client", state: "ESTABLISHED" },
    { kind: "ends", host: "server", state: "ESTABLISHED" },
  ],
  trace: "backlog-overflow-syn-ignored",
} satisfies GalleryEntry;
