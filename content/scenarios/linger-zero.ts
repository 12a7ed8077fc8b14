import type { GalleryEntry } from "#lib/content/schema.ts";

/** The client's application closes with SO_LINGER on and 0 s. */
export default {
  order: 100,
  group: "resets",
  title: { en: "Closing with linger zero", zh: "linger 为零的关闭" },
  summary: {
    en: "SO_LINGER with 0 s turns close() into an abort: one RST, no FIN, and nobody waits in TIME-WAIT.",
    zh: "SO_LINGER 设为 0 秒，close() 就成了中止：一个 RST，没有 FIN，也没有谁进入 TIME-WAIT。",
  },
  scenario: {
    like: "open",
    profile: "linux-6.18",
    delayUs: 10_000,
    andThen: [{ host: "client", atUs: 230_000, call: { kind: "abort" } }],
  },
  shows: [
    { kind: "segments", from: "client", flags: ["RST", "ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 230_000 }] },
    { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [] },
    { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [] },
    { kind: "state", host: "client", state: "CLOSED", atUs: 230_000 },
    { kind: "state", host: "server", state: "ESTABLISHED", atUs: 239_999 },
    { kind: "state", host: "server", state: "CLOSED", atUs: 240_000 },
    { kind: "never", host: "client", state: "TIME-WAIT" },
    { kind: "never", host: "server", state: "TIME-WAIT" },
    { kind: "ends", host: "client", state: "CLOSED" },
    { kind: "ends", host: "server", state: "CLOSED" },
  ],
  trace: "linger-zero",
} satisfies GalleryEntry;
