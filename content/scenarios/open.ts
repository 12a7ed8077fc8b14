import type { Scenario } from "#lib/content/schema.ts";

/** A calm opening: 50 ms each way, nothing lost. */
export default {
  profile: "rfc9293",
  iss: { client: 100, server: 300 },
  wire: { delayUs: 50_000 },
  script: [
    { host: "server", atUs: 0, call: { kind: "listen" } },
    { host: "client", atUs: 0, call: { kind: "connect" } },
  ],
} satisfies Scenario;
