import { hostNames, profileOf, type Scenario } from "#lib/tcp/scenario.ts";
import { FRAMES_MAX } from "#lib/tcp/simulate.ts";
import { issuesOf } from "./issues.ts";
import { scenario as scenarioSchema } from "./scenario.ts";

const VERSION = "1";
const LINK_MAX = 8_192;
const LIST_MAX = 200;

/** What is wrong with a link: written by another version, too long, cut or garbled, not a scenario that can run, or to be watched. */
export type LinkTrouble = "version" | "too-long" | "broken" | "invalid" | "too-much";

/** More text than a film can show: which field has it, and how many segments it needs, `max` at most. */
export interface Excess {
  readonly path: string;
  readonly bytes: number;
  readonly perSegment: number;
  readonly segments: number;
  readonly max: number;
}

export type LinkRead =
  | { readonly ok: true; readonly scenario: Scenario }
  | {
      readonly ok: false;
      readonly trouble: LinkTrouble;
      readonly issues: readonly string[];
      readonly excess: Excess | null;
    };

/** The scenario that travels in an address (`app/_lab/link.ts` writes it). Nothing in it is believed before it is checked. */
export function readLink(text: string): LinkRead {
  const refuse = (trouble: LinkTrouble, issues: readonly string[] = [], excess: Excess | null = null): LinkRead => ({
    ok: false,
    trouble,
    issues,
    excess,
  });
  if (text.length > LINK_MAX) return refuse("too-long");
  const [, version, encoded] = /^(\d+)\.([\w-]*)$/.exec(text) ?? [];
  if (encoded === undefined) return refuse("broken");
  if (version !== VERSION) return refuse("version");
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(encoded, "base64url")));
  } catch {
    return refuse("broken");
  }
  const long = longList(value);
  if (long !== null) return refuse("invalid", [`${long}: Too big: a link has room for at most ${LIST_MAX} entries`]);
  const parsed = scenarioSchema.safeParse(value);
  const excess = parsed.success ? excessOf(parsed.data) : null;
  if (excess !== null) return refuse("too-much", [], excess);
  if (parsed.success) return { ok: true, scenario: parsed.data };
  return refuse(
    "invalid",
    issuesOf(parsed.error).map(({ path, message }) => `${path.join(".") || "(top)"}: ${message}`),
  );
}

/** The name of a list with more entries than sound ones could have in a link: each of them would be told to be wrong; null: none. */
function longList(value: unknown): string | null {
  if (typeof value !== "object" || value === null) return null;
  for (const [name, part] of Object.entries(value)) {
    if (Array.isArray(part) ? part.length > LIST_MAX : name === "wire" && longList(part) !== null) return name;
  }
  return null;
}

/** The call with which the text of a scenario becomes more segments, even of the largest size, than a film has steps; null: none. */
function excessOf(scenario: Scenario): Excess | null {
  const perSegment = Math.max(...hostNames(scenario).map((host) => profileOf(scenario, host).mss));
  let segments = 0;
  for (const [i, { call }] of scenario.script.entries()) {
    const bytes = "len" in call ? (call.len ?? 0) : 0;
    segments += Math.ceil(bytes / perSegment);
    if (segments > FRAMES_MAX) return { path: `script.${i}.call.len`, bytes, perSegment, segments, max: FRAMES_MAX };
  }
  return null;
}
