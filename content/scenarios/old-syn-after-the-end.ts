import type { GalleryEntry } from "#lib/content/schema.ts";

/** A copy of the first SYN arrives when the connection has been reset on both sides. */
export default {
  order: 110,
  group: "opening",
  title: { en: "A SYN after the end", zh: "连接结束后的旧 SYN" },
  summary: {
    en: "The connection is gone when a copy of its SYN arrives: the client answers the SYN-ACK with RST, and the server goes back to LISTEN.",
    zh: "连接早已结束，它的 SYN 副本才到：客户端用 RST 回应 SYN-ACK，服务器退回 LISTEN。",
  },
  scenario: {
    like: "linger-zero",
    ghosts: [
      {
        from: "client",
        arrivesAtUs: 766_000,
        flags: ["SYN"],
        seq: 100,
        options: { mss: 1460, windowScale: 10, sackPermitted: true, timestamps: { value: 3_181_838_295, echo: 0 } },
      },
    ],
  },
  shows: [
    {
      kind: "segments",
      from: "client",
      flags: ["SYN"],
      are: [
        { seq: 0, sentAtUs: 761_000, nature: "ghost" },
        { seq: 0, sentAtUs: 0, nature: "first" },
      ],
    },
    {
      kind: "segments",
      from: "server",
      flags: ["SYN", "ACK"],
      are: [
        { seq: 0, ack: 1, sentAtUs: 10_000 },
        { seq: 0, ack: 1, sentAtUs: 766_000 },
      ],
    },
    { kind: "segments", from: "client", flags: ["RST"], are: [{ seq: 1, sentAtUs: 776_000 }] },
    { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 785_999 },
    { kind: "state", host: "server", state: "LISTEN", atUs: 786_000 },
    { kind: "ends", host: "client", state: "CLOSED" },
    { kind: "ends", host: "server", state: "LISTEN" },
  ],
  trace: "old-duplicate-syn",
} satisfies GalleryEntry;
