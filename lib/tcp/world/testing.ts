import { MILLISECOND } from "../time.ts";
import { describeFilm } from "./film-text.ts";
import type { Cue, Scenario } from "./scenario.ts";
import { simulate } from "./simulate.ts";

/** For tests. A calm world: 50 ms each way, nothing lost, the server listens, the client connects. */
export const open: readonly Cue[] = [
  { host: "server", atUs: 0, call: { kind: "listen" } },
  { host: "client", atUs: 0, call: { kind: "connect" } },
];

export const calm: Scenario = {
  profile: "rfc9293",
  iss: { client: 100, server: 300 },
  wire: { delayUs: 50 * MILLISECOND },
  script: open,
};

export function film(scenario: Scenario): string[] {
  return describeFilm(simulate(scenario));
}
