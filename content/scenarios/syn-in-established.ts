import type { GalleryEntry } from "#lib/content/schema.ts";

/** A copy of the first SYN, then a SYN inside the window, reach a server that is ESTABLISHED (RFC 5961). */
export default {
  order: 60,
  group: "resets",
  title: { en: "SYNs inside a connection", zh: "连接中途的 SYN" },
  summary: {
    en: "Neither a copy of the first SYN nor a new one inside the window does any harm: each gets a challenge ACK.",
    zh: "无论是首个 SYN 的副本，还是窗口之内的新 SYN，都动不了这条连接，只换来挑战 ACK。",
  },
  scenario: {
    profile: "linux-6.18",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 10_000 },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "client", atUs: 1_930_000, call: { kind: "send", len: 5 } },
    ],
    ghosts: [
      { from: "client", arrivesAtUs: 342_000, flags: ["SYN"], seq: 100 },
      { from: "client", arrivesAtUs: 1_142_000, flags: ["SYN"], seq: 1100 },
    ],
  },
  shows: [
    {
      kind: "segments",
      from: "client",
      flags: ["SYN"],
      are: [
        { seq: 0, sentAtUs: 337_000, nature: "ghost" },
        { seq: 1000, sentAtUs: 1_137_000, nature: "ghost" },
        { seq: 0, sentAtUs: 0, nature: "first" },
      ],
    },
    {
      kind: "segments",
      from: "server",
      flags: ["ACK"],
      are: [
        { seq: 1, ack: 1, sentAtUs: 342_000 },
        { seq: 1, ack: 1, sentAtUs: 1_142_000 },
        { seq: 1, ack: 6, sentAtUs: 1_940_000 },
      ],
    },
    { kind: "segments", from: "client", flags: ["PSH", "ACK"], are: [{ seq: 1, ack: 1, len: 5, sentAtUs: 1_930_000 }] },
    { kind: "segments", from: "server", flags: ["RST"], are: [] },
    { kind: "state", host: "server", state: "ESTABLISHED", atUs: 1_142_000 },
    { kind: "delivered", host: "server", bytes: 5 },
    { kind: "ends", host: "client", state: "ESTABLISHED" },
    { kind: "ends", host: "server", state: "ESTABLISHED" },
  ],
  trace: "duplicate-syn-established",
} satisfies GalleryEntry;
