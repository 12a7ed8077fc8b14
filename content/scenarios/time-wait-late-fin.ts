import type { GalleryEntry } from "#lib/content/schema.ts";

/** The client's ACK for the server's FIN is lost until the FIN has come five times; TIME-WAIT runs to its end. */
export default {
  order: 10,
  group: "time-wait",
  title: { en: "Each FIN restarts TIME-WAIT", zh: "FIN 让等待重新计时" },
  summary: {
    en: "The client’s answers are lost, so the FIN comes again and again; each time the wait of 4 minutes begins anew.",
    zh: "应答接连丢失，FIN 一来再来；每来一次，客户端的 4 分钟就从头计起。",
  },
  scenario: {
    profile: "rfc9293",
    iss: { client: 100, server: 300 },
    wire: {
      delayUs: 50_000,
      rules: [
        { from: "client", of: "ACK", nth: 2, fate: "drop" },
        { from: "client", of: "ACK", nth: 3, fate: "drop" },
        { from: "client", of: "ACK", nth: 4, fate: "drop" },
        { from: "client", of: "ACK", nth: 5, fate: "drop" },
      ],
    },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "client", atUs: 400_000, call: { kind: "close" } },
      { host: "server", on: "CLOSE-WAIT", afterUs: 100_000, call: { kind: "close" } },
    ],
  },
  shows: [
    {
      kind: "segments",
      from: "server",
      flags: ["FIN", "ACK"],
      are: [
        { seq: 1, ack: 2, sentAtUs: 550_000, nature: "first" },
        { seq: 1, ack: 2, sentAtUs: 1_550_000, nature: "resent" },
        { seq: 1, ack: 2, sentAtUs: 3_550_000, nature: "resent" },
        { seq: 1, ack: 2, sentAtUs: 7_550_000, nature: "resent" },
        { seq: 1, ack: 2, sentAtUs: 15_550_000, nature: "resent" },
      ],
    },
    {
      kind: "segments",
      from: "client",
      flags: ["ACK"],
      are: [
        { seq: 1, ack: 1, sentAtUs: 100_000 },
        { seq: 2, ack: 2, sentAtUs: 600_000 },
        { seq: 2, ack: 2, sentAtUs: 1_600_000 },
        { seq: 2, ack: 2, sentAtUs: 3_600_000 },
        { seq: 2, ack: 2, sentAtUs: 7_600_000 },
        { seq: 2, ack: 2, sentAtUs: 15_600_000 },
      ],
    },
    { kind: "state", host: "client", state: "TIME-WAIT", atUs: 600_000 },
    { kind: "state", host: "server", state: "LAST-ACK", atUs: 15_649_999 },
    { kind: "state", host: "server", state: "CLOSED", atUs: 15_650_000 },
    { kind: "state", host: "client", state: "TIME-WAIT", atUs: 255_599_999 },
    { kind: "state", host: "client", state: "CLOSED", atUs: 255_600_000 },
    { kind: "ends", host: "client", state: "CLOSED" },
    { kind: "ends", host: "server", state: "CLOSED" },
  ],
} satisfies GalleryEntry;
