import type { Scenario } from "#lib/content/schema.ts";

/** A calm opening, then the client closes; the server's application takes 100 ms to close as well. */
export default {
  profile: "rfc9293",
  iss: { client: 100, server: 300 },
  wire: { delayUs: 50_000 },
  script: [
    { host: "server", atUs: 0, call: { kind: "listen" } },
    { host: "client", atUs: 0, call: { kind: "connect" } },
    { host: "client", on: "ESTABLISHED", afterUs: 300_000, call: { kind: "close" } },
    { host: "server", on: "CLOSE-WAIT", afterUs: 100_000, call: { kind: "close" } },
  ],
} satisfies Scenario;
