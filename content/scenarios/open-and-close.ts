import type { GalleryEntry } from "#lib/content/schema.ts";

/** A calm opening, then the client closes; the server's application takes 100 ms to close as well. */
export default {
  order: 10,
  group: "closing",
  title: { en: "Open and close", zh: "从建立到关闭" },
  summary: {
    en: "A connection’s whole life: whoever closes first waits in TIME-WAIT.",
    zh: "一条连接的一生：先关闭的一方要在 TIME-WAIT 里等候。",
  },
  scenario: {
    like: "open",
    andThen: [
      { host: "client", on: "ESTABLISHED", afterUs: 300_000, call: { kind: "close" } },
      { host: "server", on: "CLOSE-WAIT", afterUs: 100_000, call: { kind: "close" } },
    ],
  },
  shows: [
    { kind: "ends", host: "client", state: "CLOSED" },
    { kind: "ends", host: "server", state: "CLOSED" },
  ],
} satisfies GalleryEntry;
