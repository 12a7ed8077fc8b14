import type { GalleryEntry } from "#lib/content/schema.ts";

/** The client puts 5 bytes on its SYN, without Fast Open; the server keeps them, as the standard allows. */
export default {
  order: 70,
  group: "opening",
  title: { en: "Data on the SYN", zh: "SYN 带数据" },
  summary: {
    en: "The SYN-ACK acknowledges the SYN alone; the 5 bytes are kept, and reach the application only when the server is ESTABLISHED.",
    zh: "SYN-ACK 只确认 SYN；那 5 个字节先存着，服务器进入 ESTABLISHED 后才交给应用。",
  },
  scenario: {
    profile: "rfc9293",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 50_000 },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect", len: 5 } },
    ],
  },
  shows: [
    { kind: "segments", from: "client", flags: ["SYN"], are: [{ seq: 0, len: 5, sentAtUs: 0 }] },
    { kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ seq: 0, ack: 1, sentAtUs: 50_000 }] },
    { kind: "segments", from: "client", flags: ["ACK"], are: [{ seq: 6, ack: 1, sentAtUs: 100_000 }] },
    { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 1, ack: 6, sentAtUs: 150_000 }] },
    { kind: "segments", from: "client", flags: ["PSH", "ACK"], are: [] },
    { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 149_999 },
    { kind: "state", host: "server", state: "ESTABLISHED", atUs: 150_000 },
    { kind: "delivered", host: "server", bytes: 5 },
    { kind: "ends", host: "client", state: "ESTABLISHED" },
    { kind: "ends", host: "server", state: "ESTABLISHED" },
  ],
} satisfies GalleryEntry;
