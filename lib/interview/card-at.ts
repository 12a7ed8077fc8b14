import { readSpokenCards, type SpokenCard } from "#lib/content/interview-queries.ts";
import type { Db, Tx } from "#lib/db/client.ts";

/** The card of a question, by its place in the plan. Cards are retired, never deleted: one that is gone is a bug. */
export async function cardAt(db: Db | Tx, plan: readonly string[], question: number): Promise<SpokenCard> {
  const cardId = plan[question] ?? "";
  const card = (await readSpokenCards(db, [cardId])).get(cardId);
  if (card === undefined) throw new Error(`the plan names ${cardId}, which is not there`);
  return card;
}
