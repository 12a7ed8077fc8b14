import type { GalleryEntry } from "#lib/content/schema.ts";

/** The server listens with TCP_DEFER_ACCEPT of 5 s; the client writes after 4.5 s. */
export default {
  order: 80,
  group: "listening",
  title: { en: "Accepted only with data", zh: "等来数据才接受" },
  summary: {
    en: "With TCP_DEFER_ACCEPT a bare third segment is not enough: the server stays in SYN-RECEIVED, and repeats nothing, until data arrives.",
    zh: "设了 TCP_DEFER_ACCEPT，第三个报文段不带数据就不算数：数据到来之前，服务器停在 SYN-RECEIVED，也不重发。",
  },
  scenario: {
    profile: "linux-6.18",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 10_000 },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen", deferAcceptS: 5 } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "client", atUs: 4_500_000, call: { kind: "send", len: 5 } },
    ],
  },
  shows: [
    { kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ seq: 0, ack: 1, sentAtUs: 10_000 }] },
    { kind: "segments", from: "client", flags: ["ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 20_000 }] },
    { kind: "segments", from: "client", flags: ["PSH", "ACK"], are: [{ seq: 1, ack: 1, len: 5, sentAtUs: 4_500_000 }] },
    { kind: "state", host: "client", state: "ESTABLISHED", atUs: 20_000 },
    { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 4_509_999 },
    { kind: "state", host: "server", state: "ESTABLISHED", atUs: 4_510_000 },
    { kind: "delivered", host: "server", bytes: 5 },
    { kind: "ends", host: "client", state: "ESTABLISHED" },
    { kind: "ends", host: "server", state: "ESTABLISHED" },
  ],
} satisfies GalleryEntry;
