import type { GalleryEntry } from "#lib/content/schema.ts";

/** A copy of the server's text arrives two seconds late and finds the client in TIME-WAIT (RFC 1337). */
export default {
  order: 40,
  group: "time-wait",
  title: { en: "TIME-WAIT assassination", zh: "TIME-WAIT 暗杀" },
  summary: {
    en: "A late copy of the server’s data draws an ACK from TIME-WAIT; the server, which has forgotten everything, sends RST, and the wait is over.",
    zh: "服务器数据的副本迟到，引得 TIME-WAIT 回一个 ACK；服务器早已忘记连接，回以 RST，等待就此中断。",
  },
  scenario: {
    profile: "linux-6.18",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 50_000, rules: [{ from: "server", of: "DATA", nth: 1, fate: "duplicate", byUs: 2_000_000 }] },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "server", atUs: 300_000, call: { kind: "send", len: 5 } },
      { host: "client", atUs: 500_000, call: { kind: "close" } },
      { host: "server", on: "CLOSE-WAIT", afterUs: 100_000, call: { kind: "close" } },
    ],
  },
  shows: [
    {
      kind: "segments",
      from: "server",
      flags: ["PSH", "ACK"],
      are: [
        { seq: 1, ack: 1, len: 5, sentAtUs: 300_000, nature: "first" },
        { seq: 1, ack: 1, len: 5, sentAtUs: 300_000, nature: "copy" },
      ],
    },
    {
      kind: "segments",
      from: "client",
      flags: ["ACK"],
      are: [
        { seq: 1, ack: 1, sentAtUs: 100_000 },
        { seq: 1, ack: 6, sentAtUs: 350_000 },
        { seq: 2, ack: 7, sentAtUs: 700_000 },
        { seq: 2, ack: 7, sentAtUs: 2_350_000 },
      ],
    },
    { kind: "segments", from: "server", flags: ["RST"], are: [{ seq: 7, sentAtUs: 2_400_000 }] },
    { kind: "state", host: "client", state: "TIME-WAIT", atUs: 700_000 },
    { kind: "state", host: "client", state: "TIME-WAIT", atUs: 2_449_999 },
    { kind: "state", host: "client", state: "CLOSED", atUs: 2_450_000 },
    { kind: "delivered", host: "client", bytes: 5 },
    { kind: "ends", host: "client", state: "CLOSED" },
    { kind: "ends", host: "server", state: "CLOSED" },
  ],
} satisfies GalleryEntry;
