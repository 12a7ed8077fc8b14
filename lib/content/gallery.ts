import type { Scenario } from "#lib/tcp/world/scenario.ts";
import type { Differences, WrittenScenario } from "./scenario.ts";

/** The scenarios of content/scenarios by name, each whole. */
export type Gallery = ReadonlyMap<string, Scenario>;

/** The same as their files say them. */
export type WrittenGallery = ReadonlyMap<string, WrittenScenario>;

export const NO_SUCH_SCENARIO = "there is no such scenario in content/scenarios";

/** A scenario of the gallery with a card's own changes in it; null: there is none of that name. */
export function resolveScenario(spec: WrittenScenario, gallery: Gallery): Scenario | null {
  if (!("like" in spec)) return spec;
  const { like, ...different } = spec;
  const model = gallery.get(like);
  return model === undefined ? null : withDifferences(model, different);
}

/** Every scenario of the gallery that can be made out: one may be like another, and that like a third. */
export function wholeGallery(written: WrittenGallery): Gallery {
  const whole = new Map<string, Scenario>();
  for (let before = -1; before < whole.size; ) {
    before = whole.size;
    for (const [name, spec] of written) {
      const scenario = whole.get(name) ?? resolveScenario(spec, whole);
      if (scenario !== null) whole.set(name, scenario);
    }
  }
  return whole;
}

/** Why a scenario of the gallery cannot be made out; null: for a reason that one of its models is told. */
export function whyNotWhole(name: string, gallery: WrittenGallery): string | null {
  const models = modelsOf(name, gallery);
  const last = models.at(-1);
  if (last === name) return `goes in a circle, ${[name, ...models].join(" like ")}: write one of them whole`;
  return models.length === 1 ? NO_SUCH_SCENARIO : null;
}

/** What a scenario of the gallery is like, what that is like, and so on: to one that is whole, missing, or named before. */
export function modelsOf(name: string, gallery: WrittenGallery): string[] {
  const names = [name];
  for (let spec = gallery.get(name); spec !== undefined && "like" in spec; spec = gallery.get(spec.like)) {
    const before = names.includes(spec.like);
    names.push(spec.like);
    if (before) break;
  }
  return names.slice(1);
}

/** A scenario in which some parts are replaced, and something is done behind its script. */
export function withDifferences(model: Scenario, different: Differences): Scenario {
  const { rules, delayUs, andThen, ...parts } = different;
  const script = parts.script ?? model.script;
  return {
    ...model,
    ...parts,
    wire: { ...model.wire, ...(rules && { rules }), ...(delayUs !== undefined && { delayUs }) },
    script: andThen ? [...script, ...andThen] : script,
  };
}

/**
 * The differences that make this scenario of a model; null: it lacks something that the model has. Nothing is taken away,
 * though it could be: who reads "like a lost SYN" must find a lost SYN.
 */
export function differencesFrom(model: Scenario, scenario: Scenario): Differences | null {
  const cues = model.script.length;
  const [theirs, ours] = [partsOf(model, cues), partsOf(scenario, cues)];
  const keeps =
    same(model.script, scenario.script.slice(0, cues)) &&
    holdsAll(ours.rules, theirs.rules) &&
    holdsAll(ours.ghosts, theirs.ghosts) &&
    holdsAll(ours.hosts, theirs.hosts) &&
    holdsAll(Object.entries(ours.settings), Object.entries(theirs.settings)) &&
    (theirs.untilUs === undefined || ours.untilUs !== undefined) &&
    // No difference can say it.
    same(model.wire.noise, scenario.wire.noise);
  if (!keeps) return null;
  const different = Object.entries(ours).filter(([part, value]) => !same(value, theirs[part as keyof typeof theirs]));
  return Object.fromEntries(different) as Differences;
}

/** A scenario as differences name its parts, with the script from a cue on; what is left out is empty. */
function partsOf(
  { profile, settings = {}, hosts = [], iss, wire, script, ghosts = [], untilUs }: Scenario,
  from: number,
) {
  const { delayUs, rules = [] } = wire;
  return { profile, settings, hosts, iss, delayUs, rules, ghosts, andThen: script.slice(from), untilUs };
}

function holdsAll(values: readonly unknown[], wanted: readonly unknown[]): boolean {
  return wanted.every((one) => values.some((value) => same(value, one)));
}

/** Whether two values of one schema are the same: it has put their keys in one order. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
