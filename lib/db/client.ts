import { PrismaClient } from "#lib/generated/prisma/client.ts";
import { SqliteAdapterFactory } from "./adapter.ts";
import { databaseFile } from "./file.ts";
import { LOCK_WAIT_MS, OPTIMIZE, Sqlite, type Statement } from "./sqlite.ts";

export type { Statement };
export type Db = PrismaClient;
/** Inside a transaction; what the outer client reads there does not see what was written in it. */
export type Tx = Parameters<Parameters<Db["$transaction"]>[0]>[0];

/** A row past Prisma: dates and JSON are text, whole numbers bigint. */
export type RawRow = Readonly<Record<string, unknown>>;

interface Options {
  /** Milliseconds that a statement waits for a lock of another program's. */
  readonly lockWaitMs?: number;
  /** This program has the lock on the file; see `Sqlite`. */
  readonly owns?: boolean;
}

/** What a server has one of, however often its parts load this file, or reload it in development. */
const holder = globalThis as unknown as { retransmitDb?: Db; retransmitFiles?: WeakMap<Db, Sqlite> };
holder.retransmitFiles ??= new WeakMap();
const files = holder.retransmitFiles;

/** A client of its own for a file that is prepared; `$disconnect` closes it. */
export function openDatabase(file: string, { lockWaitMs = LOCK_WAIT_MS, owns = false }: Options = {}): Db {
  const sqlite = new Sqlite(file, { lockWaitMs, owns });
  const db = new PrismaClient({
    adapter: new SqliteAdapterFactory(() => sqlite),
    // Whoever waits for a lock is told of the lock, not of Prisma's patience.
    transactionOptions: { maxWait: lockWaitMs + 60_000 },
  });
  files.set(db, sqlite);
  return db;
}

/**
 * Writes all the statements or none, past Prisma; how many rows each has written. It takes a quarter of the time of
 * Prisma's transaction, for what people wait for most often. It waits for a transaction that is open.
 */
export async function writeTogether(db: Db, statements: readonly Statement[]): Promise<number[]> {
  return (await (await fileOf(db)).write(statements)).map(({ written }) => written);
}

/** Reads past Prisma; as quick, as bare, and as patient. It sees what was committed. */
export async function readRaw(db: Db, statement: Statement): Promise<RawRow[]> {
  const { columns, rows } = await (await fileOf(db)).read(statement);
  return rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));
}

async function fileOf(db: Db): Promise<Sqlite> {
  const sqlite = files.get(db);
  if (sqlite === undefined) throw new Error("this client was not made by openDatabase");
  // Prisma closes what it has connected.
  await db.$connect();
  return sqlite;
}

/** The server's one client. */
export function db(): Db {
  holder.retransmitDb ??= openDatabase(databaseFile(), { owns: true });
  return holder.retransmitDb;
}

/** Gives SQLite's planner what it wants to know of tables that have grown; quick, whatever their size. */
export async function tidyDatabase(): Promise<void> {
  await (await fileOf(db())).alone((writer) => {
    for (const sql of OPTIMIZE) writer.run(sql, []);
  });
}

/** Ends what `db()` began, if it did: the write at hand is finished, the file is whole by itself, nothing follows. */
export async function closeDatabase(): Promise<void> {
  await holder.retransmitDb?.$disconnect();
}
