import { PrismaClient } from "#lib/generated/prisma/client.ts";
import { databaseFile } from "./file.ts";
import { LocalSqlite, type RawRow, type Statement } from "./sqlite.ts";

export type { Statement };
export type Db = PrismaClient;
/** Inside a transaction; never use the outer client there (it waits for the transaction to end). */
export type Tx = Parameters<Parameters<Db["$transaction"]>[0]>[0];

/** What a server has one of, however often its parts load this file, or reload it in development. */
const holder = globalThis as unknown as { retransmitDb?: Db; retransmitAdapters?: WeakMap<Db, LocalSqlite> };
holder.retransmitAdapters ??= new WeakMap();
const adapters = holder.retransmitAdapters;

export function openDatabase(file: string): Db {
  const adapter = new LocalSqlite({ url: `file:${file}` });
  const db = new PrismaClient({ adapter });
  adapters.set(db, adapter);
  return db;
}

/** See `LocalSqlite.writeTogether`. */
export async function writeTogether(db: Db, statements: readonly Statement[]): Promise<number[]> {
  return (await adapterOf(db)).writeTogether(statements);
}

/** See `LocalSqlite.read`. */
export async function readRaw(db: Db, statement: Statement): Promise<RawRow[]> {
  return (await adapterOf(db)).read(statement);
}

async function adapterOf(db: Db): Promise<LocalSqlite> {
  const adapter = adapters.get(db);
  if (adapter === undefined) throw new Error("this client was not made by openDatabase");
  await db.$connect();
  return adapter;
}

/** The server's one client. */
export function db(): Db {
  holder.retransmitDb ??= openDatabase(databaseFile());
  return holder.retransmitDb;
}
