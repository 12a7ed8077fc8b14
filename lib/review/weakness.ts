import { z } from "zod";
import type { Tx } from "#lib/db/client.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { LEARNER, readLearner } from "#lib/learner/learner.ts";
import { ageAt } from "#lib/scheduling/fsrs.ts";
import { retrievability } from "#lib/scheduling/schedule.ts";
import { recordOf } from "./log/rows.ts";

/** The cards among which somebody wants to be asked. */
export interface WantedCards {
  readonly levels: readonly string[];
  /** Their ids; null: all. */
  readonly topics: readonly string[] | null;
  /** Ids of cards that are out of the question. */
  readonly without: readonly string[];
  /** Whether those come first that are missed or likely forgotten; else it is all the same. */
  readonly weakFirst: boolean;
}

/** More cards are not weighed against each other, however large the deck is. */
const WEIGHED_MAX = 300;
/** A card that was never answered is neither weak nor strong. */
const UNKNOWN = 0.3;
/** The largest prime of 32 bits. */
const PRIME = 4_294_967_291;

/**
 * Cards that the learner can be asked, at most `WEIGHED_MAX`, with how weak each is: 1 for what was missed, else 1 less
 * the chance of recall. Which of many are taken is drawn; `draw` gives 0 … 1, 1 excluded.
 */
export async function readWeakness(
  tx: Tx,
  wanted: WantedCards,
  draw: () => number,
  now: Date,
  zone: string,
): Promise<ReadonlyMap<string, number>> {
  const { clock, scheduler } = await readLearner(tx, zone);
  const cardId = { in: await idsOf(tx, wanted, draw, now, ageAt(1 - UNKNOWN, scheduler)) };
  const rows = await tx.memory.findMany({ where: { learnerId: LEARNER, cardId }, orderBy: { cardId: "asc" } });
  return new Map(
    rows.map((row) => {
      const { memory } = recordOf(row);
      const recall = retrievability(memory, now, { clock, settings: scheduler });
      return [row.cardId, memory.missedAt !== null ? 1 : recall === null ? UNKNOWN : 1 - recall];
    }),
  );
}

const ids = z.array(z.string());

/**
 * One pass over the deck inside the database: recall falls with the days over the stability. A card that was never
 * answered stands where these are `unknownAge`.
 */
async function idsOf(
  tx: Tx,
  { levels, topics, without, weakFirst }: WantedCards,
  draw: () => number,
  now: Date,
  unknownAge: number,
): Promise<string[]> {
  const age = Prisma.sql`(julianday(${now.toISOString()}) - julianday("lastReviewAt")) / "stability"`;
  const weakest = Prisma.sql`"missedAt" IS NULL,
    CASE WHEN "stability" > 0 THEN ${age} ELSE ${unknownAge} END DESC,`;
  // The id of a card begins with that of its topic.
  const ofTopics = Prisma.sql`AND substr("cardId", 1, instr("cardId", '/') - 1) IN
    (SELECT "value" FROM json_each(${JSON.stringify(topics)}))`;
  const [row] = await tx.$queryRaw<{ ids: string }[]>`
    SELECT json_group_array("cardId") AS "ids" FROM (
      SELECT "cardId" FROM "Memory" INDEXED BY "Memory_shelf"
      WHERE "learnerId" = ${LEARNER} AND "retired" = 0 AND "suspendedAt" IS NULL
        AND "level" IN (SELECT "value" FROM json_each(${JSON.stringify(levels)}))
        AND "cardId" NOT IN (SELECT "value" FROM json_each(${JSON.stringify(without)}))
        ${topics === null ? Prisma.empty : ofTopics}
      ORDER BY ${weakFirst ? weakest : Prisma.empty}
        "Memory".rowid * ${1 + Math.floor(draw() * (PRIME - 1))} % ${PRIME}
      LIMIT ${WEIGHED_MAX})`;
  return ids.parse(JSON.parse(row?.ids ?? "[]"));
}
