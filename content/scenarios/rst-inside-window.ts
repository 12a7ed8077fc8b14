import type { GalleryEntry } from "#lib/content/schema.ts";

/** A forged RST that lies inside the window, 10 above the number expected (RFC 5961). */
export default {
  order: 40,
  group: "resets",
  title: { en: "A RST inside the window", zh: "窗口之内的 RST" },
  summary: {
    en: "The number is 10 too high: the server does not obey but answers with a challenge ACK, and the connection lives on.",
    zh: "序列号大了 10：服务器不照办，只回一个挑战 ACK，连接照常。",
  },
  scenario: {
    profile: "linux-6.18",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 10_000 },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "client", atUs: 230_000, call: { kind: "send", len: 5 } },
      { host: "client", atUs: 1_254_000, call: { kind: "send", len: 5 } },
    ],
    ghosts: [{ from: "client", arrivesAtUs: 452_000, flags: ["RST"], seq: 116 }],
  },
  shows: [
    { kind: "segments", from: "client", flags: ["RST"], are: [{ seq: 16, sentAtUs: 447_000, nature: "ghost" }] },
    {
      kind: "segments",
      from: "server",
      flags: ["ACK"],
      are: [
        { seq: 1, ack: 6, sentAtUs: 240_000 },
        { seq: 1, ack: 6, sentAtUs: 452_000 },
        { seq: 1, ack: 11, sentAtUs: 1_264_000 },
      ],
    },
    {
      kind: "segments",
      from: "client",
      flags: ["PSH", "ACK"],
      are: [
        { seq: 1, ack: 1, len: 5, sentAtUs: 230_000 },
        { seq: 6, ack: 1, len: 5, sentAtUs: 1_254_000 },
      ],
    },
    { kind: "segments", from: "client", flags: ["RST", "ACK"], are: [] },
    { kind: "delivered", host: "server", bytes: 10 },
    { kind: "ends", host: "client", state: "ESTABLISHED" },
    { kind: "ends", host: "server", state: "ESTABLISHED" },
  ],
  trace: "rst-in-window-not-exact",
} satisfies GalleryEntry;
