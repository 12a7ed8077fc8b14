import type { GalleryEntry } from "#lib/content/schema.ts";

/** TCP Fast Open (RFC 7413): the first connection asks for a cookie, the second shows it and has text on its SYN. */
export default {
  order: 80,
  group: "opening",
  title: { en: "TCP Fast Open", zh: "Fast Open" },
  summary: {
    en: "The first connection fetches a cookie; the second puts its data on the SYN, and the server answers before the handshake is over.",
    zh: "第一条连接取得 cookie；第二条把数据放进 SYN，握手还没结束，服务器就已答复。",
  },
  scenario: {
    profile: "linux-6.18",
    settings: { fastOpenServer: true },
    iss: { client: 100, server: 300 },
    wire: { delayUs: 10_000 },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen", fastOpen: true } },
      { host: "client", atUs: 0, call: { kind: "connect", len: 5, fastOpen: true } },
      { host: "server", on: "ESTABLISHED", afterUs: 0, call: { kind: "send", len: 3 } },
      { host: "client", atUs: 140_000, call: { kind: "close" } },
      { host: "server", on: "CLOSE-WAIT", afterUs: 0, call: { kind: "close" } },
      { host: "client", atUs: 450_000, call: { kind: "connect", len: 5, fastOpen: true } },
      { host: "server", atUs: 461_000, call: { kind: "send", len: 5 } },
    ],
    untilUs: 1_000_000,
  },
  shows: [
    {
      kind: "segments",
      from: "client",
      flags: ["SYN"],
      are: [
        { seq: 0, sentAtUs: 0 },
        { seq: 0, len: 5, sentAtUs: 450_000 },
      ],
    },
    {
      kind: "segments",
      from: "server",
      flags: ["SYN", "ACK"],
      are: [
        { seq: 0, ack: 1, sentAtUs: 10_000 },
        { seq: 0, ack: 6, sentAtUs: 460_000 },
      ],
    },
    { kind: "segments", from: "client", flags: ["PSH", "ACK"], are: [{ seq: 1, ack: 1, len: 5, sentAtUs: 20_000 }] },
    {
      kind: "segments",
      from: "server",
      flags: ["PSH", "ACK"],
      are: [
        { seq: 1, ack: 6, len: 3, sentAtUs: 30_000 },
        { seq: 1, ack: 6, len: 5, sentAtUs: 461_000 },
      ],
    },
    { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 6, ack: 4, sentAtUs: 140_000 }] },
    { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 4, ack: 7, sentAtUs: 150_000 }] },
    { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 461_000 },
    { kind: "state", host: "client", state: "ESTABLISHED", atUs: 470_000 },
    { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 479_999 },
    { kind: "state", host: "server", state: "ESTABLISHED", atUs: 480_000 },
    { kind: "delivered", host: "server", bytes: 5 },
    { kind: "delivered", host: "client", bytes: 5 },
    { kind: "ends", host: "client", state: "ESTABLISHED" },
    { kind: "ends", host: "server", state: "ESTABLISHED" },
  ],
  trace: "syn-with-data-tfo",
} satisfies GalleryEntry;
