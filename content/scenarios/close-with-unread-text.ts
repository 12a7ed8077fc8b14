import type { GalleryEntry } from "#lib/content/schema.ts";

/** The server's application closes without having read the 5 bytes that arrived. */
export default {
  order: 130,
  group: "closing",
  title: { en: "Closing with unread data", zh: "关闭时数据未读" },
  summary: {
    en: "The server closes without having read 5 bytes: it sends RST instead of FIN, so that the client learns of the loss.",
    zh: "服务器没读那 5 个字节就关闭：它不发 FIN，而发 RST，让客户端知道数据没有送到应用。",
  },
  scenario: {
    profile: "linux-6.18",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 10_000 },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen", options: { reads: "on-call" } } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "client", atUs: 230_000, call: { kind: "send", len: 5 } },
      { host: "server", atUs: 430_000, call: { kind: "close" } },
    ],
  },
  shows: [
    { kind: "segments", from: "client", flags: ["PSH", "ACK"], are: [{ seq: 1, ack: 1, len: 5, sentAtUs: 230_000 }] },
    { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 1, ack: 6, sentAtUs: 240_000 }] },
    { kind: "segments", from: "server", flags: ["RST", "ACK"], are: [{ seq: 1, ack: 6, sentAtUs: 430_000 }] },
    { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [] },
    { kind: "state", host: "client", state: "ESTABLISHED", atUs: 439_999 },
    { kind: "state", host: "client", state: "CLOSED", atUs: 440_000 },
    { kind: "ends", host: "client", state: "CLOSED" },
    { kind: "ends", host: "server", state: "CLOSED" },
  ],
  trace: "close-with-unread-data",
} satisfies GalleryEntry;
