import type { Tx } from "#lib/db/client.ts";
import { retrievability } from "#lib/scheduling/schedule.ts";
import { LEARNER, readLearner } from "./learner.ts";
import { recordOf } from "./rows.ts";

/** A card that was never answered is neither weak nor strong. */
const UNKNOWN = 0.3;

/** How weak each card is that the learner can be asked: 1 for what was missed, else 1 less the chance of recall. */
export async function readWeakness(db: Tx, now: Date, zone: string): Promise<ReadonlyMap<string, number>> {
  const { clock, scheduler } = await readLearner(db, zone);
  const rows = await db.memory.findMany({ where: { learnerId: LEARNER, retired: false, suspendedAt: null } });
  return new Map(
    rows.map((row) => {
      const { memory } = recordOf(row);
      const recall = retrievability(memory, now, { clock, settings: scheduler });
      return [row.cardId, memory.missedAt !== null ? 1 : recall === null ? UNKNOWN : 1 - recall];
    }),
  );
}
