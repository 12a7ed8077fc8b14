import type { GalleryEntry } from "#lib/content/schema.ts";

/** A copy of the connection's own first SYN reaches the server in TIME-WAIT. */
export default {
  order: 30,
  group: "time-wait",
  title: { en: "An old SYN opens nothing", zh: "旧 SYN 打不开连接" },
  summary: {
    en: "The old SYN gets an ACK and no SYN-ACK; but the RST with which the client answers this ACK ends TIME-WAIT early.",
    zh: "旧 SYN 得到的是 ACK，而非 SYN-ACK；但客户端对这个 ACK 回的 RST，让 TIME-WAIT 提前结束。",
  },
  scenario: {
    profile: "linux-6.18",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 10_000 },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "server", atUs: 230_000, call: { kind: "close" } },
      { host: "client", on: "CLOSE-WAIT", afterUs: 0, call: { kind: "close" } },
    ],
    ghosts: [
      {
        from: "client",
        arrivesAtUs: 775_000,
        flags: ["SYN"],
        seq: 100,
        options: { mss: 1460, timestamps: { value: 3_181_838_295, echo: 0 }, sackPermitted: true, windowScale: 10 },
      },
    ],
  },
  shows: [
    {
      kind: "segments",
      from: "client",
      flags: ["SYN"],
      are: [
        { seq: 0, sentAtUs: 770_000, nature: "ghost" },
        { seq: 0, sentAtUs: 0, nature: "first" },
      ],
    },
    { kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ seq: 0, ack: 1, sentAtUs: 10_000 }] },
    {
      kind: "segments",
      from: "server",
      flags: ["ACK"],
      are: [
        { seq: 2, ack: 2, sentAtUs: 250_000 },
        { seq: 2, ack: 2, sentAtUs: 775_000 },
      ],
    },
    { kind: "segments", from: "client", flags: ["RST"], are: [{ seq: 2, sentAtUs: 785_000 }] },
    { kind: "state", host: "server", state: "TIME-WAIT", atUs: 250_000 },
    { kind: "state", host: "server", state: "TIME-WAIT", atUs: 794_999 },
    { kind: "state", host: "server", state: "CLOSED", atUs: 795_000 },
    { kind: "ends", host: "client", state: "CLOSED" },
    { kind: "ends", host: "server", state: "CLOSED" },
  ],
  trace: "old-duplicate-syn-time-wait",
} satisfies GalleryEntry;
