import type { GalleryEntry } from "#lib/content/schema.ts";

/** The first SYN is lost; a SYN-ACK that acknowledges ISN + 1000 reaches the client. */
export default {
  order: 120,
  group: "opening",
  title: { en: "An impossible SYN-ACK", zh: "对不上的 SYN-ACK" },
  summary: {
    en: "It acknowledges a number that the client never sent: the client answers with RST, stays in SYN-SENT and, being Linux, repeats its SYN long before its timeout of 1 s.",
    zh: "它确认的序列号客户端从未发过：客户端回 RST，留在 SYN-SENT；这是 Linux，不等 1 秒超时就重发 SYN。",
  },
  scenario: {
    like: "lost-syn",
    ghosts: [{ from: "server", arrivesAtUs: 212_000, flags: ["SYN", "ACK"], seq: 300, ack: 1100 }],
  },
  shows: [
    {
      kind: "segments",
      from: "client",
      flags: ["SYN"],
      are: [
        { seq: 0, sentAtUs: 0, nature: "first" },
        { seq: 0, nature: "resent" },
      ],
    },
    { kind: "segments", from: "client", flags: ["RST"], are: [{ seq: 1000, sentAtUs: 212_000 }] },
    {
      kind: "segments",
      from: "server",
      flags: ["SYN", "ACK"],
      are: [
        { seq: 0, ack: 1000, sentAtUs: 207_000, nature: "ghost" },
        { seq: 0, ack: 1, nature: "first" },
      ],
    },
    { kind: "state", host: "client", state: "SYN-SENT", atUs: 212_000 },
    { kind: "state", host: "client", state: "ESTABLISHED", atUs: 250_000 },
    { kind: "state", host: "server", state: "ESTABLISHED", atUs: 260_000 },
    { kind: "ends", host: "client", state: "ESTABLISHED" },
    { kind: "ends", host: "server", state: "ESTABLISHED" },
  ],
  trace: "synack-wrong-ack-in-syn-sent",
} satisfies GalleryEntry;
