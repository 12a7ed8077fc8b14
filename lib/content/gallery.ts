import type { z } from "zod";
import type { Scenario } from "#lib/tcp/scenario.ts";
import type { likeScenario } from "./scenario.ts";

type LikeScenario = z.infer<typeof likeScenario>;

/** The scenarios of content/scenarios by name. */
export type Gallery = ReadonlyMap<string, Scenario>;

/** A scenario of the gallery with a card's own changes in it; null: there is none of that name. */
export function resolveScenario(spec: Scenario | LikeScenario, gallery: Gallery): Scenario | null {
  if (!("like" in spec)) return spec;
  const model = gallery.get(spec.like);
  if (model === undefined) return null;
  const { like, rules, andThen, ...rest } = spec;
  return {
    ...model,
    ...rest,
    wire: rules ? { ...model.wire, rules } : model.wire,
    script: andThen ? [...model.script, ...andThen] : model.script,
  };
}
