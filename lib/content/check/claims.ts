import type { Scenario } from "#lib/tcp/world/scenario.ts";
import { simulate } from "#lib/tcp/world/simulate.ts";
import type { Claim, Content, Problem } from "../schema.ts";
import { broken, unsound } from "./films.ts";

/** Every claim of the notes has a verdict, and the verdict follows from its films. */
export function checkClaims({ claims, notes }: Content): Problem[] {
  const problems = claims.flatMap(checkClaim);
  for (let n = 1; n <= notes.claims; n++) {
    if (!claims.some(({ id }) => id === `A${n}`)) problems.push({ path: `claims/A${n}.ts`, message: "is missing" });
  }
  return problems;
}

/**
 * A claim that is correct shows in the film of the truth, and not without the decisive condition. One that is not
 * correct does not show there; the other film is the one in which it would. If it is merely outdated, nothing but the
 * rules has changed between the two; if it is imprecise, such things happen: nobody forged anything.
 */
function checkClaim({ id, spec }: Claim): Problem[] {
  const path = `claims/${id}.ts`;
  const { verdict, claimed, simulation } = spec;
  const truth = simulate(simulation.scenario);
  const other = simulate(simulation.contrast.scenario);
  const wrong = [
    ...unsound(truth, simulation.scenario),
    ...broken(truth, simulation.shows),
    ...unsound(other, simulation.contrast.scenario).map((message) => `contrast: ${message}`),
  ];
  const [shown, hidden] = verdict === "correct" ? [truth, other] : [other, truth];
  const [where, elsewhere] = verdict === "correct" ? ["the film", "the contrast"] : ["the contrast", "the film"];
  for (const message of broken(shown, claimed)) {
    wrong.push(`"${verdict}", but ${where} does not show what is claimed: ${message}`);
  }
  if (broken(hidden, claimed).length === 0) wrong.push(`"${verdict}", but ${elsewhere} shows what is claimed as well`);
  const { scenario } = simulation;
  const contrast = simulation.contrast.scenario;
  if (verdict === "outdated" && storyOf(scenario) !== storyOf(contrast)) {
    wrong.push('"outdated", but more than the rules (profile, settings, hosts) differs between the films');
  }
  if (
    verdict === "imprecise" &&
    contrast.ghosts !== undefined &&
    contrast.ghosts.length > (scenario.ghosts ?? []).length
  ) {
    wrong.push('"imprecise", but it needs forged segments to come true: then it is wrong');
  }
  return wrong.map((message) => ({ path, at: ["simulation"], message }));
}

/** What happens in a scenario, whatever the rules are. */
function storyOf({ iss, wire, script, ghosts, untilUs }: Scenario): string {
  return JSON.stringify([iss, wire, script, ghosts ?? [], untilUs]);
}
