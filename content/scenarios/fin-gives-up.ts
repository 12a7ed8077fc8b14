import type { GalleryEntry } from "#lib/content/schema.ts";

/** Every FIN of the client is lost; its host allows orphans four repeats. */
export default {
  order: 120,
  group: "closing",
  title: { en: "The FIN never arrives", zh: "FIN 始终不到" },
  summary: {
    en: "Six FINs leave in vain; then the orphan is gone, without RST and without TIME-WAIT, and the server stays ESTABLISHED and knows nothing.",
    zh: "六个 FIN 都没有回音，孤儿套接字于是消失，不发 RST，也不经过 TIME-WAIT；服务器毫不知情，仍是 ESTABLISHED。",
  },
  scenario: {
    profile: "linux-6.18",
    hosts: [{ name: "client", settings: { orphanRetries: 4 } }],
    iss: { client: 100, server: 300 },
    wire: { delayUs: 10_000, rules: [{ from: "client", of: "FIN", nth: "every", fate: "drop" }] },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "client", atUs: 230_000, call: { kind: "close" } },
    ],
  },
  shows: [
    {
      kind: "segments",
      from: "client",
      flags: ["FIN", "ACK"],
      are: [
        { seq: 1, ack: 1, sentAtUs: 230_000, nature: "first" },
        { seq: 1, ack: 1, sentAtUs: 450_000, nature: "resent" },
        { seq: 1, ack: 1, sentAtUs: 670_000, nature: "resent" },
        { seq: 1, ack: 1, sentAtUs: 1_110_000, nature: "resent" },
        { seq: 1, ack: 1, sentAtUs: 1_990_000, nature: "resent" },
        { seq: 1, ack: 1, sentAtUs: 3_750_000, nature: "resent" },
      ],
    },
    { kind: "segments", from: "client", flags: ["RST"], are: [] },
    { kind: "segments", from: "client", flags: ["RST", "ACK"], are: [] },
    { kind: "state", host: "client", state: "FIN-WAIT-1", atUs: 7_269_999 },
    { kind: "state", host: "client", state: "CLOSED", atUs: 7_270_000 },
    { kind: "never", host: "client", state: "TIME-WAIT" },
    { kind: "never", host: "server", state: "CLOSE-WAIT" },
    { kind: "ends", host: "client", state: "CLOSED" },
    { kind: "ends", host: "server", state: "ESTABLISHED" },
  ],
  trace: "fin-never-acked",
} satisfies GalleryEntry;
