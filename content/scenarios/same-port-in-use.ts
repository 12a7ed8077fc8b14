import type { GalleryEntry } from "#lib/content/schema.ts";

/** The client connects again from the port of a connection in TIME-WAIT, too early and then after it. */
export default {
  order: 60,
  group: "time-wait",
  title: { en: "Same port, too early", zh: "端口仍被占用" },
  summary: {
    en: "While the old connection is in TIME-WAIT, connect() from the same port fails and sends nothing; after the 4 minutes it succeeds.",
    zh: "旧连接还在 TIME-WAIT，从同一端口 connect() 会直接失败，什么也不发；过了 4 分钟才成功。",
  },
  scenario: {
    profile: "rfc9293",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 50_000 },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "client", atUs: 400_000, call: { kind: "close" } },
      { host: "server", on: "CLOSE-WAIT", afterUs: 100_000, call: { kind: "close" } },
      { host: "client", atUs: 2_000_000, call: { kind: "connect", from: 40_000 } },
      { host: "client", atUs: 242_000_000, call: { kind: "connect", from: 40_000 } },
    ],
  },
  shows: [
    {
      kind: "segments",
      from: "client",
      flags: ["SYN"],
      are: [
        { seq: 0, sentAtUs: 0 },
        { seq: 0, sentAtUs: 242_000_000 },
      ],
    },
    { kind: "state", host: "client", state: "TIME-WAIT", atUs: 600_000 },
    { kind: "state", host: "client", state: "TIME-WAIT", atUs: 2_000_000 },
    { kind: "state", host: "client", state: "TIME-WAIT", atUs: 240_599_999 },
    { kind: "state", host: "client", state: "CLOSED", atUs: 240_600_000 },
    { kind: "state", host: "client", state: "SYN-SENT", atUs: 242_000_000 },
    { kind: "ends", host: "client", state: "ESTABLISHED" },
    { kind: "ends", host: "server", state: "ESTABLISHED" },
  ],
} satisfies GalleryEntry;
