import type { GalleryEntry } from "#lib/content/schema.ts";

/** Both applications call connect() at the same time (figure 7 of RFC 9293); then each sends 5 bytes. */
export default {
  order: 90,
  group: "opening",
  title: { en: "Both sides open at once", zh: "同时打开" },
  summary: {
    en: "The SYNs cross, both sides go through SYN-RECEIVED, and one connection results; nobody had to listen.",
    zh: "两个 SYN 在途中交错，双方都经过 SYN-RECEIVED：没有监听者，照样建成一条连接。",
  },
  scenario: {
    profile: "linux-6.18",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 50_000 },
    script: [
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "server", atUs: 0, call: { kind: "connect" } },
      { host: "client", atUs: 410_000, call: { kind: "send", len: 5 } },
      { host: "server", atUs: 461_000, call: { kind: "send", len: 5 } },
    ],
  },
  shows: [
    { kind: "segments", from: "client", flags: ["SYN"], are: [{ seq: 0, sentAtUs: 0 }] },
    { kind: "segments", from: "server", flags: ["SYN"], are: [{ seq: 0, sentAtUs: 0 }] },
    {
      kind: "segments",
      from: "client",
      flags: ["SYN", "ACK"],
      are: [{ seq: 0, ack: 1, sentAtUs: 50_000, nature: "resent" }],
    },
    {
      kind: "segments",
      from: "server",
      flags: ["SYN", "ACK"],
      are: [{ seq: 0, ack: 1, sentAtUs: 50_000, nature: "resent" }],
    },
    { kind: "state", host: "client", state: "SYN-RECEIVED", atUs: 50_000 },
    { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 50_000 },
    { kind: "state", host: "client", state: "ESTABLISHED", atUs: 100_000 },
    { kind: "state", host: "server", state: "ESTABLISHED", atUs: 100_000 },
    { kind: "never", host: "server", state: "LISTEN" },
    { kind: "delivered", host: "server", bytes: 5 },
    { kind: "delivered", host: "client", bytes: 5 },
    { kind: "ends", host: "client", state: "ESTABLISHED" },
    { kind: "ends", host: "server", state: "ESTABLISHED" },
  ],
  trace: "simultaneous-open",
} satisfies GalleryEntry;
