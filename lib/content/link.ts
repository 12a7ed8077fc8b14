import { hostNames, profileOf, type Scenario } from "#lib/tcp/world/scenario.ts";
import { FRAMES_MAX } from "#lib/tcp/world/simulate.ts";
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
  | {
      readonly ok: true;
      readonly scenario: Scenario;
      /** What stood around it and was left out; "": nothing. */
      readonly ignored: string;
    }
  | {
      readonly ok: false;
      readonly trouble: LinkTrouble;
      readonly issues: readonly string[];
      readonly excess: Excess | null;
    };

/**
 * The scenario that travels in an address (`lib/content/link-text.ts` writes it). Nothing in it is believed before it is checked.
 * What cannot belong to it is left out: quotes and brackets before, the full stop or bracket of the sentence behind it,
 * the white space of lines that were broken. Its JSON ends itself, so that whatever comes after that is known as well.
 */
export function readLink(text: string): LinkRead {
  const refuse = (trouble: LinkTrouble, issues: readonly string[] = [], excess: Excess | null = null): LinkRead => ({
    ok: false,
    trouble,
    issues,
    excess,
  });
  const [, before = "", version, rest = ""] = /^([^\p{L}\p{N}]*)(\d+)\.(.*)$/su.exec(text) ?? [];
  if (version === undefined) return refuse(text.length > LINK_MAX ? "too-long" : "broken");
  // A sentence that follows is none of it; a line that was broken goes on behind the break.
  const pieces = [rest, rest.replace(BREAKS, "")];
  if (lettersOf(rest).length > LINK_MAX) return refuse("too-long");
  if (version !== VERSION) return refuse("version");
  for (const piece of pieces) {
    const found = jsonIn(lettersOf(piece));
    if (found === null) continue;
    const long = longList(found.value);
    if (long !== null) return refuse("invalid", [`${long}: Too big: a link has room for at most ${LIST_MAX} entries`]);
    const parsed = scenarioSchema.safeParse(found.value);
    const excess = parsed.success ? excessOf(parsed.data) : null;
    if (excess !== null) return refuse("too-much", [], excess);
    if (parsed.success) {
      const ignored = `${before}${piece.slice(found.letters)}`.trim();
      return { ok: true, scenario: parsed.data, ignored };
    }
    const issues = issuesOf(parsed.error).map(({ path, message }) => `${path.join(".") || "(top)"}: ${message}`);
    return refuse("invalid", issues);
  }
  return refuse("broken");
}

/** White space, and what is as invisible: where programs break a line, or allow it. */
const BREAKS = /[\s\u00ad\u200b-\u200d\u2060\ufeff]+/g;

/** The letters of base64url with which a text begins. */
function lettersOf(text: string): string {
  return /^[A-Za-z0-9_-]*/.exec(text)?.[0] ?? "";
}

/** The JSON object that such letters hold, and how many of them; null: none that is whole. */
function jsonIn(letters: string): { readonly value: unknown; readonly letters: number } | null {
  const bytes = Buffer.from(letters, "base64url");
  for (let end = bytes.length; end > 0; end--) {
    end = bytes.lastIndexOf("}", end - 1) + 1;
    if (end === 0) return null;
    const value = parsed(bytes.subarray(0, end));
    if (value !== undefined) return { value, letters: Math.ceil((end * 8) / 6) };
    // What is behind the last bracket is a letter or two of the sentence; more of it would be another link.
    if (bytes.length - end > BEHIND_MAX_BYTES) return null;
  }
  return null;
}

const BEHIND_MAX_BYTES = 64;

/** undefined: not JSON. */
function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
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
