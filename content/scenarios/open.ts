import type { GalleryEntry } from "#lib/content/schema.ts";

/** A calm opening: 50 ms each way, nothing lost. */
export default {
  order: 10,
  group: "opening",
  title: { en: "A calm opening", zh: "平静的建立" },
  summary: {
    en: "Three segments, and both sides know each other’s number.",
    zh: "三个报文段，双方就都知道了对方的序列号。",
  },
  scenario: {
    profile: "rfc9293",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 50_000 },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
    ],
  },
  shows: [
    { kind: "ends", host: "client", state: "ESTABLISHED" },
    { kind: "ends", host: "server", state: "ESTABLISHED" },
  ],
} satisfies GalleryEntry;
