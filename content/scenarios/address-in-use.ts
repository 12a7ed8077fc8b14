import type { GalleryEntry } from "#lib/content/schema.ts";

/** The server closed first and restarts: it listens without SO_REUSEADDR, then with it; a client tries in between and after. */
export default {
  order: 80,
  group: "time-wait",
  title: { en: "Address already in use", zh: "地址已被占用" },
  summary: {
    en: "A restarted server cannot listen on a port with a connection in TIME-WAIT, unless it sets SO_REUSEADDR.",
    zh: "端口上还有连接处于 TIME-WAIT，重启的服务器就无法监听，除非设置 SO_REUSEADDR。",
  },
  scenario: {
    profile: "rfc9293",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 50_000 },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "server", atUs: 400_000, call: { kind: "close" } },
      { host: "client", on: "CLOSE-WAIT", afterUs: 100_000, call: { kind: "close" } },
      { host: "server", atUs: 1_000_000, call: { kind: "unlisten" } },
      { host: "server", atUs: 2_000_000, call: { kind: "listen", reuseAddress: false } },
      { host: "server", atUs: 3_000_000, call: { kind: "listen", reuseAddress: true } },
      { host: "client", atUs: 2_500_000, call: { kind: "connect" } },
      { host: "client", atUs: 4_000_000, call: { kind: "connect" } },
    ],
    untilUs: 10_000_000,
  },
  shows: [
    {
      kind: "segments",
      from: "client",
      flags: ["SYN"],
      are: [
        { seq: 0, sentAtUs: 0 },
        { seq: 0, sentAtUs: 2_500_000 },
        { seq: 0, sentAtUs: 4_000_000 },
      ],
    },
    {
      kind: "segments",
      from: "server",
      flags: ["SYN", "ACK"],
      are: [
        { seq: 0, ack: 1, sentAtUs: 50_000 },
        { seq: 0, ack: 1, sentAtUs: 4_050_000 },
      ],
    },
    { kind: "segments", from: "server", flags: ["RST", "ACK"], are: [{ seq: 0, sentAtUs: 2_550_000 }] },
    { kind: "state", host: "server", state: "TIME-WAIT", atUs: 600_000 },
    { kind: "state", host: "client", state: "SYN-SENT", atUs: 2_500_000 },
    { kind: "state", host: "client", state: "CLOSED", atUs: 2_600_000 },
    { kind: "state", host: "server", state: "TIME-WAIT", atUs: 4_049_999 },
    { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 4_050_000 },
    { kind: "state", host: "server", state: "ESTABLISHED", atUs: 4_150_000 },
    { kind: "ends", host: "client", state: "ESTABLISHED" },
    { kind: "ends", host: "server", state: "ESTABLISHED" },
  ],
} satisfies GalleryEntry;
