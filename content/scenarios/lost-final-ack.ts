import type { GalleryEntry } from "#lib/content/schema.ts";

/** The third segment is lost, and the client has nothing to say. */
export default {
  order: 40,
  group: "opening",
  title: { en: "The third segment is lost", zh: "第三个报文段丢失" },
  summary: {
    en: "The client is ESTABLISHED and silent, the server still in SYN-RECEIVED; its repeated SYN-ACK fetches the ACK that is missing.",
    zh: "客户端已是 ESTABLISHED，却不会主动开口；服务器停在 SYN-RECEIVED，靠重发 SYN-ACK 换回缺失的 ACK。",
  },
  scenario: {
    like: "open",
    profile: "linux-6.18",
    delayUs: 10_000,
    rules: [{ from: "client", of: "ACK", nth: 1, fate: "drop" }],
  },
  shows: [
    {
      kind: "segments",
      from: "server",
      flags: ["SYN", "ACK"],
      are: [
        { seq: 0, ack: 1, sentAtUs: 10_000, nature: "first" },
        { seq: 0, ack: 1, sentAtUs: 1_010_000, nature: "resent" },
      ],
    },
    {
      kind: "segments",
      from: "client",
      flags: ["ACK"],
      are: [
        { seq: 1, ack: 1, sentAtUs: 20_000 },
        { seq: 1, ack: 1, sentAtUs: 1_020_000 },
      ],
    },
    { kind: "state", host: "client", state: "ESTABLISHED", atUs: 20_000 },
    { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 1_029_999 },
    { kind: "state", host: "server", state: "ESTABLISHED", atUs: 1_030_000 },
    { kind: "ends", host: "client", state: "ESTABLISHED" },
    { kind: "ends", host: "server", state: "ESTABLISHED" },
  ],
  trace: "handshake-lost-final-ack-idle",
} satisfies GalleryEntry;
