import type { GalleryEntry } from "#lib/content/schema.ts";

/** The client has shut its sending side down, then its application aborts; the server tries to write. */
export default {
  order: 90,
  group: "resets",
  title: { en: "A RST in CLOSE-WAIT", zh: "半关闭之后的 RST" },
  summary: {
    en: "The client closes its direction, then aborts: the server falls from CLOSE-WAIT to CLOSED, and its next send() reports the reset.",
    zh: "客户端先关闭自己的方向，随后中止：服务器从 CLOSE-WAIT 直接变为 CLOSED，下一次 send() 报告连接被重置。",
  },
  scenario: {
    profile: "rfc9293",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 50_000 },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "client", atUs: 400_000, call: { kind: "shutdown" } },
      { host: "client", atUs: 700_000, call: { kind: "abort" } },
      { host: "server", connection: 1, atUs: 900_000, call: { kind: "send", len: 5 } },
    ],
  },
  shows: [
    { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 400_000 }] },
    { kind: "segments", from: "client", flags: ["RST", "ACK"], are: [{ seq: 2, ack: 1, sentAtUs: 700_000 }] },
    { kind: "segments", from: "server", flags: ["PSH", "ACK"], are: [] },
    { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [] },
    { kind: "state", host: "server", state: "CLOSE-WAIT", atUs: 749_999 },
    { kind: "state", host: "server", state: "CLOSED", atUs: 750_000 },
    { kind: "state", host: "client", state: "FIN-WAIT-2", atUs: 699_999 },
    { kind: "ends", host: "client", state: "CLOSED" },
    { kind: "ends", host: "server", state: "CLOSED" },
  ],
} satisfies GalleryEntry;
