import type { Film, Flight } from "#lib/tcp/film.ts";
import type { Rule, Scenario } from "#lib/tcp/scenario.ts";
import { simulate } from "#lib/tcp/simulate.ts";

/** What the learner changed: segments to drop, in the order in which they were chosen. */
export type Changes = readonly Rule[];

/** The rule that loses exactly this segment: the nth of its sender. A ghost has no sender, and no rule. */
export function dropOf(flight: Flight): Rule | null {
  return flight.nature === "ghost" || flight.arrivesAtUs === null
    ? null
    : { from: flight.from, of: "any", nth: flight.nth, fate: "drop" };
}

/** More frames than anybody steps through; a page must not be kept busy by a storm of ACKs. */
const FRAMES_MAX = 10_000;

/** The film of a scenario with the changes in it. */
export function filmWith(scenario: Scenario, changes: Changes): Film {
  return simulate(withChanges(scenario, changes), FRAMES_MAX);
}

/** The scenario with the changes in it. A new scenario is a new film. */
function withChanges(scenario: Scenario, changes: Changes): Scenario {
  if (changes.length === 0) return scenario;
  return { ...scenario, wire: { ...scenario.wire, rules: [...changes, ...(scenario.wire.rules ?? [])] } };
}
