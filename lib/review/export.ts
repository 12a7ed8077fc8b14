import type { Db } from "#lib/db/client.ts";
import { type CardRecord, folded, freshRecord, takenBack } from "#lib/scheduling/replay.ts";
import { LOG_HEADER, lineOf } from "./csv.ts";
import { LEARNER, readSchedulers } from "./learner.ts";
import { logEntryOf } from "./rows.ts";

/** So many answers are read, and handed on, at once. */
const ANSWERS_AT_ONCE = 2_000;

/**
 * The answers that stand, as a table in the order of time, in pieces of text; see csv.ts. A whole log need not fit into
 * memory: only each card's record does, which tells the state before each answer.
 */
export async function* exportLog(db: Db): AsyncGenerator<string> {
  yield `${LOG_HEADER}\n`;
  // What is answered meanwhile is for the next export.
  const { _max } = await db.review.aggregate({ where: { learnerId: LEARNER }, _max: { seq: true } });
  const upTo = { learnerId: LEARNER, seq: { lte: _max.seq ?? 0 } };
  const schedulers = await readSchedulers(db);
  const gone = takenBack(
    await db.review.findMany({
      where: { ...upTo, undoesId: { not: null } },
      orderBy: { seq: "asc" },
      select: { id: true, undoesId: true },
    }),
  );
  const inTime = [{ at: "asc" }, { seq: "asc" }] as const;
  const resets = (await db.review.findMany({ where: { ...upTo, kind: "reset" }, orderBy: [...inTime] })).filter(
    ({ id }) => !gone.has(id),
  );
  const records = new Map<string, CardRecord>();
  let last: number | null = null;
  for (;;) {
    const rows: Awaited<ReturnType<typeof db.review.findMany>> = await db.review.findMany({
      where: { ...upTo, kind: "answer" },
      orderBy: [...inTime],
      take: ANSWERS_AT_ONCE,
      ...(last !== null && { cursor: { seq: last }, skip: 1 }),
    });
    let text = "";
    for (const row of rows) {
      while (resets[0] && isBefore(resets[0], row)) records.delete(resets.shift()?.cardId ?? "");
      if (gone.has(row.id)) continue;
      const entry = logEntryOf(row, schedulers);
      const { cardId, rating, durationMs } = entry;
      if (rating === null) throw new Error(`the answer ${row.id} has no rating`);
      const before = records.get(cardId) ?? freshRecord();
      records.set(cardId, folded(before, entry));
      const { state } = before.memory;
      text += `${lineOf({ cardId, at: entry.at.getTime(), rating, state, durationMs: durationMs ?? 0 })}\n`;
    }
    if (text !== "") yield text;
    if (rows.length < ANSWERS_AT_ONCE) return;
    last = rows.at(-1)?.seq ?? null;
  }
}

interface Placed {
  readonly at: Date;
  readonly seq: number;
}

function isBefore(one: Placed, other: Placed): boolean {
  return one.at < other.at || (one.at.getTime() === other.at.getTime() && one.seq < other.seq);
}
