import type { GalleryEntry } from "#lib/content/schema.ts";

/** The server's ACK for the FIN is lost, and its application closes only two seconds later. */
export default {
  order: 30,
  group: "closing",
  title: { en: "The FIN’s ACK is lost", zh: "FIN 的 ACK 丢失" },
  summary: {
    en: "Nobody repeats an ACK by itself: the client sends its FIN again, and the server answers it again from CLOSE-WAIT.",
    zh: "ACK 本身谁也不会重发：客户端再发一次 FIN，处于 CLOSE-WAIT 的服务器再答一次。",
  },
  scenario: {
    profile: "rfc9293",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 50_000, rules: [{ from: "server", of: "ACK", nth: 1, fate: "drop" }] },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "client", atUs: 400_000, call: { kind: "close" } },
      { host: "server", on: "CLOSE-WAIT", afterUs: 2_000_000, call: { kind: "close" } },
    ],
    untilUs: 5_000_000,
  },
  shows: [
    {
      kind: "segments",
      from: "client",
      flags: ["FIN", "ACK"],
      are: [
        { seq: 1, ack: 1, sentAtUs: 400_000, nature: "first" },
        { seq: 1, ack: 1, sentAtUs: 1_400_000, nature: "resent" },
      ],
    },
    {
      kind: "segments",
      from: "server",
      flags: ["ACK"],
      are: [
        { seq: 1, ack: 2, sentAtUs: 450_000 },
        { seq: 1, ack: 2, sentAtUs: 1_450_000 },
      ],
    },
    { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 2, sentAtUs: 2_450_000 }] },
    { kind: "state", host: "server", state: "CLOSE-WAIT", atUs: 450_000 },
    { kind: "state", host: "client", state: "FIN-WAIT-1", atUs: 1_499_999 },
    { kind: "state", host: "client", state: "FIN-WAIT-2", atUs: 1_500_000 },
    { kind: "state", host: "server", state: "CLOSE-WAIT", atUs: 2_449_999 },
    { kind: "state", host: "client", state: "TIME-WAIT", atUs: 2_500_000 },
    { kind: "ends", host: "client", state: "TIME-WAIT" },
    { kind: "ends", host: "server", state: "CLOSED" },
  ],
} satisfies GalleryEntry;
