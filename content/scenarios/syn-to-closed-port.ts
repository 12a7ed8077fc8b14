import type { GalleryEntry } from "#lib/content/schema.ts";

/** The client connects to a port where nobody listens. */
export default {
  order: 130,
  group: "opening",
  title: { en: "Nobody listens", zh: "无人监听的端口" },
  summary: {
    en: "The server’s kernel refuses with RST,ACK at once, so connect() fails after one round trip, without waiting for a timeout.",
    zh: "服务器内核立刻以 RST,ACK 拒绝，connect() 一个往返时间后就失败，不必等到超时。",
  },
  scenario: {
    profile: "linux-6.18",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 10_000 },
    script: [{ host: "client", atUs: 0, call: { kind: "connect" } }],
  },
  shows: [
    { kind: "segments", from: "client", flags: ["SYN"], are: [{ seq: 0, sentAtUs: 0 }] },
    { kind: "segments", from: "server", flags: ["RST", "ACK"], are: [{ seq: 0, ack: 1, sentAtUs: 10_000 }] },
    { kind: "state", host: "client", state: "SYN-SENT", atUs: 19_999 },
    { kind: "state", host: "client", state: "CLOSED", atUs: 20_000 },
    { kind: "never", host: "server", state: "SYN-RECEIVED" },
    { kind: "ends", host: "client", state: "CLOSED" },
    { kind: "ends", host: "server", state: "CLOSED" },
  ],
  trace: "syn-to-closed-port",
} satisfies GalleryEntry;
