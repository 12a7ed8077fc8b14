import { z } from "zod";
import { type Db, readRaw } from "#lib/db/client.ts";
import type { Language } from "#lib/i18n/languages.ts";

/** A longer question is no search. */
export const QUERY_MAX = 100;
/** So many cards that match are looked at, however large the deck is. */
export const FOUND_MAX = 1_000;
const WORDS_MAX = 8;
/** The index knows runs of so many characters. */
const RUN = 3;
/** A word shorter than a run is looked for among so many of the runs that begin with it. */
const RUNS_MAX = 4 * FOUND_MAX;

/** The index of each language's texts; a migration makes them, and triggers keep them. */
const INDEX = { en: "CardSearchEn", zh: "CardSearchZh" } as const satisfies Record<Language, string>;

export interface Found {
  readonly cardIds: readonly string[];
  /** There are others. */
  readonly more: boolean;
}

/** What a text is searched for: what stands between spaces, letter for letter, whatever it is. */
export function searchWords(query: string): string[] {
  const words = query.normalize().replaceAll("\0", " ").slice(0, QUERY_MAX).split(/\s+/u).filter(Boolean);
  return [...new Set(words)].slice(0, WORDS_MAX);
}

/**
 * Cards whose question, answer, key points or topic hold every word, in this language; small letters and capitals are
 * alike. Found by an index of runs of three characters, so that Chinese and symbols are found like anything else, and at
 * most `FOUND_MAX` are. Those that are not asked any more are among them.
 */
export async function findCards(db: Db, words: readonly string[], language: Language): Promise<Found> {
  const long = words.filter((word) => lengthOf(word) >= RUN);
  const short = words.filter((word) => lengthOf(word) < RUN);
  const [driving = ""] = short;
  const { numbers, more } =
    long.length > 0 ? await holding(db, long, language) : await beginning(db, driving, language);
  const rest = long.length > 0 ? short : short.slice(1);
  const { sql, values } = rest.length > 0 ? textsWith(rest) : { sql: 'SELECT "cardId" FROM "SearchEntry"', values: [] };
  const [row] = await readRaw(db, {
    sql: `SELECT json_group_array("cardId") AS "ids" FROM (${sql} ${values.length > 0 ? "AND" : "WHERE"} "seq" IN (SELECT "value" FROM json_each(?)))`,
    values: [...values, JSON.stringify(numbers)],
  });
  return { cardIds: listed.pipe(z.array(z.string())).parse(row?.ids), more };
}

/** The numbers of texts that hold all of these, the oldest first. */
async function holding(db: Db, words: readonly string[], language: Language) {
  const quoted = words.map((word) => `"${word.replaceAll('"', '""')}"`);
  const [row] = await readRaw(db, {
    sql: `SELECT json_group_array("seq") AS "numbers" FROM
        (SELECT rowid AS "seq" FROM "${INDEX[language]}" WHERE "text" MATCH ? ORDER BY rowid LIMIT ?)`,
    values: [quoted.join(" AND "), FOUND_MAX + 1],
  });
  return upToMax(numbersIn(row), FOUND_MAX);
}

/** The numbers of texts that hold this, which is shorter than a run: those where a run begins with it. */
async function beginning(db: Db, word: string, language: Language) {
  const from = word.toLowerCase();
  const [row] = await readRaw(db, {
    sql: `SELECT json_group_array("doc") AS "numbers" FROM
        (SELECT "doc" FROM "${INDEX[language]}Run" WHERE "term" >= ? AND "term" < ? LIMIT ?)`,
    values: [from, `${from}\u{10ffff}`, RUNS_MAX + 1],
  });
  const runs = upToMax(numbersIn(row), RUNS_MAX);
  const texts = upToMax(
    [...new Set(runs.numbers)].sort((a, b) => a - b),
    FOUND_MAX,
  );
  return { numbers: texts.numbers, more: runs.more || texts.more };
}

function textsWith(words: readonly string[]) {
  const holds = words.map(() => `"text" LIKE ? ESCAPE '\\'`).join(" AND ");
  return {
    sql: `SELECT "cardId" FROM "SearchText" WHERE ${holds}`,
    values: words.map((word) => `%${word.replaceAll(/[\\%_]/g, "\\$&")}%`),
  };
}

const listed = z.string().transform((text) => JSON.parse(text) as unknown);

function numbersIn(row: Readonly<Record<string, unknown>> | undefined): number[] {
  return listed.pipe(z.array(z.int())).parse(row?.numbers);
}

function upToMax(numbers: readonly number[], max: number) {
  return { numbers: numbers.slice(0, max), more: numbers.length > max };
}

/** In characters as the index counts them. */
function lengthOf(word: string): number {
  return [...word].length;
}
