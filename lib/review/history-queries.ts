import type { Db } from "#lib/db/client.ts";
import type { Language } from "#lib/i18n/languages.ts";
import { IMPORTED, LEARNER } from "#lib/learner/learner.ts";
import { RATINGS, type Rating } from "#lib/scheduling/rating.ts";
import { LOG_KINDS, type LogKind, standing } from "#lib/scheduling/replay.ts";
import { knownWord } from "./log/rows.ts";
import { answerInput } from "./schema.ts";

/** So many entries are read at first, and four times as many until something is found that stands. */
const WINDOW = 60;
const WINDOW_MAX = 4_000;

export interface DoneEntry {
  /** The entry that an undo or redo has to take back. */
  readonly entryId: string;
  readonly kind: LogKind;
  readonly rating: Rating | null;
  readonly question: string;
}

export interface CardHistory {
  /** What Undo would take back, and what Redo would bring back; null: nothing. */
  readonly undoable: DoneEntry | null;
  readonly redoable: DoneEntry | null;
  /** The card that was answered by the entry taken back last, when nothing was done since; it is asked again first. */
  readonly justUndone: { readonly cardId: string; readonly notes: string; readonly ticked: readonly string[] } | null;
}

/** The end of the log as a learner thinks of it: what was done last, and what was undone last. */
export async function readHistory(db: Db, language: Language): Promise<CardHistory> {
  const rows = await lastEntries(db);
  const log = rows.toReversed();
  const byId = new Map(log.map((entry) => [entry.id, entry]));
  const takers = new Map(log.map((entry) => [entry.undoesId, entry]));
  const last = standing(log).at(-1);
  const lastUndo = log.findLast(({ id, kind }) => kind === "undo" && !takers.has(id));
  const isFresh = lastUndo !== undefined && !log.some((entry) => entry.undoesId === null && isAfter(entry, lastUndo));
  function isAfter(one: { id: string }, other: { id: string }) {
    return rows.findIndex(({ id }) => id === one.id) < rows.findIndex(({ id }) => id === other.id);
  }
  /** The end of the chain of undo and redo that begins with this entry. */
  const tipOf = (id: string): string => {
    const taker = takers.get(id);
    return taker === undefined ? id : tipOf(taker.id);
  };
  const rootOf = (id: string): string => {
    const before = byId.get(id)?.undoesId;
    return before && byId.has(before) ? rootOf(before) : id;
  };
  const undone = isFresh ? rootOf(lastUndo.id) : null;
  return {
    undoable: last ? await done(db, last.id, tipOf(last.id), language) : null,
    redoable: isFresh && undone !== null ? await done(db, undone, lastUndo.id, language) : null,
    justUndone: undone !== null && log.at(-1)?.kind === "undo" ? await draftOf(db, undone) : null,
  };
}

/** The end of the log, the latest first, as far back as the last thing that stands; what was imported is left out. */
async function lastEntries(db: Db) {
  for (let take = WINDOW; ; take *= 4) {
    const rows = await db.review.findMany({
      where: { learnerId: LEARNER, algorithm: { not: IMPORTED } },
      orderBy: { seq: "desc" },
      take,
      select: { id: true, kind: true, rating: true, undoesId: true },
    });
    if (rows.length < take || take >= WINDOW_MAX || standing(rows.toReversed()).length > 0) return rows;
  }
}

async function done(db: Db, id: string, entryId: string, language: Language): Promise<DoneEntry> {
  const { kind, rating, card } = await db.review.findUniqueOrThrow({
    where: { id },
    select: { kind: true, rating: true, card: { select: { id: true, texts: { where: { language } } } } },
  });
  return {
    entryId,
    kind: knownWord(LOG_KINDS, kind, "Review.kind"),
    rating: rating === null ? null : knownWord(RATINGS, rating, "Review.rating"),
    question: card.texts[0]?.question ?? card.id,
  };
}

/** What an answer held that was taken back, to go on from there; null for what is no answer. */
async function draftOf(db: Db, id: string): Promise<CardHistory["justUndone"]> {
  const row = await db.review.findUniqueOrThrow({ where: { id }, include: { card: { select: { retiredAt: true } } } });
  if (row.kind !== "answer" || row.card.retiredAt !== null) return null;
  const ticked = answerInput.shape.tickedKeyPoints.parse(row.tickedKeyPoints ?? []);
  return { cardId: row.cardId, notes: row.notes ?? "", ticked };
}
