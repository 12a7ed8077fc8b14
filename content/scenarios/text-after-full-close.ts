import type { GalleryEntry } from "#lib/content/schema.ts";

/** The client's application has called close(); the server's writes twice after that. */
export default {
  order: 110,
  group: "resets",
  title: { en: "Data for a closed socket", zh: "发给已关闭的套接字" },
  summary: {
    en: "The client called close(), so nobody will read: the first data gets a RST, and the server’s next send() fails.",
    zh: "客户端已经 close()，不会再有人读：第一份数据换来 RST，服务器下一次 send() 失败。",
  },
  scenario: {
    profile: "linux-6.18",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 10_000 },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "client", atUs: 235_000, call: { kind: "close" } },
      { host: "server", atUs: 557_000, call: { kind: "send", len: 5 } },
      { host: "server", connection: 1, atUs: 857_000, call: { kind: "send", len: 5 } },
    ],
  },
  shows: [
    { kind: "segments", from: "server", flags: ["PSH", "ACK"], are: [{ seq: 1, ack: 2, len: 5, sentAtUs: 557_000 }] },
    { kind: "segments", from: "client", flags: ["RST"], are: [{ seq: 2, sentAtUs: 567_000 }] },
    { kind: "state", host: "client", state: "FIN-WAIT-2", atUs: 259_000 },
    { kind: "state", host: "client", state: "CLOSED", atUs: 567_000 },
    { kind: "state", host: "server", state: "CLOSE-WAIT", atUs: 576_999 },
    { kind: "state", host: "server", state: "CLOSED", atUs: 577_000 },
    { kind: "never", host: "client", state: "TIME-WAIT" },
    { kind: "ends", host: "client", state: "CLOSED" },
    { kind: "ends", host: "server", state: "CLOSED" },
  ],
  trace: "data-after-full-close",
} satisfies GalleryEntry;
