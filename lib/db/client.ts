import { PrismaClient } from "#lib/generated/prisma/client.ts";
import { databaseFile } from "./file.ts";
import { LocalSqlite } from "./sqlite.ts";

export type Db = PrismaClient;
/** Inside a transaction; never use the outer client there (it waits for the transaction to end). */
export type Tx = Parameters<Parameters<Db["$transaction"]>[0]>[0];

export function openDatabase(file: string): Db {
  return new PrismaClient({ adapter: new LocalSqlite({ url: `file:${file}` }) });
}

const holder = globalThis as unknown as { retransmitDb?: Db };

/** The server's one client; kept on globalThis so that a reload in development opens no second one. */
export function db(): Db {
  holder.retransmitDb ??= openDatabase(databaseFile());
  return holder.retransmitDb;
}
