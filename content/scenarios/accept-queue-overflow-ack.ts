import type { GalleryEntry } from "#lib/content/schema.ts";

/** The queue fills up between the SYN and the ACK of the third connection, which then sends 5 bytes. */
export default {
  order: 60,
  group: "listening",
  title: { en: "Queue full at the ACK", zh: "ACK 到时队列已满" },
  summary: {
    en: "The client believes that its third connection is open, but the server drops ACK and data until there is room in the queue.",
    zh: "客户端以为第三条连接已经建成，服务器却丢弃它的 ACK 和数据，直到队列有了空位。",
  },
  scenario: {
    profile: "linux-6.18",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 10_000 },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen", backlog: 1 } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "client", atUs: 120_000, call: { kind: "connect" } },
      { host: "client", atUs: 121_000, call: { kind: "connect" } },
      { host: "client", connection: 3, atUs: 350_000, call: { kind: "send", len: 5 } },
      { host: "server", atUs: 2_357_000, call: { kind: "accept" } },
      { host: "server", atUs: 2_358_000, call: { kind: "accept" } },
    ],
    untilUs: 5_000_000,
  },
  shows: [
    {
      kind: "segments",
      from: "server",
      flags: ["SYN", "ACK"],
      are: [
        { seq: 0, ack: 1, sentAtUs: 10_000, nature: "first" },
        { seq: 0, ack: 1, sentAtUs: 130_000, nature: "first" },
        { seq: 0, ack: 1, sentAtUs: 131_000, nature: "first" },
        { seq: 0, ack: 1, sentAtUs: 1_131_000, nature: "resent" },
        { seq: 0, ack: 1, sentAtUs: 3_131_000, nature: "resent" },
      ],
    },
    {
      kind: "segments",
      from: "client",
      flags: ["PSH", "ACK"],
      are: [
        { seq: 1, ack: 1, len: 5, sentAtUs: 350_000, nature: "first" },
        { seq: 1, ack: 1, len: 5, sentAtUs: 570_000, nature: "resent" },
        { seq: 1, ack: 1, len: 5, sentAtUs: 790_000, nature: "resent" },
        { seq: 1, ack: 1, len: 5, sentAtUs: 1_230_000, nature: "resent" },
        { seq: 1, ack: 1, len: 5, sentAtUs: 2_110_000, nature: "resent" },
        { seq: 1, ack: 1, len: 5, sentAtUs: 3_870_000, nature: "resent" },
      ],
    },
    { kind: "segments", from: "server", flags: ["RST"], are: [] },
    { kind: "state", host: "client", state: "ESTABLISHED", atUs: 141_000 },
    { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 3_150_999 },
    { kind: "state", host: "server", state: "ESTABLISHED", atUs: 3_151_000 },
    { kind: "delivered", host: "server", bytes: 5 },
    { kind: "ends", host: "client", state: "ESTABLISHED" },
    { kind: "ends", host: "server", state: "ESTABLISHED" },
  ],
  trace: "backlog-overflow-final-ack-dropped",
} satisfies GalleryEntry;
