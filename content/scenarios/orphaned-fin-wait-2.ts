import type { GalleryEntry } from "#lib/content/schema.ts";

/** The client's application has closed, the server's closes only after 62.5 s. */
export default {
  order: 110,
  group: "closing",
  title: { en: "An orphan in FIN-WAIT-2", zh: "孤儿套接字超时" },
  summary: {
    en: "Linux lets a closed socket wait in FIN-WAIT-2 for 60 s only; the server’s FIN comes later and is answered with RST.",
    zh: "Linux 只让已关闭的套接字在 FIN-WAIT-2 停留 60 秒；服务器的 FIN 来得更晚，换来的是 RST。",
  },
  scenario: {
    profile: "linux-6.18",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 10_000 },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "client", atUs: 230_000, call: { kind: "close" } },
      { host: "server", on: "CLOSE-WAIT", afterUs: 62_500_000, call: { kind: "close" } },
    ],
  },
  shows: [
    { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 1, ack: 2, sentAtUs: 244_000 }] },
    { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 2, sentAtUs: 62_740_000 }] },
    { kind: "segments", from: "client", flags: ["RST"], are: [{ seq: 2, sentAtUs: 62_750_000 }] },
    { kind: "state", host: "client", state: "FIN-WAIT-2", atUs: 60_253_999 },
    { kind: "state", host: "client", state: "CLOSED", atUs: 60_254_000 },
    { kind: "state", host: "server", state: "CLOSE-WAIT", atUs: 62_739_999 },
    { kind: "never", host: "client", state: "TIME-WAIT" },
    { kind: "ends", host: "client", state: "CLOSED" },
    { kind: "ends", host: "server", state: "CLOSED" },
  ],
  trace: "fin-wait-2-timeout-default",
} satisfies GalleryEntry;
