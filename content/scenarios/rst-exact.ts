import type { GalleryEntry } from "#lib/content/schema.ts";

/** A forged RST with exactly the number that the server expects. */
export default {
  order: 30,
  group: "resets",
  title: { en: "An exact RST", zh: "序列号正好的 RST" },
  summary: {
    en: "A forged RST with exactly the number expected ends the server’s connection; the client knows nothing and believes in it still.",
    zh: "伪造的 RST 正中服务器期待的序列号，连接当即结束；客户端还蒙在鼓里。",
  },
  scenario: { like: "open", ghosts: [{ from: "client", arrivesAtUs: 500_000, flags: ["RST"], seq: 101 }] },
  shows: [
    { kind: "segments", from: "client", flags: ["RST"], are: [{ seq: 1, sentAtUs: 475_000, nature: "ghost" }] },
    { kind: "segments", from: "server", flags: ["ACK"], are: [] },
    { kind: "state", host: "server", state: "ESTABLISHED", atUs: 499_999 },
    { kind: "state", host: "server", state: "CLOSED", atUs: 500_000 },
    { kind: "ends", host: "client", state: "ESTABLISHED" },
    { kind: "ends", host: "server", state: "CLOSED" },
  ],
} satisfies GalleryEntry;
