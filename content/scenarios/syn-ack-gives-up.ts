import type { GalleryEntry } from "#lib/content/schema.ts";

/** Every bare ACK of the client is lost; it sends text when the server has already given up. */
export default {
  order: 20,
  group: "listening",
  title: { en: "The server gives up", zh: "服务器放弃等待" },
  summary: {
    en: "The third segment never arrives: 63 s after its first SYN-ACK the server silently forgets the request, and data sent later gets a RST.",
    zh: "第三个报文段始终不到：首个 SYN-ACK 之后 63 秒，服务器悄悄丢掉这个请求；此后再来数据，就回 RST。",
  },
  scenario: {
    profile: "linux-6.18",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 10_000, rules: [{ from: "client", of: "ACK", nth: "every", fate: "drop" }] },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "client", atUs: 64_870_000, call: { kind: "send", len: 5 } },
    ],
  },
  shows: [
    {
      kind: "segments",
      from: "server",
      flags: ["SYN", "ACK"],
      are: [
        { seq: 0, ack: 1, sentAtUs: 10_000, nature: "first" },
        { seq: 0, ack: 1, sentAtUs: 1_010_000, nature: "resent" },
        { seq: 0, ack: 1, sentAtUs: 3_010_000, nature: "resent" },
        { seq: 0, ack: 1, sentAtUs: 7_010_000, nature: "resent" },
        { seq: 0, ack: 1, sentAtUs: 15_010_000, nature: "resent" },
        { seq: 0, ack: 1, sentAtUs: 31_010_000, nature: "resent" },
      ],
    },
    {
      kind: "segments",
      from: "client",
      flags: ["PSH", "ACK"],
      are: [{ seq: 1, ack: 1, len: 5, sentAtUs: 64_870_000 }],
    },
    { kind: "segments", from: "server", flags: ["RST"], are: [{ seq: 1, sentAtUs: 64_880_000 }] },
    { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 63_009_999 },
    { kind: "state", host: "server", state: "LISTEN", atUs: 63_010_000 },
    { kind: "state", host: "client", state: "ESTABLISHED", atUs: 64_889_999 },
    { kind: "state", host: "client", state: "CLOSED", atUs: 64_890_000 },
    { kind: "never", host: "server", state: "ESTABLISHED" },
    { kind: "ends", host: "client", state: "CLOSED" },
    { kind: "ends", host: "server", state: "LISTEN" },
  ],
  trace: "handshake-giveup-default",
} satisfies GalleryEntry;
