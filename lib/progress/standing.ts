import { z } from "zod";
import { type Db, readRaw } from "#lib/db/client.ts";
import { LEARNER, type Learner } from "#lib/learner/learner.ts";
import { latestBury, readAhead } from "#lib/review/log/ahead-queries.ts";
import { MEMORY_STATES } from "#lib/review/log/rows.ts";
import { turn } from "#lib/review/log/slices.ts";
import { binOf, FORECAST_DAYS, type Likeness, type Sorting, type Stand, sortingAt, standOf } from "./likeness.ts";
import type { AlikeCards } from "./spread.ts";

export interface StandingCards {
  /** The cards that are not retired, alike ones counted together. */
  readonly cards: readonly AlikeCards[];
  /**
   * How many cards come due on each of the next days, today first, as things stand: what is overdue is due today, what
   * was put off when that ends, and new or suspended cards are not among them.
   */
  readonly load: readonly number[];
}

/** How each card stands, and what that adds up to, as of one entry of the log. */
interface Kept {
  /** What the counts depend on besides the log. */
  readonly key: string;
  seq: number;
  readonly stands: Map<string, Stand>;
  /** By `nameOf`. */
  readonly alike: Map<string, { readonly likeness: Likeness; cards: number }>;
  readonly dueOn: Map<number, number>;
}

/** More cards than that are looked at together with all the others. */
const CHANGED_MAX = 2_000;
/** So many are looked at before others have their turn. */
const CARDS_AT_ONCE = 2_000;

/** On globalThis, so that every page of the server sees the same one. */
const holder = globalThis as unknown as { retransmitStanding?: WeakMap<Db, Kept> };
holder.retransmitStanding ??= new WeakMap();
const keptOf = holder.retransmitStanding;

/**
 * How the cards stand, and when they come due. All cards are looked at once a day; after that only those to which something
 * was done since, as the log tells. If the counts then say that something happened past its end (a card was added or
 * retired, a log was imported), all are looked at again. What a rebuild by hand corrects shows on the next day.
 */
export async function standingCards(db: Db, now: Date, learner: Learner): Promise<StandingCards> {
  const sorting = sortingAt(now, learner.clock, learner.scheduler);
  const version = await versionOf(db, learner, sorting);
  const standing = (await broughtUpToDate(db, now, sorting, version)) ?? (await lookedAtAll(db, now, sorting, version));
  standing.seq = version.seq;
  keptOf.set(db, standing);
  const dueOn = new Map(standing.dueOn);
  // A time in the future puts a card off; it comes when it would have come without it.
  const dayOf = (at: Date) => binOf(at.getTime(), sorting.ends);
  for (const { dueAt, storedDueAt } of await readAhead(db, now)) {
    add(dueOn, dayOf(storedDueAt), -1);
    add(dueOn, dayOf(dueAt), 1);
  }
  return {
    cards: [...standing.alike]
      .filter(([, { cards }]) => cards > 0)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, { likeness, cards }]) => ({ ...likeness, cards })),
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

async function versionOf(db: Db, { scheduler }: Learner, { today, shiftMs, ends }: Sorting): Promise<Version> {
  const [row] = await readRaw(db, {
    sql: `SELECT (SELECT max("seq") FROM "Review" WHERE "learnerId" = ?) AS "seq", (SELECT max(rowid) FROM "Memory") AS "last",
      (SELECT count(*) FROM "Memory" INDEXED BY "Memory_fresh"
        WHERE "learnerId" = ? AND "state" IN (${MEMORY_STATES.map((state) => `'${state}'`).join()}) AND "retired" = 0) AS "asked",
      (SELECT count(*) FROM "Memory" INDEXED BY "Memory_fresh"
        WHERE "learnerId" = ? AND "state" = 'new' AND "retired" = 0 AND "suspendedAt" IS NULL) AS "fresh"`,
    values: [LEARNER, LEARNER, LEARNER],
  });
  const [seq = 0, asked = 0, fresh = 0] = [row?.seq, row?.asked, row?.fresh].map((value) => Number(value ?? 0));
  // To the minute: the clock of a study day knows no milliseconds.
  const offset = Math.round(shiftMs / 60_000);
  return { key: JSON.stringify([String(row?.last), scheduler, today, offset, ends]), seq, asked, fresh };
}

/** What was kept, with what was done since; null: all cards have to be looked at. */
async function broughtUpToDate(db: Db, now: Date, sorting: Sorting, version: Version): Promise<Kept | null> {
  const kept = keptOf.get(db);
  if (kept?.key !== version.key) return null;
  const changed = await changedSince(db, kept.seq);
  if (changed === null) return null;
  if (changed.length > 0) putAll(kept, (await readStands(db, now, sorting, { among: changed })).stands);
  const fresh = [...kept.alike.values()].filter(({ likeness }) => likeness.standing === "new");
  const counted = fresh.reduce((sum, { cards }) => sum + cards, 0);
  return kept.stands.size === version.asked && counted === version.fresh ? kept : null;
}

async function lookedAtAll(db: Db, now: Date, sorting: Sorting, { key }: Version): Promise<Kept> {
  const kept: Kept = { key, seq: 0, stands: new Map(), alike: new Map(), dueOn: new Map() };
  for (let after: number | null = 0; after !== null; ) {
    const { stands, last } = await readStands(db, now, sorting, { after });
    putAll(kept, stands);
    after = last;
    await turn();
  }
  return kept;
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

function putAll({ stands, alike, dueOn }: Kept, changed: readonly (readonly [cardId: string, Stand])[]): void {
  const count = ({ likeness, dueOn: day }: Stand, n: number) => {
    const name = nameOf(likeness);
    const like = alike.get(name) ?? { likeness, cards: 0 };
    like.cards += n;
    alike.set(name, like);
    if (day !== null) add(dueOn, day, n);
  };
  for (const [cardId, stand] of changed) {
    const before = stands.get(cardId);
    if (before !== undefined) count(before, -1);
    stands.set(cardId, stand);
    count(stand, 1);
  }
}

function nameOf({ topicId, standing, interval, stability, recall }: Likeness): string {
  return `${topicId} ${standing} ${interval} ${stability} ${recall}`;
}

function add(counts: Map<number, number>, key: number, n: number): void {
  counts.set(key, (counts.get(key) ?? 0) + n);
}

/** A row as SQLite hands it out; to look at each of 100,000 values with zod would take longer than to count them. */
type Stored = [
  rowid: number,
  cardId: string,
  state: (typeof MEMORY_STATES)[number],
  isSuspended: 0 | 1,
  scheduledDays: number,
  stability: number,
  lastReviewAt: number | null,
  dueAt: number,
  buriedUntil: number | null,
];

/** How these cards stand, or so many as come `after` a row; `last`: the last row of theirs, null where no more follow. */
async function readStands(
  db: Db,
  now: Date,
  sorting: Sorting,
  which: { readonly among: readonly string[] } | { readonly after: number },
): Promise<{ stands: [cardId: string, Stand][]; last: number | null }> {
  const [from, where, value] =
    "among" in which
      ? ["", `"cardId" IN (SELECT "value" FROM json_each(?))`, JSON.stringify(which.among)]
      : // Row by row as they lie; looking each one up by an index takes three times as long.
        ["NOT INDEXED", `rowid > ? ORDER BY rowid LIMIT ${CARDS_AT_ONCE}`, which.after];
  const [row] = await readRaw(db, {
    sql: `SELECT json_group_array(json_array("row", "cardId", "state", "suspended", "scheduledDays", "stability",
        ${millis("lastReviewAt")}, ${millis("dueAt")}, ${millis("buriedUntil")})) AS "cards"
      FROM (
        SELECT rowid AS "row", "cardId", "state", "suspendedAt" IS NOT NULL AS "suspended", "scheduledDays", "stability",
          "lastReviewAt", "dueAt", CASE WHEN "buriedUntil" <= ? THEN "buriedUntil" END AS "buriedUntil"
        FROM "Memory" ${from} WHERE "learnerId" = ? AND "retired" = 0 AND ${where})`,
    values: [latestBury(now), LEARNER, value],
  });
  const cards = JSON.parse(String(row?.cards ?? "[]")) as readonly Stored[];
  return {
    stands: cards.map(([, cardId, state, suspended, scheduledDays, stability, lastReviewAt, dueAt, buriedUntil]) => {
      const isSuspended = suspended === 1;
      const card = { cardId, state, isSuspended, scheduledDays, stability, lastReviewAt, dueAt, buriedUntil };
      return [cardId, standOf(card, sorting)];
    }),
    last: cards.at(-1)?.[0] ?? null,
  };
}

/** A moment in milliseconds since 1970: SQLite reads the text of a date in a tenth of the time that JavaScript takes. */
function millis(column: string): string {
  return `CAST(round(unixepoch("${column}", 'subsec') * 1000) AS INTEGER)`;
}
