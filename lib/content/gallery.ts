import type { z } from "zod";
import type { Scenario } from "#lib/tcp/world/scenario.ts";
import type { Differences, likeScenario } from "./scenario.ts";

type LikeScenario = z.infer<typeof likeScenario>;

/** The scenarios of content/scenarios by name. */
export type Gallery = ReadonlyMap<string, Scenario>;

/** A scenario of the gallery with a card's own changes in it; null: there is none of that name. */
export function resolveScenario(spec: Scenario | LikeScenario, gallery: Gallery): Scenario | null {
  if (!("like" in spec)) return spec;
  const { like, ...different } = spec;
  const model = gallery.get(like);
  return model === undefined ? null : withDifferences(model, different);
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
