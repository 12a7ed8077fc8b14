import { z } from "zod";
import { type Db, readRaw } from "#lib/db/client.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { LEARNER, type Learner } from "#lib/learner/learner.ts";
import { latestBury, readAhead } from "#lib/review/log/ahead.ts";
import { MEMORY_STATES } from "#lib/review/log/rows.ts";
import { endOfStudyDay, toStudyClock } from "#lib/scheduling/day.ts";
import { ageAt } from "#lib/scheduling/fsrs.ts";
import { MATURE_DAYS } from "#lib/scheduling/mark.ts";
import type { StudyClock } from "#lib/scheduling/settings.ts";
import { type AlikeCards, DAY_EDGES, RECALL_BINS, STANDINGS, type Standing } from "./spread.ts";

/** So far ahead the load is foretold. */
export const FORECAST_DAYS = 30;
/** The Julian date of the Unix epoch. */
const EPOCH_JULIAN = 2_440_587.5;
const DAY_MS = 24 * 60 * 60 * 1000;
const DAY_BINS = DAY_EDGES.length + 1;

export interface StandingCards {
  /** The cards that are not retired, alike ones counted together. */
  readonly cards: readonly AlikeCards[];
  /**
   * How many cards come due on each of the next days, today first, as things stand: what is overdue is due today, what
   * was put off when that ends, and new or suspended cards are not among them.
   */
  readonly load: readonly number[];
}

/** What a card is counted under. */
interface Stand {
  readonly likeness: number;
  /** The day on which it comes due, 0: today, `FORECAST_DAYS`: later; null: not at all. */
  readonly dueOn: number | null;
}

/** How each card stands, and what that adds up to, as of one entry of the log. */
interface Kept {
  /** What the counts depend on besides the log. */
  readonly key: string;
  seq: number;
  readonly stands: Map<string, Stand>;
  readonly likenesses: Map<number, number>;
  readonly dueOn: Map<number, number>;
  /** What cards of a likeness have in common. */
  readonly alike: Map<number, Omit<AlikeCards, "cards">>;
}

/** More cards than that are looked at together with all the others. */
const CHANGED_MAX = 2_000;

/** On globalThis, so that every page of the server sees the same one. */
const holder = globalThis as unknown as { retransmitStanding?: WeakMap<Db, Kept> };
holder.retransmitStanding ??= new WeakMap();
const kept = holder.retransmitStanding;

/**
 * How the cards stand, and when they come due. All cards are looked at once a day; after that only those to which something
 * was done since, as the log tells. If the counts then say that something happened past its end (a card was added or
 * retired, a log was imported), all are looked at again. What a rebuild by hand corrects shows on the next day.
 */
export async function standingCards(
  db: Db,
  now: Date,
  learner: Learner,
  topicIds: readonly string[],
): Promise<StandingCards> {
  // The id of a card begins with that of its topic.
  const prefixes = topicIds.map((id) => `${id}/`).sort();
  const version = await versionOf(db, now, learner, prefixes);
  const before = kept.get(db);
  const changed = before?.key === version.key ? await changedSince(db, before.seq) : null;
  const read = (cardIds: readonly string[] | null) => readStands(db, now, learner, prefixes, cardIds);
  let standing = before;
  if (before !== undefined && changed !== null && changed.length > 0) putAll(before, await read(changed));
  if (before === undefined || changed === null || !agrees(before, version, prefixes)) {
    standing = {
      key: version.key,
      seq: 0,
      stands: new Map(),
      likenesses: new Map(),
      dueOn: new Map(),
      alike: new Map(),
    };
    putAll(standing, await read(null));
  }
  if (standing === undefined) throw new Error("the cards were looked at");
  standing.seq = version.seq;
  kept.set(db, standing);
  const { likenesses } = standing;
  const dueOn = new Map(standing.dueOn);
  // A time in the future puts a card off; it comes when it would have come without it.
  const ends = nextRollovers(now, learner.clock);
  const dayOf = (at: Date) => ends.filter((end) => at >= end).length;
  for (const { dueAt, storedDueAt } of await readAhead(db, now)) {
    add(dueOn, dayOf(storedDueAt), -1);
    add(dueOn, dayOf(dueAt), 1);
  }
  const alike = knownAlike(standing, prefixes);
  return {
    cards: [...likenesses]
      .sort(([one], [other]) => one - other)
      .map(([likeness, cards]) => ({ ...alike(likeness), cards })),
    load: Array.from({ length: FORECAST_DAYS }, (_, day) => dueOn.get(day) ?? 0),
  };
}

interface Version {
  /** What the counts depend on besides the memories. */
  readonly key: string;
  /** The last entry of the log; what was done after it may be counted already. */
  readonly seq: number;
  /** How many cards are asked, and how many of them are new and not suspended. */
  readonly asked: number;
  readonly fresh: number;
}

async function versionOf(
  db: Db,
  now: Date,
  { clock, scheduler }: Learner,
  prefixes: readonly string[],
): Promise<Version> {
  const [row] = await readRaw(db, {
    sql: `SELECT (SELECT max("seq") FROM "Review" WHERE "learnerId" = ?) AS "seq", (SELECT max(rowid) FROM "Memory") AS "last",
      (SELECT count(*) FROM "Memory" INDEXED BY "Memory_fresh"
        WHERE "learnerId" = ? AND "state" IN (${MEMORY_STATES.map((state) => `'${state}'`).join()}) AND "retired" = 0) AS "asked",
      (SELECT count(*) FROM "Memory" INDEXED BY "Memory_fresh"
        WHERE "learnerId" = ? AND "state" = 'new' AND "retired" = 0 AND "suspendedAt" IS NULL) AS "fresh"`,
    values: [LEARNER, LEARNER, LEARNER],
  });
  // To the minute: the clock of a study day knows no milliseconds.
  const { today, shift } = julianDays(now, clock);
  const offset = Math.round(shift * 24 * 60);
  const rest = [String(row?.last), scheduler, today, offset, nextRollovers(now, clock), prefixes];
  const [seq = 0, asked = 0, fresh = 0] = [row?.seq, row?.asked, row?.fresh].map((value) => Number(value ?? 0));
  return { key: JSON.stringify(rest), seq, asked, fresh };
}

function agrees(standing: Kept, { asked, fresh }: Version, prefixes: readonly string[]): boolean {
  const alike = knownAlike(standing, prefixes);
  let counted = 0;
  for (const [likeness, cards] of standing.likenesses) if (alike(likeness).standing === "new") counted += cards;
  return standing.stands.size === asked && counted === fresh;
}

function knownAlike({ alike }: Kept, prefixes: readonly string[]) {
  return (likeness: number) => {
    const known = alike.get(likeness) ?? alikeOf(likeness, prefixes);
    alike.set(likeness, known);
    return known;
  };
}

/** The cards to which something was done after this entry; null: too many. */
async function changedSince(db: Db, seq: number): Promise<readonly string[] | null> {
  const [row] = await readRaw(db, {
    sql: `SELECT json_group_array("cardId") AS "ids" FROM
        (SELECT "cardId" FROM "Review" WHERE "learnerId" = ? AND "seq" > ? LIMIT ?)`,
    values: [LEARNER, seq, CHANGED_MAX + 1],
  });
  const ids = z.array(z.string()).parse(JSON.parse(String(row?.ids ?? "[]")));
  return ids.length > CHANGED_MAX ? null : [...new Set(ids)];
}

function putAll({ stands, likenesses, dueOn }: Kept, changed: readonly (readonly [string, Stand])[]): void {
  const count = (stand: Stand, n: number) => {
    add(likenesses, stand.likeness, n);
    if (stand.dueOn !== null) add(dueOn, stand.dueOn, n);
  };
  for (const [cardId, stand] of changed) {
    const before = stands.get(cardId);
    if (before !== undefined) count(before, -1);
    stands.set(cardId, stand);
    count(stand, 1);
  }
}

function add(counts: Map<number, number>, key: number, n: number): void {
  const count = (counts.get(key) ?? 0) + n;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}

/**
 * One pass over the cards, or over these. What is counted together is written as one number. SQLite cannot raise to a
 * power, so a chance of recall is sorted by the age (days since the last answer over stability) at which it would be
 * reached. Ages are counted in whole study days by today's offset from UTC: a card that was answered within an hour of a
 * rollover on the other side of a change of clocks is sorted a day off.
 */
async function readStands(
  db: Db,
  now: Date,
  { clock, scheduler }: Learner,
  prefixes: readonly string[],
  cardIds: readonly string[] | null,
): Promise<[string, Stand][]> {
  const ages = Array.from({ length: RECALL_BINS - 1 }, (_, i) => ageAt(1 - (i + 1) / RECALL_BINS, scheduler));
  const ends = nextRollovers(now, clock);
  const { today, shift } = julianDays(now, clock);
  const standing = (name: Standing) => plain(STANDINGS.indexOf(name));
  // Row by row as they lie; looking each one up by an index takes three times as long.
  const whole = Prisma.raw("NOT INDEXED");
  const among = Prisma.sql`AND "cardId" IN (SELECT "value" FROM json_each(${JSON.stringify(cardIds)}))`;
  const query = Prisma.sql`
    SELECT json_group_array("cardId") AS "cardIds",
      json_group_array(((((
        ${binOf("cardId", prefixes.slice(1))}
        ) * ${plain(STANDINGS.length)} + "standing"
        ) * ${plain(DAY_BINS)} + ${binOf("scheduledDays", DAY_EDGES)}
        ) * ${plain(DAY_BINS)} + ${binOf("stability", DAY_EDGES)}
        ) * ${plain(RECALL_BINS)} + ${plain(RECALL_BINS - 1)} - ${binOf("age", ages)}) AS "likenesses",
      json_group_array(CASE WHEN "standing" NOT IN (${standing("new")}, ${standing("suspended")})
        THEN ${binOf("dueAt", ends)} END) AS "dueDays"
    FROM (
      SELECT "cardId", "scheduledDays", "stability",
        CASE WHEN "suspendedAt" IS NOT NULL THEN ${standing("suspended")}
          WHEN "state" = 'new' THEN ${standing("new")}
          WHEN "state" <> 'review' THEN ${standing("learning")}
          WHEN "scheduledDays" < ${plain(MATURE_DAYS)} THEN ${standing("young")}
          ELSE ${standing("mature")} END AS "standing",
        max(0, ${plain(today)} - CAST(julianday("lastReviewAt") + ${plain(shift)} AS INTEGER)) / "stability" AS "age",
        -- What was put off until a moment that is over is due today either way.
        CASE WHEN "buriedUntil" <= ${latestBury(now)} AND "buriedUntil" > "dueAt" THEN "buriedUntil" ELSE "dueAt" END AS "dueAt"
      FROM "Memory" ${cardIds === null ? whole : Prisma.empty}
      WHERE "learnerId" = ${LEARNER} AND "retired" = 0 ${cardIds === null ? Prisma.empty : among}
      LIMIT -1 -- keeps SQLite from working these out anew wherever they are named
    )`;
  const [row] = await readRaw(db, query);
  const list = (column: unknown) => JSON.parse(String(column ?? "[]")) as unknown;
  // What the statement above makes; to look at each of 100,000 numbers again would take longer than to count them.
  const ids = list(row?.cardIds) as readonly string[];
  const likenesses = list(row?.likenesses) as readonly number[];
  const dueDays = list(row?.dueDays) as readonly (number | null)[];
  return ids.map((cardId, i) => [cardId, { likeness: likenesses[i] ?? Number.NaN, dueOn: dueDays[i] ?? null }]);
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
