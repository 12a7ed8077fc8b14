import type { GalleryEntry } from "#lib/content/schema.ts";

/** Two RSTs reach the client in TIME-WAIT: one 100 too high, one exact. */
export default {
  order: 100,
  group: "time-wait",
  title: { en: "A RST ends TIME-WAIT", zh: "RST 结束等待" },
  summary: {
    en: "A RST that is 100 too high does nothing; the one with exactly the number expected ends TIME-WAIT on the spot.",
    zh: "序列号大 100 的 RST 不起作用；正好等于期待值的那个，当场结束 TIME-WAIT。",
  },
  scenario: {
    profile: "linux-6.18",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 10_000 },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "client", atUs: 230_000, call: { kind: "close" } },
      { host: "server", on: "CLOSE-WAIT", afterUs: 0, call: { kind: "close" } },
    ],
    ghosts: [
      { from: "server", arrivesAtUs: 564_000, flags: ["RST"], seq: 402 },
      { from: "server", arrivesAtUs: 873_000, flags: ["RST"], seq: 302 },
    ],
  },
  shows: [
    {
      kind: "segments",
      from: "server",
      flags: ["RST"],
      are: [
        { seq: 102, sentAtUs: 559_000, nature: "ghost" },
        { seq: 2, sentAtUs: 868_000, nature: "ghost" },
      ],
    },
    { kind: "state", host: "client", state: "TIME-WAIT", atUs: 564_000 },
    { kind: "state", host: "client", state: "TIME-WAIT", atUs: 872_999 },
    { kind: "state", host: "client", state: "CLOSED", atUs: 873_000 },
    { kind: "ends", host: "client", state: "CLOSED" },
    { kind: "ends", host: "server", state: "CLOSED" },
  ],
  trace: "rst-in-time-wait",
} satisfies GalleryEntry;
