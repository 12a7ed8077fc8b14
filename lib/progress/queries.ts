import { listTopics } from "#lib/content/queries.ts";
import { type Db, readRaw } from "#lib/db/client.ts";
import type { Language } from "#lib/i18n/languages.ts";
import { LEARNER, type Learner, readLearner } from "#lib/learner/learner.ts";
import { studyDay } from "#lib/scheduling/day.ts";
import type { DayCounts } from "./days.ts";
import type { FineBin, Predicted, PredictionTallies } from "./predictions.ts";
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
  return {
    today: studyDay(now, learner.clock.zone, learner.clock.rolloverHour),
    days,
    predictions: { logLoss, fine: await fineBins(db), bins: await rmseBins(db) },
    topics: await listTopics(db, language),
    ...(await standingCards(db, now, learner)),
  };
}

/** How many cards come due on each of the next days, today first; see `StandingCards.load`. */
export async function readLoad(db: Db, now: Date, learner: Learner): Promise<readonly number[]> {
  return (await standingCards(db, now, learner)).load;
}

function dayCounts(db: Db): Promise<DayCounts[]> {
  const passed = ["youngPassed", "youngFailed", "maturePassed", "matureFailed"] as const;
  const columns = [
    "day",
    "answers",
    "crams",
    "firsts",
    "again",
    "durationMs",
    ...passed,
    "predictions",
    "logLoss",
  ] as const;
  return tallied<DayCounts>(db, "DayTally", columns, "day");
}

function fineBins(db: Db): Promise<FineBin[]> {
  return tallied<FineBin>(db, "RecallTally", ["bin", "recalled", "forgotten", "predicted"], "bin");
}

function rmseBins(db: Db): Promise<Predicted[]> {
  return tallied<Predicted>(db, "BinTally", ["recalled", "forgotten", "predicted"], "deltaT");
}

/** These columns of all rows of the learner, as one value: rows one by one would take five times as long. */
async function tallied<T>(
  db: Db,
  table: "DayTally" | "RecallTally" | "BinTally",
  columns: readonly (keyof T & string)[],
  order: string,
): Promise<T[]> {
  const pairs = columns.map((column) => `'${column}', "${column}"`);
  const [row] = await readRaw(db, {
    sql: `SELECT json_group_array(json_object(${pairs.join()})) AS "rows" FROM
        (SELECT * FROM "${table}" WHERE "learnerId" = ? ORDER BY "${order}")`,
    values: [LEARNER],
  });
  // The table has these columns, of these kinds: the schema says so.
  return JSON.parse(String(row?.rows ?? "[]")) as T[];
}
