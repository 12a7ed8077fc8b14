import { z } from "zod";
import { CARD_LEVELS, type Level } from "#lib/content/levels.ts";
import { type Found, findCards, searchWords } from "#lib/content/search-queries.ts";
import { type Db, readRaw, type Statement } from "#lib/db/client.ts";
import type { Language } from "#lib/i18n/languages.ts";
import { LEARNER } from "#lib/learner/learner.ts";
import { STANDINGS } from "#lib/progress/spread.ts";
import { MATURE_DAYS } from "#lib/scheduling/mark.ts";
import { knownWord } from "./log/rows.ts";

/** The deck that comes with the program fits on one page. */
export const PAGE_SIZE = 100;
/** No deck has more. */
const PAGES_MAX = 1_000_000;

/** Where a card can stand; one that was missed stands elsewhere as well. */
export const SHELVES = [...STANDINGS, "missed"] as const;
export type ShelfName = (typeof SHELVES)[number];

/** What somebody wants to see of the deck; null: whatever it is. */
export interface ShelfWishes {
  /** Words that all have to be there. */
  readonly search: string;
  readonly topic: string | null;
  readonly level: Level | null;
  readonly memory: ShelfName | null;
  /** From 1. */
  readonly page: number;
}

export interface Shelf {
  /** In the order of learning. */
  readonly cards: readonly ShelfCard[];
  /** The page that these are, the last one if there are fewer than was wished for. */
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  /** The search found more than `FOUND_MAX`; the others were not looked at. */
  readonly more: boolean;
}

export interface ShelfCard {
  readonly id: string;
  readonly topicId: string;
  readonly question: string;
  readonly level: Level;
}

/** One page of the learner's cards, those that are not asked any more left out. */
export async function readShelf(db: Db, wishes: ShelfWishes, language: Language): Promise<Shelf> {
  const words = searchWords(wishes.search);
  const found = words.length === 0 ? null : await findCards(db, words, language);
  const among = fitting(wishes, found);
  const wished = Math.min(wishes.page, PAGES_MAX);
  const there = await idsOf(db, among, wished);
  const isLast = there.length <= PAGE_SIZE && (wished === 1 || there.length > 0);
  // What ends on this page is counted already: few cards that fit are looked for only once.
  const total = isLast ? (wished - 1) * PAGE_SIZE + there.length : await countOf(db, among);
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(wished, pages);
  const cardIds = page === wished ? there : await idsOf(db, among, page);
  const cards = await shelfCards(db, cardIds.slice(0, PAGE_SIZE), language);
  return { cards, page, pages, total, more: found?.more ?? false };
}

/** The cards of a page, and the first one of the next. */
async function idsOf(db: Db, among: Statement, page: number): Promise<string[]> {
  const [row] = await readRaw(db, {
    sql: `SELECT json_group_array("cardId") AS "ids" FROM
        (SELECT "cardId" ${among.sql} ORDER BY "order", "cardId" LIMIT ? OFFSET ?)`,
    values: [...among.values, PAGE_SIZE + 1, (page - 1) * PAGE_SIZE],
  });
  return ids.parse(JSON.parse(String(row?.ids ?? "[]")));
}

async function countOf(db: Db, among: Statement): Promise<number> {
  const [row] = await readRaw(db, { sql: `SELECT count(*) AS "total" ${among.sql}`, values: among.values });
  return Number(row?.total ?? 0);
}

const ids = z.array(z.string());

const FITS: Readonly<Record<ShelfName, string>> = {
  new: `"suspendedAt" IS NULL AND "state" = 'new'`,
  learning: `"suspendedAt" IS NULL AND "state" IN ('learning', 'relearning')`,
  young: `"suspendedAt" IS NULL AND "state" = 'review' AND "scheduledDays" < ${MATURE_DAYS}`,
  mature: `"suspendedAt" IS NULL AND "state" = 'review' AND "scheduledDays" >= ${MATURE_DAYS}`,
  suspended: `"suspendedAt" IS NOT NULL`,
  missed: `"suspendedAt" IS NULL AND "missedAt" IS NOT NULL`,
};

/** The memories of the cards that fit. All that is asked of a memory here is in the one index. */
function fitting({ topic, level: wished, memory }: ShelfWishes, found: Found | null): Statement {
  const from: Statement =
    found === null
      ? { sql: 'FROM "Memory" INDEXED BY "Memory_shelf" WHERE "learnerId" = ?', values: [LEARNER] }
      : {
          sql: 'FROM json_each(?) CROSS JOIN "Memory" ON "learnerId" = ? AND "cardId" = "value" WHERE true',
          values: [JSON.stringify(found.cardIds), LEARNER],
        };
  const conditions: Statement[] = [{ sql: '"retired" = 0', values: [] }];
  if (topic !== null) conditions.push(...ofTopic(topic));
  if (wished !== null) conditions.push({ sql: '"level" = ?', values: [wished] });
  if (memory !== null) conditions.push({ sql: FITS[memory], values: [] });
  return {
    sql: [from, ...conditions].map(({ sql }) => sql).join(" AND "),
    values: [from, ...conditions].flatMap(({ values }) => values),
  };
}

/** The id of a card begins with that of its topic; "0" comes behind "/". Where its cards begin and end spares the others. */
function ofTopic(topic: string): Statement[] {
  const edge = (which: "min" | "max") =>
    `(SELECT ${which}("order") FROM "Card" WHERE "topicId" = ? AND "retiredAt" IS NULL)`;
  return [
    { sql: '"cardId" >= ? AND "cardId" < ?', values: [`${topic}/`, `${topic}0`] },
    { sql: `"order" BETWEEN ${edge("min")} AND ${edge("max")}`, values: [topic, topic] },
  ];
}

/** These cards, in this order. */
async function shelfCards(db: Db, cardIds: readonly string[], language: Language): Promise<ShelfCard[]> {
  const rows = await db.card.findMany({
    where: { id: { in: [...cardIds] } },
    select: { id: true, topicId: true, level: true, texts: { where: { language }, select: { question: true } } },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return cardIds.flatMap((id) => {
    const row = byId.get(id);
    if (row === undefined) return [];
    return {
      id,
      topicId: row.topicId,
      question: row.texts[0]?.question ?? id,
      level: knownWord(CARD_LEVELS, row.level, "Card.level"),
    };
  });
}
