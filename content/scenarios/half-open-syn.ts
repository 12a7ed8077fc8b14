import type { GalleryEntry } from "#lib/content/schema.ts";

/** The client's host crashes, comes back and connects again from the same port (figure 9 of RFC 9293). */
export default {
  order: 20,
  group: "resets",
  title: { en: "A SYN after a crash", zh: "崩溃之后的 SYN" },
  summary: {
    en: "The server’s ACK gives the half-open connection away, the client’s RST removes it, and the repeated SYN opens a new one.",
    zh: "服务器的 ACK 暴露了半开连接，客户端用 RST 将它清除，重发的 SYN 建立新连接。",
  },
  scenario: {
    profile: "rfc9293",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 50_000 },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "client", atUs: 300_000, call: { kind: "crash" } },
      { host: "client", atUs: 400_000, call: { kind: "boot" } },
      { host: "client", atUs: 500_000, call: { kind: "connect", from: 40_000 } },
    ],
  },
  shows: [
    {
      kind: "segments",
      from: "client",
      flags: ["SYN"],
      are: [
        { seq: 0, sentAtUs: 0, nature: "first" },
        { seq: 0, sentAtUs: 500_000, nature: "first" },
        { seq: 0, sentAtUs: 1_500_000, nature: "resent" },
      ],
    },
    { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 1, ack: -124_999, sentAtUs: 550_000 }] },
    { kind: "segments", from: "client", flags: ["RST"], are: [{ seq: -124_999, sentAtUs: 600_000 }] },
    {
      kind: "segments",
      from: "server",
      flags: ["SYN", "ACK"],
      are: [
        { seq: 0, ack: 1, sentAtUs: 50_000 },
        { seq: 0, ack: 1, sentAtUs: 1_550_000 },
      ],
    },
    { kind: "state", host: "server", state: "ESTABLISHED", atUs: 649_999 },
    { kind: "state", host: "server", state: "CLOSED", atUs: 650_000 },
    { kind: "state", host: "client", state: "SYN-SENT", atUs: 1_599_999 },
    { kind: "state", host: "server", state: "ESTABLISHED", atUs: 1_650_000 },
    { kind: "ends", host: "client", state: "ESTABLISHED" },
    { kind: "ends", host: "server", state: "ESTABLISHED" },
  ],
} satisfies GalleryEntry;
