import type { GalleryEntry } from "#lib/content/schema.ts";

/** The client's ACK is delayed, and its application aborts meanwhile: the RST overtakes the ACK. */
export default {
  order: 80,
  group: "resets",
  title: { en: "A RST in SYN-RECEIVED", zh: "握手中途的 RST" },
  summary: {
    en: "The RST overtakes the ACK: the server returns to LISTEN without telling its application, and the late ACK gets a RST.",
    zh: "RST 赶在 ACK 之前：服务器退回 LISTEN，应用毫不知情；迟到的 ACK 换来 RST。",
  },
  scenario: {
    profile: "linux-6.18",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 10_000, rules: [{ from: "client", of: "ACK", nth: 1, fate: "delay", byUs: 313_000 }] },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "client", atUs: 128_000, call: { kind: "abort" } },
    ],
  },
  shows: [
    { kind: "segments", from: "client", flags: ["ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 20_000 }] },
    { kind: "segments", from: "client", flags: ["RST", "ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 128_000 }] },
    { kind: "segments", from: "server", flags: ["RST"], are: [{ seq: 1, sentAtUs: 343_000 }] },
    { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 137_999 },
    { kind: "state", host: "server", state: "LISTEN", atUs: 138_000 },
    { kind: "never", host: "server", state: "ESTABLISHED" },
    { kind: "ends", host: "client", state: "CLOSED" },
    { kind: "ends", host: "server", state: "LISTEN" },
  ],
  trace: "rst-in-syn-received",
} satisfies GalleryEntry;
