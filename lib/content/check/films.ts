import { attempt } from "#lib/quiz/draw.ts";
import { isDrawn } from "#lib/quiz/exercise.ts";
import type { Film } from "#lib/tcp/world/film.ts";
import { violations } from "#lib/tcp/world/invariants.ts";
import { brokenBy, type Promised } from "#lib/tcp/world/promise.ts";
import type { Scenario } from "#lib/tcp/world/scenario.ts";
import { simulate } from "#lib/tcp/world/simulate.ts";
import type { Card, Exhibit, Problem } from "../schema.ts";

/** So many draws of an exercise are tried. */
const SEEDS = 25;

/** The film of a card shows what the card says, and does not show it without the decisive condition. */
export function checkCardFilms(card: Card): Problem[] {
  const path = `${card.id}/card.ts`;
  const { scenario, shows, contrast } = card.spec.simulation;
  const film = simulate(scenario);
  const other = simulate(contrast.scenario);
  const told = [
    ...unsound(film, scenario).map((message) => ({ path, at: ["simulation"], message: `simulation: ${message}` })),
    ...broken(film, shows).map((message) => ({ path, at: ["simulation", "shows"], message: `simulation: ${message}` })),
    ...[...unsound(other, contrast.scenario), ...broken(other, card.contrastShows)].map((message) => ({
      path,
      at: ["simulation", "contrast"],
      message: `simulation.contrast: ${message}`,
    })),
  ];
  return [
    ...told,
    ...worthless(film, other, card).map((message) => ({ path, at: ["contrast"], message })),
    ...checkExercise(card),
  ];
}

export function checkExhibitFilms({ id, spec }: Exhibit): Problem[] {
  const film = simulate(spec.scenario);
  const path = `scenarios/${id}.ts`;
  return [
    ...unsound(film, spec.scenario).map((message) => ({ path, at: ["scenario"], message })),
    ...broken(film, spec.shows).map((message) => ({ path, at: ["shows"], message })),
  ];
}

/** A film must hold all invariants, come to rest or last as long as asked, and every rule of its wire must matter. */
export function unsound(film: Film, scenario: Scenario): string[] {
  const wrong = [...violations(film)];
  if (film.ended === "events") wrong.push("the film does not come to rest");
  for (const rule of film.idleRules) {
    wrong.push(`wire.rules.${rule} never matches: ${JSON.stringify(scenario.wire.rules?.[rule])}`);
  }
  return wrong;
}

/** What of the promises a film does not keep. */
export function broken(film: Film, shows: readonly Promised[]): string[] {
  return shows.flatMap((promised) => brokenBy(film, promised) ?? []);
}

/** A promise that any film would keep proves nothing. */
function worthless(film: Film, other: Film, card: Card): string[] {
  const told: string[] = [];
  if (broken(other, card.spec.simulation.shows).length === 0) {
    told.push(
      "simulation.contrast: without the decisive condition the film shows the same, so that it decides nothing",
    );
  }
  for (const promised of card.contrastShows) {
    if (brokenBy(film, promised) === null) {
      told.push(`simulation.contrast.shows: the card's own film keeps this too: ${JSON.stringify(promised)}`);
    }
  }
  return told;
}

/** Every draw has an answer, tells a sound story, and, where something varies, not always the same one. */
function checkExercise({ id, spec: { exercise, simulation } }: Card): Problem[] {
  if (exercise === undefined) return [];
  const told = new Set<string>();
  const answers = new Set<string>();
  for (let seed = 0; seed < SEEDS; seed++) {
    const drawn = attempt(exercise, simulation.scenario, seed);
    if ("problem" in drawn) {
      told.add(drawn.problem);
      continue;
    }
    answers.add(JSON.stringify(drawn.right));
    if (!("film" in drawn)) continue;
    for (const message of unsound(drawn.film, drawn.film.scenario)) told.add(message);
  }
  if (told.size === 0 && isDrawn(exercise) && exercise.kind !== "order" && answers.size === 1) {
    told.add("whatever is drawn, the answer is the same");
  }
  return [...told].map((message) => ({ path: `${id}/card.ts`, at: ["exercise"], message: `exercise: ${message}` }));
}
