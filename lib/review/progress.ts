import { listTopics } from "#lib/content/queries.ts";
import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { Language } from "#lib/i18n/languages.ts";
import type { DayCounts } from "#lib/progress/days.ts";
import type { FineBin, Predicted, PredictionTallies } from "#lib/progress/predictions.ts";
import { studyDay } from "#lib/scheduling/day.ts";
import { LEARNER, type Learner, readLearner } from "./learner.ts";
import { type StandingCards, standingCards } from "./standing.ts";

/** All that the page about a learner's progress shows; made of tallies and counts, never of the log. */
export interface Progress extends StandingCards {
  /** The study day that is now. */
  readonly today: string;
  /** Every day that has a tally, the oldest first. */
  readonly days: readonly DayCounts[];
  readonly predictions: PredictionTallies;
  /** In their order, by their title; also those without a card that is asked. */
  readonly topics: readonly { readonly id: string; readonly title: string }[];
}

export async function readProgress(db: Db, language: Language, now: Date, zone: string): Promise<Progress> {
  const learner = await readLearner(db, zone);
  const days = await dayCounts(db);
  const logLoss = days.reduce((sum, day) => sum + day.logLoss, 0);
  const topics = await listTopics(db, language);
  const topicIds = topics.map(({ id }) => id);
  return {
    today: studyDay(now, learner.clock.zone, learner.clock.rolloverHour),
    days,
    predictions: { logLoss, fine: await fineBins(db), bins: await rmseBins(db) },
    topics,
    ...(await standingCards(db, now, learner, topicIds)),
  };
}

/** How many cards come due on each of the next days, today first; see `StandingCards.load`. */
export async function readLoad(db: Db, now: Date, learner: Learner): Promise<readonly number[]> {
  const topicIds = (await listTopics(db, "en")).map(({ id }) => id);
  return (await standingCards(db, now, learner, topicIds)).load;
}

function dayCounts(db: Db): Promise<DayCounts[]> {
  return counted<DayCounts>(
    db,
    Prisma.sql`
      SELECT "day", "answers", "crams", "firsts", "again", "durationMs", "youngPassed", "youngFailed", "maturePassed",
        "matureFailed", "predictions", "logLoss"
      FROM "DayTally" WHERE "learnerId" = ${LEARNER} ORDER BY "day"`,
  );
}

function fineBins(db: Db): Promise<FineBin[]> {
  return counted<FineBin>(
    db,
    Prisma.sql`SELECT "bin", "recalled", "forgotten", "predicted" FROM "RecallTally" WHERE "learnerId" = ${LEARNER}`,
  );
}

function rmseBins(db: Db): Promise<Predicted[]> {
  return counted<Predicted>(
    db,
    Prisma.sql`SELECT "recalled", "forgotten", "predicted" FROM "BinTally" WHERE "learnerId" = ${LEARNER}`,
  );
}

/** Rows of a query; SQLite's integers, which arrive as bigint, made numbers. */
async function counted<T extends object>(db: Db, query: Prisma.Sql): Promise<T[]> {
  const rows = await db.$queryRaw<Record<string, unknown>[]>(query);
  for (const row of rows) {
    for (const column in row) if (typeof row[column] === "bigint") row[column] = Number(row[column]);
  }
  return rows as T[];
}
