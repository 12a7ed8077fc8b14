import type { ClaimView } from "#lib/content/claim-queries.ts";
import { VERDICTS } from "#lib/content/schema.ts";

/** Which claims are shown; null: whatever it is. */
export interface Choice {
  readonly verdict: ClaimView["verdict"] | null;
  readonly note: string | null;
}

/** The choice that an address makes; what it names but is not there counts as no choice. */
export function chosen(
  query: Readonly<Record<string, string | string[] | undefined>>,
  notes: readonly string[],
): Choice {
  return {
    verdict: VERDICTS.find((verdict) => verdict === query.verdict) ?? null,
    note: notes.find((note) => note === query.note) ?? null,
  };
}

export function filterBy(claims: readonly ClaimView[], { verdict, note }: Choice): ClaimView[] {
  return claims.filter(
    (claim) =>
      (verdict === null || claim.verdict === verdict) &&
      (note === null || claim.notes.some((place) => place.note === note)),
  );
}
