import type { Scenario } from "#lib/tcp/scenario.ts";
import { issuesOf } from "./issues.ts";
import { scenario as scenarioSchema } from "./scenario.ts";

const VERSION = "1";
const LINK_MAX = 8_192;

/** What is wrong with a link: written by another version, too long, cut or garbled, or not a scenario that can run. */
export type LinkTrouble = "version" | "too-long" | "broken" | "invalid";

export type LinkRead =
  | {
      readonly ok: true;
      readonly scenario: Scenario /** What stood around it and was left out; "": nothing. */;
      readonly ignored: string;
    }
  | { readonly ok: false; readonly trouble: LinkTrouble; readonly issues: readonly string[] };

/**
 * The scenario that travels in an address (`app/_lab/link.ts` writes it). Nothing in it is believed before it is checked.
 * What cannot belong to it is left out: quotes and brackets before, the full stop or bracket of the sentence behind it,
 * the white space of lines that were broken. Its JSON ends itself, so that whatever comes after that is known as well.
 */
export function readLink(text: string): LinkRead {
  const refuse = (trouble: LinkTrouble, issues: readonly string[] = []): LinkRead => ({ ok: false, trouble, issues });
  const [, before = "", version, rest = ""] = /^([^\p{L}\p{N}]*)(\d+)\.(.*)$/su.exec(text) ?? [];
  if (version === undefined) return refuse(text.length > LINK_MAX ? "too-long" : "broken");
  // A sentence that follows is none of it; a line that was broken goes on behind the break.
  const pieces = [rest, rest.replace(BREAKS, "")];
  if (lettersOf(rest).length > LINK_MAX) return refuse("too-long");
  if (version !== VERSION) return refuse("version");
  for (const piece of pieces) {
    const found = jsonIn(lettersOf(piece));
    if (found === null) continue;
    const parsed = scenarioSchema.safeParse(found.value);
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
