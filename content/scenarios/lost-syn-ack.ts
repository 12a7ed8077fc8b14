import type { GalleryEntry } from "#lib/content/schema.ts";

/** The server's first SYN-ACK is lost; both timers run out, the client's half a round trip before the server's. */
export default {
  order: 30,
  group: "opening",
  title: { en: "The SYN-ACK is lost", zh: "SYN-ACK 丢失" },
  summary: {
    en: "Both sides wait and both repeat: the client’s second SYN gets only an ACK, which does not help; the server’s second SYN-ACK does.",
    zh: "两端都在等，也都会重发：客户端重发的 SYN 只换来一个 ACK，无济于事；服务器重发的 SYN-ACK 才让连接建立。",
  },
  scenario: { like: "open", rules: [{ from: "server", of: "SYN-ACK", nth: 1, fate: "drop" }] },
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
    {
      kind: "segments",
      from: "server",
      flags: ["SYN", "ACK"],
      are: [
        { seq: 0, ack: 1, sentAtUs: 50_000, nature: "first" },
        { seq: 0, ack: 1, sentAtUs: 1_050_000, nature: "resent" },
      ],
    },
    { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 1_050_000 }] },
    { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 1_149_999 },
    { kind: "state", host: "client", state: "SYN-SENT", atUs: 1_099_999 },
    { kind: "state", host: "client", state: "ESTABLISHED", atUs: 1_100_000 },
    { kind: "ends", host: "client", state: "ESTABLISHED" },
    { kind: "ends", host: "server", state: "ESTABLISHED" },
  ],
} satisfies GalleryEntry;
