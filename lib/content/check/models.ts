import type { Scenario } from "#lib/tcp/world/scenario.ts";
import { differencesFrom, modelsOf } from "../gallery.ts";
import type { WrittenScenario } from "../scenario.ts";
import type { Card, Claim, Content, Exhibit, Problem } from "../schema.ts";

/**
 * A scenario that is one of the gallery, or one with little added, says so: what it is about is then seen at a glance, and
 * who changes the model changes what is like it. Little: it takes at most half as many values as are written now.
 */
export function checkModels({ cards, claims, exhibits }: Content): Problem[] {
  return [
    ...cards.flatMap((card) => checkSimulation(`${card.id}/card.ts`, card, exhibits)),
    ...claims.flatMap((claim) => checkSimulation(`claims/${claim.id}.ts`, claim, exhibits)),
    ...exhibits.flatMap((exhibit) => checkExhibit(exhibit, exhibits)),
  ];
}

function checkSimulation(path: string, { spec, written }: Card | Claim, exhibits: readonly Exhibit[]): Problem[] {
  const shorter = shortestWay(written, spec.simulation.scenario, exhibits);
  return shorter === null ? [] : [{ path, at: ["simulation", "scenario"], message: `simulation.${told(shorter)}` }];
}

/** What is the same under another name, or like this one, cannot be its model. */
function checkExhibit({ id, spec, written }: Exhibit, exhibits: readonly Exhibit[]): Problem[] {
  const problem = { path: `scenarios/${id}.ts`, at: ["scenario"] };
  const [first] = exhibits.filter((other) => isThat(other, spec.scenario));
  if (first !== undefined && first.id !== id) return [{ ...problem, message: `scenario: is ${first.id} once more` }];
  const gallery = new Map(exhibits.map((other) => [other.id, other.written]));
  const models = exhibits.filter((other) => !isThat(other, spec.scenario) && !modelsOf(other.id, gallery).includes(id));
  const shorter = shortestWay(written, spec.scenario, models);
  return shorter === null ? [] : [{ ...problem, message: told(shorter) }];
}

/** How a scenario should be written; null: as it is. */
function shortestWay(written: WrittenScenario, scenario: Scenario, models: readonly Exhibit[]): LikeScenario | null {
  const ways = models.flatMap(({ id, spec }) => {
    const different = differencesFrom(spec.scenario, scenario);
    return different === null ? [] : [{ like: id, ...different }];
  });
  const [shortest] = ways.sort((a, b) => valuesIn(a) - valuesIn(b));
  return shortest !== undefined && 2 * valuesIn(shortest) <= valuesIn(written) ? shortest : null;
}
type LikeScenario = Extract<WrittenScenario, { like: string }>;

function isThat({ spec }: Exhibit, scenario: Scenario): boolean {
  const different = differencesFrom(spec.scenario, scenario);
  return different !== null && valuesIn(different) === 0;
}

/** How much an author has to say: names of fields do not count, nor does what is empty. */
function valuesIn(value: unknown): number {
  if (value === undefined) return 0;
  if (typeof value !== "object" || value === null) return 1;
  return Object.values(value).reduce((sum: number, inner) => sum + valuesIn(inner), 0);
}

function told(way: LikeScenario): string {
  const much = valuesIn(way) === 1 ? "is" : "is like";
  return `scenario: ${much} ${way.like} of the gallery; write ${literal(way)}`;
}

/** A value as content writes it. */
function literal(value: unknown): string {
  if (typeof value === "number") return value < 10_000 ? String(value) : String(value).replace(/\B(?=(\d{3})+$)/g, "_");
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{ ${fields.map(([name, field]) => `${name}: ${literal(field)}`).join(", ")} }`;
}
