import { statSync } from "node:fs";
import { type Client, createClient, type InStatement, LibsqlError, type Transaction } from "@libsql/client";
import { PrismaLibSql } from "@prisma/adapter-libsql";
import { DatabaseReplaced } from "./trouble.ts";

type Config = ConstructorParameters<typeof PrismaLibSql>[0];

/** How long a statement waits for a lock that another program holds. */
export const LOCK_WAIT_MS = 5_000;

/** FULL: what was acknowledged is on the disk, whatever happens to the power. */
const PRAGMAS = [
  "PRAGMA journal_mode = WAL",
  "PRAGMA synchronous = FULL",
  "PRAGMA foreign_keys = ON",
  "PRAGMA cache_size = -16000",
];

/**
 * Prisma's libsql adapter on ONE local SQLite connection.
 *
 * The stock local libsql client opens a new connection after every transaction and never closes the old one: two file
 * descriptors leak per transaction, and connection PRAGMAs are lost. Here a transaction runs on the same connection.
 * That is safe because the Prisma adapter holds its mutex for the whole transaction, so no other statement can slip in.
 * BEGIN IMMEDIATE takes the write lock at once, so a second process waits (busy_timeout) instead of failing in the
 * middle with SQLITE_BUSY_SNAPSHOT.
 */
export class LocalSqlite extends PrismaLibSql {
  constructor(config: Config & { timeout?: number }) {
    // timeout is SQLite's busy_timeout. intMode: without it every value above 2^53 makes the read throw.
    super({ timeout: LOCK_WAIT_MS, intMode: "bigint", ...config } as Config);
  }

  override createClient(config: Config): Client {
    const client = createClient(config);
    return client.protocol === "file" ? onOneConnection(client, fileOf(config.url)) : client;
  }
}

/** The client with `execute` and `transaction` replaced: one connection, configured once, renewed when it broke. */
function onOneConnection(client: Client, file: string | null): Client {
  const execute = client.execute.bind(client) as (statement: InStatement) => ReturnType<Client["execute"]>;
  let configured: Promise<void> | undefined;
  let isConfigured = false;
  let opened: string | null = null;
  let inTransaction = false;

  const configure = async () => {
    for (const pragma of PRAGMAS) await execute(pragma);
    opened = identityOf(file);
    isConfigured = true;
  };
  // A statement that failed with SQLITE_BUSY is never finalised by libsql-js, and then no COMMIT on that connection
  // succeeds any more ("SQL statements in progress"). Only a new connection helps; it is configured when it is needed.
  const renew = async () => {
    configured = undefined;
    isConfigured = false;
    await client.reconnect();
  };

  const run = async (statement: InStatement) => {
    try {
      configured ??= configure();
      await configured;
      if (!inTransaction && identityOf(file) !== opened) {
        throw new DatabaseReplaced(`${file} is not the file that was opened`);
      }
      return await execute(statement);
    } catch (error) {
      if (!inTransaction && (!isConfigured || isBusy(error))) await renew();
      // The adapter recognises "no such table: …"; the client says "SQLITE_ERROR: no such table: …".
      if (error instanceof LibsqlError) error.message = error.message.replace(/^SQLITE_[A-Z_]+: /, "");
      throw error;
    }
  };

  const end = async (how: "COMMIT" | "ROLLBACK") => {
    if (!inTransaction) return;
    try {
      await run(how);
      inTransaction = false;
    } catch (error) {
      if (how === "COMMIT") {
        await end("ROLLBACK");
        throw error;
      }
      inTransaction = false;
      await renew();
    }
  };

  client.execute = run as Client["execute"];
  client.transaction = async () => {
    await run("BEGIN IMMEDIATE");
    inTransaction = true;
    const transaction: Pick<
      Transaction,
      "closed" | "execute" | "batch" | "executeMultiple" | "commit" | "rollback" | "close"
    > = {
      get closed() {
        return !inTransaction;
      },
      execute: run,
      batch: async (statements) => {
        const results = [];
        for (const statement of statements) results.push(await run(statement as InStatement));
        return results;
      },
      executeMultiple: (sql) => client.executeMultiple(sql),
      commit: () => end("COMMIT"),
      rollback: () => end("ROLLBACK"),
      close: () => void end("ROLLBACK"),
    };
    return transaction as Transaction;
  };
  return client;
}

function isBusy(error: unknown): boolean {
  return error instanceof LibsqlError && error.rawCode !== undefined && (error.rawCode & 0xff) === 5;
}

function fileOf(url: string): string | null {
  return url.startsWith("file:") && !url.includes(":memory:") ? url.slice("file:".length) : null;
}

/** Tells one file from another of the same name; null: there is none (or it is in memory). */
function identityOf(file: string | null): string | null {
  if (file === null) return null;
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? null : `${stat.dev}:${stat.ino}`;
}
