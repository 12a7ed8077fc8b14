import type { Scenario } from "#lib/tcp/scenario.ts";
import { issuesOf } from "./issues.ts";
import { scenario as scenarioSchema } from "./scenario.ts";

const VERSION = "1";
const LINK_MAX = 8_192;

/** What is wrong with a link: written by another version, too long, cut or garbled, or not a scenario that can run. */
export type LinkTrouble = "version" | "too-long" | "broken" | "invalid";

export type LinkRead =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly trouble: LinkTrouble; readonly issues: readonly string[] };

/** The scenario that travels in an address (`app/_lab/link.ts` writes it). Nothing in it is believed before it is checked. */
export function readLink(text: string): LinkRead {
  const refuse = (trouble: LinkTrouble, issues: readonly string[] = []): LinkRead => ({ ok: false, trouble, issues });
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
  const parsed = scenarioSchema.safeParse(value);
  if (parsed.success) return { ok: true, scenario: parsed.data };
  return refuse(
    "invalid",
    issuesOf(parsed.error).map(({ path, message }) => `${path.join(".") || "(top)"}: ${message}`),
  );
}
