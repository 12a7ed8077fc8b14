import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { createClient } from "@libsql/client";
import { applyMigrations, diagnose } from "./migrations.ts";
import { LocalSqlite } from "./sqlite.ts";
import { type Trouble, troubleOf } from "./trouble.ts";

export type Prepared =
  | { ok: true; applied: string[]; backup: string | null }
  | { ok: false; trouble: Trouble | "newer" | "edited"; detail: string };

/**
 * Makes the file ready for this version: creates it, or backs it up and migrates it, or leaves it as it is.
 * A file that cannot be used is an outcome, not a crash, and is left untouched.
 */
export async function prepareDatabase(file: string): Promise<Prepared> {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    const factory = new LocalSqlite({ url: `file:${file}` });
    const standing = await diagnose(factory);
    if (standing.kind === "newer" || standing.kind === "edited") {
      return { ok: false, trouble: standing.kind, detail: standing.names.join(", ") };
    }
    const backup = standing.kind === "behind" ? await backUp(file, standing.pending[0] ?? "upgrade") : null;
    // Also when it is current: the engine's lock proves that the file can be written.
    return { ok: true, applied: await applyMigrations(factory), backup };
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble === null) throw error;
    return { ok: false, trouble, detail: error instanceof Error ? error.message : String(error) };
  }
}

/** SQLite migrations are not atomic, so there is a consistent copy of the file beside it first. Its path. */
async function backUp(file: string, beforeMigration: string): Promise<string> {
  const copy = `${file}.before-${beforeMigration}`;
  if (existsSync(copy)) return copy;
  const client = createClient({ url: `file:${file}` });
  try {
    await client.execute({ sql: "VACUUM INTO ?", args: [copy] });
  } finally {
    client.close();
  }
  return copy;
}
