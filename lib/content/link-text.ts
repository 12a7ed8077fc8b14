import type { Scenario } from "#lib/tcp/world/scenario.ts";

/** The form of the links that this version writes; `lib/content/link.ts` reads them. */
const VERSION = "1";

/** What travels in an address must not be longer: servers and messengers cut what is. */
const LINK_MAX = 8_192;

/** The scenario as it stands behind `?s=`: a version, and its JSON in base64url; null: too long for an address. */
export function linkTextOf(scenario: Scenario): string | null {
  const bytes = new TextEncoder().encode(JSON.stringify(scenario));
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  const link = `${VERSION}.${text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
  return link.length > LINK_MAX ? null : link;
}
