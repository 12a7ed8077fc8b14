import { z } from "zod";
import { type Db, readRaw } from "#lib/db/client.ts";
import { LEARNER } from "#lib/learner/learner.ts";
import type { Tallies } from "./sums.ts";
import { DAY_COUNTS, PREDICTION_COUNTS } from "./tallies.ts";

/**
 * How far the log went at one moment, so that it can be read bit by bit while others write: a card's log is the first
 * `version` of its entries, whatever follows.
 */
export interface Snapshot {
  /** By the id of the card, in the order of the ids. */
  readonly versions: ReadonlyMap<string, number>;
  /** No entry had a higher number. */
  readonly lastSeq: number;
}

/** Of every card there is: the quickest form that there is for so many, and no schema, which takes longer than all else. */
const VERSIONS = `(SELECT json_group_object("cardId", "version") FROM
    (SELECT "cardId", "version" FROM "Memory" WHERE "learnerId" = ? ORDER BY "cardId")) AS "versions",
  (SELECT coalesce(max("seq"), 0) FROM "Review") AS "lastSeq"`;

export async function readSnapshot(db: Db): Promise<Snapshot> {
  const [row] = await readRaw(db, { sql: `SELECT ${VERSIONS}`, values: [LEARNER] });
  return snapshotIn(row);
}

/** The same together with the tallies of that moment: one statement sees one state of the database. */
export async function readTallied(db: Db): Promise<Snapshot & { readonly tallies: Tallies }> {
  const sql = `SELECT ${VERSIONS}, ${TABLES.map(({ name, columns }) => rowsOf(name, columns)).join()}`;
  const [row] = await readRaw(db, { sql, values: [LEARNER, ...TABLES.map(() => LEARNER)] });
  const [days, recalls, bins] = TABLES.map(({ name, columns }) => tableIn(row?.[name], columns));
  // Each table was just read by the names of its columns.
  return { ...snapshotIn(row), tallies: { days, recalls, bins } as unknown as Tallies };
}

function snapshotIn(row: Readonly<Record<string, unknown>> | undefined): Snapshot {
  const versions = JSON.parse(String(row?.versions)) as Record<string, number>;
  return { versions: new Map(Object.entries(versions)), lastSeq: Number(row?.lastSeq) };
}

const TABLES = [
  { name: "DayTally", columns: ["day", ...DAY_COUNTS] },
  { name: "RecallTally", columns: ["bin", ...PREDICTION_COUNTS] },
  { name: "BinTally", columns: ["deltaT", "length", "lapses", ...PREDICTION_COUNTS] },
] as const;

function rowsOf(table: string, columns: readonly string[]): string {
  const list = columns.map((column) => `"${column}"`).join();
  return `(SELECT json_group_array(json_array(${list})) FROM "${table}" WHERE "learnerId" = ?) AS "${table}"`;
}

function tableIn(json: unknown, columns: readonly string[]): Record<string, unknown>[] {
  const rows = z.array(z.array(z.union([z.string(), z.number()]))).parse(JSON.parse(String(json)));
  return rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));
}
