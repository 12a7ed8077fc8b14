import { mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { createClient } from "@libsql/client";
import { applyMigrations, diagnose } from "./migrations.ts";
import { LOCK_WAIT_MS, LocalSqlite } from "./sqlite.ts";
import { type Trouble, troubleOf } from "./trouble.ts";

export type Prepared =
  | { ok: true; applied: string[]; backup: string | null }
  | { ok: false; trouble: Trouble | "newer" | "edited" | "failed" | "foreign"; detail: string };

/**
 * Makes the file ready for this version: creates it, or backs it up and migrates it, or leaves it as it is.
 * A file that cannot be used is an outcome, not a crash, and is left untouched.
 */
export async function prepareDatabase(file: string): Promise<Prepared> {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    const factory = new LocalSqlite({ url: `file:${file}` });
    const standing = await diagnose(factory);
    if ("names" in standing) return { ok: false, trouble: standing.kind, detail: standing.names.join(", ") };
    const backup = standing.kind === "behind" ? await backUp(file, standing.pending[0] ?? "upgrade") : null;
    const applied = standing.kind === "current" ? [] : await applyMigrations(factory);
    await proveWritable(file);
    return { ok: true, applied, backup };
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble === null) throw error;
    return { ok: false, trouble, detail: error instanceof Error ? error.message : String(error) };
  }
}

/** Writes and takes it back (the lock alone is also given for a file that may only be read): better told now than later. */
async function proveWritable(file: string): Promise<void> {
  const client = createClient({ url: `file:${file}`, timeout: LOCK_WAIT_MS });
  try {
    await client.execute("BEGIN IMMEDIATE");
    await client.execute('CREATE TABLE "writable" (x)');
    await client.execute("ROLLBACK");
  } finally {
    client.close();
  }
}

/** SQLite migrations are not atomic, so there is a consistent copy of the file beside it first. Its path. */
async function backUp(file: string, beforeMigration: string): Promise<string> {
  const copy = `${file}.before-${beforeMigration}`;
  const unfinished = `${copy}.unfinished`;
  rmSync(unfinished, { force: true });
  const client = createClient({ url: `file:${file}` });
  try {
    await client.execute({ sql: "VACUUM INTO ?", args: [unfinished] });
  } finally {
    client.close();
  }
  renameSync(unfinished, copy);
  return copy;
}
