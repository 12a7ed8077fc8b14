import { z } from "zod";
import { type Db, readRaw } from "#lib/db/client.ts";
import { LEARNER } from "#lib/learner/learner.ts";
import { LOG_KINDS } from "#lib/scheduling/replay.ts";
import { MEMORY_STATES } from "./rows.ts";

/**
 * A clock that was years ahead for a while leaves times in the log that have not come. The log and its fold stay as they
 * are; whoever reads them by the clock of now goes by what is said here, so that no card is held back by such a time.
 */

/** A time this far after now is a clock's mistake; less is what clocks of two programs differ by. */
export const AHEAD_MS = 5 * 60 * 1000;

/** Whether a time lies in the future; in milliseconds since 1970. */
export function isAhead(at: number, now: Date): boolean {
  return at > limitOf(now).getTime();
}

/** No study day is longer: what was put off until later than this was put off at a time that has not come. */
export function latestBury(now: Date): Date {
  return new Date(now.getTime() + 25 * 60 * 60 * 1000 + AHEAD_MS);
}

/** A card whose last answer has a time in the future, as if it had been given when it must have been. */
export interface AheadCard {
  readonly cardId: string;
  readonly state: (typeof MEMORY_STATES)[number];
  readonly lastReviewAt: Date;
  readonly dueAt: Date;
  /** As it is stored; this one has not come either. */
  readonly storedDueAt: Date;
  readonly stability: number;
}

/** So many such cards are looked at; the others follow when these were answered. */
const CARDS_MAX = 2_000;
/** So many times a clock may have been ahead; what was answered in between counts as answered at the last of them. */
const RUNS_MAX = 50;

const moment = z.coerce.date();
const aheadRows = z.array(
  z
    .tuple([z.string(), z.enum(MEMORY_STATES), moment, moment, z.number(), z.int()])
    .transform(([cardId, state, lastReviewAt, dueAt, stability, seq]) => {
      return { cardId, state, lastReviewAt, dueAt, storedDueAt: dueAt, stability, seq };
    }),
);

/**
 * Most logs have no such time, which one look at an index tells: CASE looks at nothing else then. Such cards are due at
 * such times as well.
 */
const AHEAD = `
  SELECT CASE WHEN EXISTS (SELECT 1 FROM "Review" WHERE "learnerId" = ? AND "kind" = 'answer' AND "at" > ?) THEN (
    SELECT json_group_array(json_array("cardId", "state", "lastReviewAt", "dueAt", "stability", "seq"))
    FROM (
      SELECT "cardId", "state", "lastReviewAt", "dueAt", "stability", (
        SELECT "seq" FROM "Review"
        WHERE "learnerId" = "Memory"."learnerId" AND "cardId" = "Memory"."cardId" AND "kind" = 'answer'
        ORDER BY "seq" DESC LIMIT 1) AS "seq"
      FROM "Memory"
      WHERE "learnerId" = ? AND "state" IN ('learning', 'review', 'relearning') AND "retired" = 0
        AND "dueAt" > ? AND "lastReviewAt" > ? AND "suspendedAt" IS NULL AND "calledAt" IS NULL
        AND ("buriedUntil" IS NULL OR "buriedUntil" <= ? OR "buriedUntil" > ?)
      ORDER BY "dueAt" LIMIT ${CARDS_MAX})
  ) END AS "cards"`;

/**
 * The cards that can be asked and whose last answer has a time in the future. When it was given is bound by the log, whose
 * order holds: not before the entry before it, as long after it as the clock that was ahead says, and not after the
 * next. Where the log has no other entry, nobody knows, and the card is due now.
 */
export async function readAhead(db: Db, now: Date): Promise<AheadCard[]> {
  const limit = limitOf(now);
  const values = [LEARNER, limit, LEARNER, limit, limit, now, latestBury(now)];
  const [row] = await readRaw(db, { sql: AHEAD, values });
  const found = aheadRows.parse(JSON.parse(String(row?.cards ?? "[]")));
  const cards: AheadCard[] = [];
  let run: Run | null = null;
  let runs = 0;
  for (const { seq, ...card } of found.sort((a, b) => a.seq - b.seq)) {
    if (run === null || (seq > run.endSeq && runs < RUNS_MAX)) {
      run = await runAt(db, seq, card.lastReviewAt, limit);
      runs++;
    }
    cards.push(corrected(card, run, now));
  }
  return cards;
}

/** Entries one after another whose times have not come, and what the log has before and after them. */
interface Run {
  readonly firstAt: Date;
  readonly before: Date | null;
  readonly after: Date | null;
  readonly endSeq: number;
}

async function runAt(db: Db, seq: number, firstAt: Date, limit: Date): Promise<Run> {
  const find = (where: string, order: string) =>
    readRaw(db, {
      sql: `SELECT "seq", "at" FROM "Review" WHERE "learnerId" = ? AND "seq" ${where} ? AND "at" <= ?
        ORDER BY "seq" ${order} LIMIT 1`,
      values: [LEARNER, seq, limit],
    });
  const [before] = await find("<", "DESC");
  const [after] = await find(">", "ASC");
  return {
    firstAt,
    before: before === undefined ? null : moment.parse(before.at),
    after: after === undefined ? null : moment.parse(after.at),
    endSeq: after === undefined ? Number.POSITIVE_INFINITY : Number(after.seq),
  };
}

function corrected(card: AheadCard, { firstAt, before, after }: Run, now: Date): AheadCard {
  const intervalMs = card.dueAt.getTime() - card.lastReviewAt.getTime();
  const latest = Math.min(after?.getTime() ?? now.getTime(), now.getTime());
  const since = Math.max(0, card.lastReviewAt.getTime() - firstAt.getTime());
  const guess = before !== null ? before.getTime() + since : after !== null ? latest : now.getTime() - intervalMs;
  const written = Math.min(guess, latest);
  return { ...card, lastReviewAt: new Date(written), dueAt: new Date(written + intervalMs) };
}

export interface ClockTrouble {
  /** How many entries of the log have a time in the future, and the latest of these times. */
  readonly entries: number;
  readonly latest: Date;
}

/** What is to be said of the clock of this machine; null: nothing. It was ahead once, or it is behind now. */
export async function readClockTrouble(db: Db, now: Date): Promise<ClockTrouble | null> {
  const [row] = await readRaw(db, {
    sql: `SELECT count(*) AS "entries", max("at") AS "latest" FROM "Review"
      WHERE "learnerId" = ? AND "kind" IN (${LOG_KINDS.map((kind) => `'${kind}'`).join()}) AND "at" > ?`,
    values: [LEARNER, limitOf(now)],
  });
  const entries = Number(row?.entries ?? 0);
  return entries === 0 ? null : { entries, latest: moment.parse(row?.latest) };
}

function limitOf(now: Date): Date {
  return new Date(now.getTime() + AHEAD_MS);
}
