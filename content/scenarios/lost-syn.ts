import type { GalleryEntry } from "#lib/content/schema.ts";

/** The client's first SYN is lost. */
export default {
  order: 20,
  group: "opening",
  title: { en: "The SYN is lost", zh: "SYN 丢失" },
  summary: {
    en: "The server never hears of the attempt, so only the client can repair it: after 1 s it sends the same SYN again.",
    zh: "服务器对这次连接一无所知，只能靠客户端补救：1 秒后重发同一个 SYN。",
  },
  scenario: {
    like: "open",
    profile: "linux-6.18",
    delayUs: 10_000,
    rules: [{ from: "client", of: "SYN", nth: 1, fate: "drop" }],
  },
  shows: [
    {
      kind: "segments",
      from: "client",
      flags: ["SYN"],
      are: [
        { seq: 0, sentAtUs: 0, nature: "first" },
        { seq: 0, sentAtUs: 1_000_000, nature: "resent" },
      ],
    },
    { kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ seq: 0, ack: 1, sentAtUs: 1_010_000 }] },
    { kind: "state", host: "server", state: "LISTEN", atUs: 1_009_999 },
    { kind: "state", host: "client", state: "SYN-SENT", atUs: 1_019_999 },
    { kind: "state", host: "server", state: "ESTABLISHED", atUs: 1_030_000 },
    { kind: "ends", host: "client", state: "ESTABLISHED" },
    { kind: "ends", host: "server", state: "ESTABLISHED" },
  ],
  trace: "handshake-lost-syn",
} satisfies GalleryEntry;
