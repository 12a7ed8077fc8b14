import { type Query, readQuery } from "#app/_frame/query.ts";
import type { ClaimView } from "#lib/content/claim-queries.ts";
import { VERDICTS } from "#lib/content/schema.ts";

/** Which claims are shown; null: whatever it is. */
export interface ClaimChoice {
  readonly verdict: ClaimView["verdict"] | null;
  readonly note: string | null;
}

/** The choice that an address makes, and what of it was left out; what it names but is not there counts as no choice. */
export function chosen(query: Query, notes: readonly string[]): { choice: ClaimChoice; ignored: readonly string[] } {
  const { asked, ignored } = readQuery(query, {
    verdict: (name) => VERDICTS.some((verdict) => verdict === name),
    note: (id) => notes.includes(id),
  });
  const verdict = VERDICTS.find((name) => name === asked.verdict) ?? null;
  return { choice: { verdict, note: asked.note ?? null }, ignored };
}

export function filterBy(claims: readonly ClaimView[], { verdict, note }: ClaimChoice): ClaimView[] {
  return claims.filter(
    (claim) =>
      (verdict === null || claim.verdict === verdict) &&
      (note === null || claim.notes.some((place) => place.note === note)),
  );
}
