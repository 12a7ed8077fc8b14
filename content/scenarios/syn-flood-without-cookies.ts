import type { GalleryEntry } from "#lib/content/schema.ts";

/** Eight SYNs from a host that never answers, and a queue that holds five; SYN cookies are off, and one repeat must do. */
export default {
  order: 30,
  group: "listening",
  title: { en: "SYN flood, queue full", zh: "SYN 洪泛，队列占满" },
  summary: {
    en: "Five unanswered SYN-ACKs fill the queue: the real client’s SYNs are ignored until the server gives those entries up.",
    zh: "五个没有回音的 SYN-ACK 占满队列，真正客户端的 SYN 一再被忽略，直到服务器放弃这些条目。",
  },
  scenario: {
    profile: "linux-6.18",
    settings: { synCookies: 0, synAckRetries: 1 },
    hosts: [{ name: "attacker" }],
    iss: { client: 100, server: 300 },
    wire: { delayUs: 10_000 },
    script: [
      { host: "attacker", atUs: 0, call: { kind: "crash" } },
      { host: "server", atUs: 0, call: { kind: "listen", backlog: 4 } },
      { host: "client", atUs: 220_000, call: { kind: "connect" } },
    ],
    ghosts: Array.from({ length: 8 }, (_, i) => ({
      from: "attacker",
      to: "server",
      by: "attacker",
      fromPort: 5000 + i,
      arrivesAtUs: 10_000 + 2000 * i,
      flags: ["SYN"],
      seq: i,
    })),
  },
  shows: [
    {
      kind: "segments",
      from: "server",
      flags: ["SYN", "ACK"],
      are: [
        { seq: 0, ack: 1, sentAtUs: 10_000, nature: "first" },
        { seq: 0, ack: 1, sentAtUs: 12_000, nature: "first" },
        { seq: 0, ack: 1, sentAtUs: 14_000, nature: "first" },
        { seq: 0, ack: 1, sentAtUs: 16_000, nature: "first" },
        { seq: 0, ack: 1, sentAtUs: 18_000, nature: "first" },
        { seq: 0, ack: 1, sentAtUs: 1_010_000, nature: "resent" },
        { seq: 0, ack: 1, sentAtUs: 1_012_000, nature: "resent" },
        { seq: 0, ack: 1, sentAtUs: 1_014_000, nature: "resent" },
        { seq: 0, ack: 1, sentAtUs: 1_016_000, nature: "resent" },
        { seq: 0, ack: 1, sentAtUs: 1_018_000, nature: "resent" },
        { seq: 0, ack: 1, sentAtUs: 3_230_000, nature: "first" },
      ],
    },
    {
      kind: "segments",
      from: "client",
      flags: ["SYN"],
      are: [
        { seq: 0, sentAtUs: 220_000, nature: "first" },
        { seq: 0, sentAtUs: 1_220_000, nature: "resent" },
        { seq: 0, sentAtUs: 2_220_000, nature: "resent" },
        { seq: 0, sentAtUs: 3_220_000, nature: "resent" },
      ],
    },
    { kind: "state", host: "client", state: "SYN-SENT", atUs: 3_239_999 },
    { kind: "state", host: "client", state: "ESTABLISHED", atUs: 3_240_000 },
    { kind: "state", host: "server", state: "ESTABLISHED", atUs: 3_250_000 },
    { kind: "ends", host: "client", state: "ESTABLISHED" },
    { kind: "ends", host: "server", state: "ESTABLISHED" },
  ],
  trace: "syn-queue-full-no-cookies",
} satisfies GalleryEntry;
