import type { GalleryEntry } from "#lib/content/schema.ts";

/** Both applications close at the same time (figure 13 of RFC 9293). */
export default {
  order: 60,
  group: "closing",
  title: { en: "Both sides close at once", zh: "同时关闭" },
  summary: {
    en: "The FINs cross: both sides go through CLOSING and end in TIME-WAIT.",
    zh: "两个 FIN 在途中交错：双方都经过 CLOSING，也都进入 TIME-WAIT。",
  },
  scenario: {
    like: "open",
    profile: "linux-6.18",
    andThen: [
      { host: "client", atUs: 450_000, call: { kind: "close" } },
      { host: "server", atUs: 450_000, call: { kind: "close" } },
    ],
  },
  shows: [
    { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 450_000 }] },
    { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 450_000 }] },
    { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 2, ack: 2, sentAtUs: 500_000 }] },
    { kind: "state", host: "client", state: "CLOSING", atUs: 500_000 },
    { kind: "state", host: "server", state: "CLOSING", atUs: 500_000 },
    { kind: "state", host: "client", state: "TIME-WAIT", atUs: 550_000 },
    { kind: "state", host: "server", state: "TIME-WAIT", atUs: 550_000 },
    { kind: "state", host: "client", state: "TIME-WAIT", atUs: 60_549_999 },
    { kind: "state", host: "server", state: "TIME-WAIT", atUs: 60_549_999 },
    { kind: "never", host: "server", state: "CLOSE-WAIT" },
    { kind: "never", host: "client", state: "FIN-WAIT-2" },
    { kind: "ends", host: "client", state: "CLOSED" },
    { kind: "ends", host: "server", state: "CLOSED" },
  ],
  trace: "simultaneous-close",
} satisfies GalleryEntry;
