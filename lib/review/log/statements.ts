import type { Statement, Tx } from "#lib/db/client.ts";

/**
 * SQL for the writes that every answer waits for: Prisma's own `create`, `update` and `upsert` take several times as
 * long, since they read back what they wrote. `guard` is a condition: if it does not hold, nothing is written. Names of
 * tables and columns come from the code alone; every value is bound.
 */
type Columns = Readonly<Record<string, string | number | Date | null>>;

const ALWAYS: Statement = { sql: "true", values: [] };

export function inserting(table: string, row: Columns, guard: Statement = ALWAYS): Statement {
  const values = Object.values(row);
  const marks = values.map(() => "?").join();
  return {
    sql: `INSERT INTO "${table}" (${namesOf(row).join()}) SELECT ${marks} WHERE ${guard.sql}`,
    values: [...values, ...guard.values],
  };
}

/** Many rows with the same columns, at least one; `common` is the same in all of them. */
export function insertingAll(
  table: string,
  rows: readonly Columns[],
  common: Columns,
  guard: Statement = ALWAYS,
): Statement {
  const [first = {}] = rows;
  const marks = (columns: Columns) => Object.keys(columns).map(() => "?");
  const lists = rows.map((row) => `(${marks(row).join()})`).join();
  const shared = marks(common).map((mark) => `, ${mark}`);
  return {
    sql: `INSERT INTO "${table}" (${[...namesOf(first), ...namesOf(common)].join()})
      SELECT *${shared.join("")} FROM (VALUES ${lists}) WHERE ${guard.sql}`,
    values: [...Object.values(common), ...rows.flatMap((row) => Object.values(row)), ...guard.values],
  };
}

/** Adds to many rows at once, as `adding` to one; every row has the same columns, those of the `key` among them. */
export function addingAll(
  table: string,
  key: readonly string[],
  rows: readonly Readonly<Record<string, string | number>>[],
  common: Columns,
  guard: Statement = ALWAYS,
): Statement {
  const columns = Object.keys(rows[0] ?? {});
  const sums = columns.filter((name) => !key.includes(name) && rows.some((row) => row[name] !== 0));
  const some = rows.map((row) => Object.fromEntries([...key, ...sums].map((name) => [name, row[name] ?? 0])));
  const { sql, values } = insertingAll(table, some, common, guard);
  const named = Object.fromEntries([...key, ...Object.keys(common)].map((name) => [name, null]));
  const then = sums.map((name) => `"${name}" = "${name}" + excluded."${name}"`).join();
  const what = sums.length === 0 ? "NOTHING" : `UPDATE SET ${then}`;
  return { sql: `${sql} ON CONFLICT (${namesOf(named).join()}) DO ${what}`, values };
}

/** Adds `counts` to the row with this key, or makes it. */
export function adding(
  table: string,
  key: Columns,
  counts: Readonly<Record<string, number>>,
  guard: Statement = ALWAYS,
): Statement {
  // Every value that is bound costs time; a column that is left out is 0 in a new row.
  const some = Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
  const sums = namesOf(some).map((name) => `${name} = ${name} + excluded.${name}`);
  const { sql, values } = inserting(table, { ...key, ...some }, guard);
  const then = sums.length === 0 ? "NOTHING" : `UPDATE SET ${sums.join()}`;
  return { sql: `${sql} ON CONFLICT (${namesOf(key).join()}) DO ${then}`, values };
}

export function updating(table: string, key: Columns, row: Columns, guard: Statement = ALWAYS): Statement {
  const equations = (columns: Columns) => namesOf(columns).map((name) => `${name} = ?`);
  return {
    sql: `UPDATE "${table}" SET ${equations(row).join()} WHERE ${equations(key).join(" AND ")} AND ${guard.sql}`,
    values: [...Object.values(row), ...Object.values(key), ...guard.values],
  };
}

/** Runs a statement among others of Prisma's; how many rows it has written. */
export async function runStatement(tx: Tx, { sql, values }: Statement): Promise<number> {
  return tx.$executeRawUnsafe(sql, ...values);
}

function namesOf(columns: Columns): string[] {
  return Object.keys(columns).map((name) => `"${name}"`);
}
