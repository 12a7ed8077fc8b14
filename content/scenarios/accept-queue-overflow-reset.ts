import type { GalleryEntry } from "#lib/content/schema.ts";

/** The queue fills up between the SYN and the ACK of the third connection; the server has tcp_abort_on_overflow = 1. */
export default {
  order: 70,
  group: "listening",
  title: { en: "Queue full, so RST", zh: "队列已满，回以 RST" },
  summary: {
    en: "With tcp_abort_on_overflow the server does not stay silent: the third connection, ESTABLISHED at the client, is reset.",
    zh: "开启 tcp_abort_on_overflow 后，服务器不再沉默：第三条连接在客户端已是 ESTABLISHED，仍被 RST 断开。",
  },
  scenario: {
    profile: "linux-6.18",
    settings: { abortOnOverflow: true },
    iss: { client: 100, server: 300 },
    wire: { delayUs: 10_000 },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen", backlog: 1 } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "client", atUs: 120_000, call: { kind: "connect" } },
      { host: "client", atUs: 121_000, call: { kind: "connect" } },
    ],
  },
  shows: [
    {
      kind: "segments",
      from: "server",
      flags: ["SYN", "ACK"],
      are: [
        { seq: 0, ack: 1, sentAtUs: 10_000 },
        { seq: 0, ack: 1, sentAtUs: 130_000 },
        { seq: 0, ack: 1, sentAtUs: 131_000 },
      ],
    },
    {
      kind: "segments",
      from: "client",
      flags: ["ACK"],
      are: [
        { seq: 1, ack: 1, sentAtUs: 20_000 },
        { seq: 1, ack: 1, sentAtUs: 140_000 },
        { seq: 1, ack: 1, sentAtUs: 141_000 },
      ],
    },
    { kind: "segments", from: "server", flags: ["RST"], are: [{ seq: 1, sentAtUs: 151_000 }] },
    { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 150_999 },
    { kind: "state", host: "client", state: "ESTABLISHED", atUs: 160_999 },
    { kind: "ends", host: "client", state: "ESTABLISHED" },
    { kind: "ends", host: "server", state: "ESTABLISHED" },
  ],
} satisfies GalleryEntry;
