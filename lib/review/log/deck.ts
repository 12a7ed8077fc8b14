import { type Db, writeTogether } from "#lib/db/client.ts";
import { LEARNER, readClockless, schedulerIdOf, writeSettings } from "#lib/learner/learner.ts";
import { freshMemory } from "#lib/scheduling/memory.ts";
import { lotsOf, turn } from "./slices.ts";
import { insertingAll, updating } from "./statements.ts";

/** So many cards are one write. */
const CARDS_AT_ONCE = 100;

/**
 * Deals the learner every card that there is, new ones as new, and keeps their order and level: the queue then looks at one table.
 * Follows every build of the content. Nothing is written of cards that were dealt already and have not moved.
 * `retiredToo`: cards as well that are no longer asked, for who has a log of them.
 */
export async function dealDeck(db: Db, { retiredToo = false } = {}): Promise<void> {
  const { scheduler, schedulerId } = await readClockless(db);
  // The first time, and when a new version of the program has other defaults.
  if (schedulerId !== schedulerIdOf(scheduler)) {
    await db.$transaction(async (tx) => writeSettings(tx, (await readClockless(tx)).settings));
  }
  const cards = await db.card.findMany({ select: { id: true, order: true, level: true, retiredAt: true } });
  const held = await db.memory.findMany({
    where: { learnerId: LEARNER },
    select: { cardId: true, order: true, level: true, retired: true },
  });
  const known = new Map(held.map((row) => [row.cardId, row]));
  const fresh = cards
    .filter(({ id, retiredAt }) => !known.has(id) && (retiredToo || retiredAt === null))
    .map(({ id, order, level, retiredAt }) => ({ cardId: id, order, level, retired: Number(retiredAt !== null) }));
  for (const lot of lotsOf(fresh, CARDS_AT_ONCE)) {
    await writeTogether(db, [insertingAll("Memory", lot, { learnerId: LEARNER, version: 0, ...freshMemory() })]);
    await turn();
  }
  const moved = cards.filter(({ id, order, level, retiredAt }) => {
    const before = known.get(id);
    if (before === undefined) return false;
    return before.order !== order || before.level !== level || before.retired !== (retiredAt !== null);
  });
  for (const lot of lotsOf(moved, CARDS_AT_ONCE)) {
    await writeTogether(
      db,
      lot.map(({ id, order, level, retiredAt }) =>
        updating("Memory", { learnerId: LEARNER, cardId: id }, { order, level, retired: Number(retiredAt !== null) }),
      ),
    );
    await turn();
  }
}
