import { listTopics } from "#lib/content/queries.ts";
import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { Language } from "#lib/i18n/languages.ts";
import type { DayCounts } from "#lib/progress/days.ts";
import type { FineBin, Predicted, PredictionTallies } from "#lib/progress/predictions.ts";
import { type AlikeCards, DAY_EDGES, RECALL_BINS, STANDINGS, type Standing } from "#lib/progress/spread.ts";
import { endOfStudyDay, studyDay, toStudyClock } from "#lib/scheduling/day.ts";
import { ageAt } from "#lib/scheduling/fsrs.ts";
import { MATURE_DAYS } from "#lib/scheduling/mark.ts";
import type { StudyClock } from "#lib/scheduling/settings.ts";
import { latestBury, readAhead } from "./ahead.ts";
import { LEARNER, type Learner, readLearner } from "./learner.ts";

/** So far ahead the load is foretold. */
export const FORECAST_DAYS = 30;
/** The Julian date of the Unix epoch. */
const EPOCH_JULIAN = 2_440_587.5;
const DAY_MS = 24 * 60 * 60 * 1000;
const DAY_BINS = DAY_EDGES.length + 1;

/** All that the page about a learner's progress shows; made of tallies and counts, never of the log. */
export interface Progress {
  /** The study day that is now. */
  readonly today: string;
  /** Every day that has a tally, the oldest first. */
  readonly days: readonly DayCounts[];
  readonly predictions: PredictionTallies;
  /** In their order, by their title; also those without a card that is asked. */
  readonly topics: readonly { readonly id: string; readonly title: string }[];
  /** The cards that are not retired, alike ones counted together. */
  readonly cards: readonly AlikeCards[];
  /**
   * How many cards come due on each of the next days, today first, as things stand: what is overdue is due today, what
   * was put off when that ends, and new or suspended cards are not among them.
   */
  readonly load: readonly number[];
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

/** How many cards come due on each of the next days, today first; see `Progress.load`. */
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

/**
 * One pass over the cards. What is counted together is written as one number, and the numbers are counted here: GROUP BY
 * would sort all of them, which takes twice as long. SQLite cannot raise to a power, so a chance of recall is sorted by
 * the age (days since the last answer over stability) at which it would be reached. Ages are counted in whole study days
 * by today's offset from UTC: a card that was answered within an hour of a rollover on the other side of a change of
 * clocks is sorted a day off.
 */
async function standingCards(
  db: Db,
  now: Date,
  { clock, scheduler }: Learner,
  topicIds: readonly string[],
): Promise<Pick<Progress, "cards" | "load">> {
  // The id of a card begins with that of its topic.
  const prefixes = topicIds.map((id) => `${id}/`).sort();
  const ages = Array.from({ length: RECALL_BINS - 1 }, (_, i) => ageAt(1 - (i + 1) / RECALL_BINS, scheduler));
  const ends = nextRollovers(now, clock);
  const { today, shift } = julianDays(now, clock);
  const standing = (name: Standing) => plain(STANDINGS.indexOf(name));
  const [row] = await db.$queryRaw<{ likenesses: string; dueDays: string }[]>(Prisma.sql`
    SELECT json_group_array(((((
        ${binOf("cardId", prefixes.slice(1))}
        ) * ${plain(STANDINGS.length)} + "standing"
        ) * ${plain(DAY_BINS)} + ${binOf("scheduledDays", DAY_EDGES)}
        ) * ${plain(DAY_BINS)} + ${binOf("stability", DAY_EDGES)}
        ) * ${plain(RECALL_BINS)} + ${plain(RECALL_BINS - 1)} - ${binOf("age", ages)}
      ) AS "likenesses",
      json_group_array(${binOf("dueAt", ends)})
        FILTER (WHERE "standing" NOT IN (${standing("new")}, ${standing("suspended")})) AS "dueDays"
    FROM (
      SELECT "cardId", "scheduledDays", "stability",
        CASE WHEN "suspendedAt" IS NOT NULL THEN ${standing("suspended")}
          WHEN "state" = 'new' THEN ${standing("new")}
          WHEN "state" <> 'review' THEN ${standing("learning")}
          WHEN "scheduledDays" < ${plain(MATURE_DAYS)} THEN ${standing("young")}
          ELSE ${standing("mature")} END AS "standing",
        max(0, ${plain(today)} - CAST(julianday("lastReviewAt") + ${plain(shift)} AS INTEGER)) / "stability" AS "age",
        CASE WHEN "buriedUntil" > ${now} AND "buriedUntil" <= ${latestBury(now)} AND "buriedUntil" > "dueAt" THEN "buriedUntil" ELSE "dueAt" END AS "dueAt"
      FROM "Memory" WHERE "learnerId" = ${LEARNER} AND "retired" = 0
      LIMIT -1 -- keeps SQLite from working these out anew wherever they are named
    )`);
  const dueOn = countsOf(row?.dueDays);
  // A time in the future puts a card off; it comes when it would have come without it.
  const dayOf = (at: Date) => ends.filter((end) => at >= end).length;
  for (const { dueAt, storedDueAt } of await readAhead(db, now)) {
    dueOn.set(dayOf(storedDueAt), (dueOn.get(dayOf(storedDueAt)) ?? 0) - 1);
    dueOn.set(dayOf(dueAt), (dueOn.get(dayOf(dueAt)) ?? 0) + 1);
  }
  return {
    cards: [...countsOf(row?.likenesses)].map(([likeness, cards]) => ({ ...alikeOf(likeness, prefixes), cards })),
    load: Array.from({ length: FORECAST_DAYS }, (_, day) => dueOn.get(day) ?? 0),
  };
}

/** How often each number is in the JSON. */
function countsOf(json = "[]"): Map<number, number> {
  const counts = new Map<number, number>();
  for (const number of JSON.parse(json) as number[]) counts.set(number, (counts.get(number) ?? 0) + 1);
  return counts;
}

function alikeOf(likeness: number, prefixes: readonly string[]): Omit<AlikeCards, "cards"> {
  const bases = [STANDINGS.length, DAY_BINS, DAY_BINS, RECALL_BINS];
  const [topic = 0, standing = 0, interval = 0, stability = 0, recall = 0] = digitsOf(likeness, bases);
  const topicId = prefixes[topic]?.slice(0, -1);
  const name = STANDINGS[standing];
  if (topicId === undefined || name === undefined) throw new Error(`no card is like ${likeness}`);
  return { topicId, standing: name, interval, stability, recall };
}

/** The ends of the study days from now on, as many as are foretold. */
function nextRollovers(now: Date, { zone, rolloverHour }: StudyClock): Date[] {
  let end = now;
  return Array.from({ length: FORECAST_DAYS }, () => {
    end = endOfStudyDay(end, zone, rolloverHour);
    return end;
  });
}

/** The study day of `now`, and what makes a Julian date a number whose whole part is the study day. */
function julianDays(now: Date, { zone, rolloverHour }: StudyClock): { today: number; shift: number } {
  const clock = toStudyClock(now, zone, rolloverHour).getTime();
  return { today: Math.floor(clock / DAY_MS), shift: (clock - now.getTime()) / DAY_MS - EPOCH_JULIAN };
}

/** How many of the ascending edges a column reaches, found by halving. */
function binOf(column: string, edges: readonly (number | string | Date)[], reached = 0): Prisma.Sql {
  if (edges.length === 0) return Prisma.raw(String(reached));
  const middle = edges.length >> 1;
  const below = binOf(column, edges.slice(0, middle), reached);
  const above = binOf(column, edges.slice(middle + 1), reached + middle + 1);
  const edge = edges[middle];
  const literal = typeof edge === "number" ? plain(edge) : edge;
  return Prisma.sql`CASE WHEN ${Prisma.raw(`"${column}"`)} < ${literal} THEN ${below} ELSE ${above} END`;
}

/** The digits of a number whose places, but for the first, have these bases. */
function digitsOf(number: number, bases: readonly number[]): number[] {
  const digits: number[] = [];
  let rest = number;
  for (const base of bases.toReversed()) {
    digits.unshift(rest % base);
    rest = Math.floor(rest / base);
  }
  return [rest, ...digits];
}

/** A number of ours as part of a statement: as a parameter it would be looked up and converted for every card. */
function plain(number: number): Prisma.Sql {
  return Prisma.raw(String(number));
}

/** Rows of a query; SQLite's integers, which arrive as bigint, made numbers. */
async function counted<T extends object>(db: Db, query: Prisma.Sql): Promise<T[]> {
  const rows = await db.$queryRaw<Record<string, unknown>[]>(query);
  for (const row of rows) {
    for (const column in row) if (typeof row[column] === "bigint") row[column] = Number(row[column]);
  }
  return rows as T[];
}
