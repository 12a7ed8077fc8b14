import { z } from "zod";
import { type Db, readRaw } from "#lib/db/client.ts";
import { LEARNER, readSchedulers } from "#lib/learner/learner.ts";
import { FIRST_PLACE, type Place, placeAfter } from "#lib/scheduling/place.ts";
import { RATINGS, type Rating } from "#lib/scheduling/rating.ts";
import { DEFAULT_SETTINGS, type SchedulerSettings } from "#lib/scheduling/settings.ts";
import { csvLine, LOG_HEADER } from "./csv.ts";
import { turn } from "./slices.ts";
import { readSnapshot } from "./snapshot.ts";

/** So many numbers of the log are looked through, and handed on, at once. */
const ENTRIES_AT_ONCE = 2_000;

/** What is held of each card: a log need not fit into memory. */
interface Card {
  /** So many entries it had when the export began, and so many were met. What follows is for the next export. */
  readonly version: number;
  met: number;
  place: Place;
  /** It was reset, and not answered since: when, and what it was before. */
  reset: { readonly at: number; readonly state: Place["state"] } | null;
}

/**
 * The answers that stand, as a table in the order of the log, in pieces of text; see csv.ts. At the end come the cards
 * that were reset and not answered since: without a line of their own they would come back learned.
 */
export async function* exportLog(db: Db): AsyncGenerator<string> {
  yield `${LOG_HEADER}\n`;
  const { versions, lastSeq } = await readSnapshot(db);
  const schedulers = await readSchedulers(db);
  const cards = new Map([...versions].map(([cardId, version]) => [cardId, untold(version)]));
  for (let after = 0; after < lastSeq; ) {
    const { entries, last } = await readEntries(db, after, lastSeq);
    let text = "";
    for (const entry of entries) {
      const { cardId } = entry;
      const card = cards.get(cardId) ?? untold(Number.POSITIVE_INFINITY);
      cards.set(cardId, card);
      card.met++;
      if (card.met > card.version || entry.isTaken) continue;
      if (entry.kind === "answer") text += `${told(card, entry, schedulers)}\n`;
      if (entry.kind === "reset") reset(card, entry.at);
    }
    after = last;
    if (text !== "") yield text;
    await turn();
  }
  let resets = "";
  for (const [cardId, { reset }] of cards) {
    if (reset !== null) resets += `${csvLine({ cardId, ...reset, rating: null, durationMs: 0 })}\n`;
  }
  if (resets !== "") yield resets;
}

function untold(version: number): Card {
  return { version, met: 0, place: FIRST_PLACE, reset: null };
}

function told(card: Card, entry: Entry, schedulers: ReadonlyMap<string, SchedulerSettings>): string {
  const { cardId, at, rating, durationMs, schedulerId } = entry;
  const settings = schedulerId === null ? DEFAULT_SETTINGS : schedulers.get(schedulerId);
  if (rating === null || settings === undefined) throw new Error(`an answer to ${cardId} lacks its grade or settings`);
  const { state } = card.place;
  card.place = placeAfter(card.place, rating, settings);
  card.reset = null;
  return csvLine({ cardId, at, rating, state, durationMs: durationMs ?? 0 });
}

function reset(card: Card, at: number): void {
  if (card.place.state !== "new") card.reset = { at, state: card.place.state };
  card.place = FIRST_PLACE;
}

interface Entry {
  readonly cardId: string;
  readonly kind: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly rating: Rating | null;
  readonly schedulerId: string | null;
  readonly durationMs: number | null;
  /** It was taken back, and not redone. */
  readonly isTaken: boolean;
}

const rating = z.literal([...RATINGS]).nullable();
const entryRows = z.array(
  z.tuple([z.string(), z.string(), z.string(), rating, z.string().nullable(), z.int().nullable(), z.int()]).transform(
    ([cardId, kind, at, rating, schedulerId, durationMs, taken]): Entry => ({
      ...{ cardId, kind, rating, schedulerId, durationMs },
      at: Date.parse(at),
      isTaken: taken % 2 === 1,
    }),
  ),
);

/** An entry is taken back if an odd number of entries follow each other in undo, redo, undo … of it. */
const ENTRIES = `
  SELECT max("seq") AS "last", json_group_array(
    json_array("cardId", "kind", "at", "rating", "schedulerId", "durationMs", "taken")) AS "entries"
  FROM (
    SELECT "seq", "cardId", "kind", "at", "rating", "schedulerId", "durationMs",
      CASE WHEN EXISTS (SELECT 1 FROM "Review" AS "taker" WHERE "taker"."undoesId" = "entry"."id")
        THEN (
          WITH RECURSIVE "chain" ("id", "length") AS (
            SELECT "entry"."id", 0
            UNION ALL
            SELECT "taker"."id", "length" + 1 FROM "chain" JOIN "Review" AS "taker" ON "taker"."undoesId" = "chain"."id"
            WHERE "taker"."seq" <= ?
          )
          SELECT max("length") FROM "chain"
        )
        ELSE 0 END AS "taken"
    FROM "Review" AS "entry"
    WHERE "learnerId" = ? AND "seq" > ? AND "seq" <= ? ORDER BY "seq" LIMIT ?)`;

async function readEntries(db: Db, after: number, lastSeq: number): Promise<{ entries: Entry[]; last: number }> {
  const values = [lastSeq, LEARNER, after, lastSeq, ENTRIES_AT_ONCE];
  const [row] = await readRaw(db, { sql: ENTRIES, values });
  const last = Number(row?.last ?? lastSeq);
  return { entries: entryRows.parse(JSON.parse(String(row?.entries))), last };
}
