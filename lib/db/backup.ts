import { existsSync, linkSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import { aside } from "./aside.ts";
import { faultsOf, remove } from "./whole.ts";

export type BackedUp =
  | { readonly ok: true; readonly file: string; readonly bytes: number }
  /** There is a file of that name already. */
  | { readonly ok: false; readonly reason: "exists" }
  /** What is wrong with the database, or with the copy: there is none, then. */
  | { readonly ok: false; readonly reason: "damaged"; readonly faults: readonly string[] };

/**
 * Copies the database into one new file, beside a server that writes to it as well: the copy holds all that was
 * acknowledged before. It gets its name when it was checked and is on the disk. `signal` ends it; nothing is left then.
 *
 * Throws what is wrong with the disk or with the folder of `to`.
 */
export async function backUp(file: string, to: string, signal?: AbortSignal): Promise<BackedUp> {
  if (existsSync(to)) return { ok: false, reason: "exists" };
  mkdirSync(path.dirname(to), { recursive: true });
  const unfinished = `${to}.unfinished-${process.pid}`;
  remove(unfinished);
  try {
    const faults = await copied(file, unfinished, signal);
    if (faults.length > 0) return { ok: false, reason: "damaged", faults };
    const handle = await open(unfinished, "r+");
    await handle.sync();
    await handle.close();
    if (!named(unfinished, to)) return { ok: false, reason: "exists" };
    return { ok: true, file: to, bytes: statSync(to).size };
  } finally {
    remove(unfinished);
  }
}

/** Makes the copy; what is wrong with it, or with what it was made from. */
async function copied(file: string, to: string, signal?: AbortSignal): Promise<string[]> {
  try {
    await aside(file, [{ sql: "VACUUM INTO ?", values: [to] }], signal);
  } catch (error) {
    const isDamaged = error instanceof Error && "rawCode" in error && (Number(error.rawCode) & 0xff) === 11;
    if (!isDamaged) throw error;
    return faultsOf(file, "full", signal);
  }
  return faultsOf(to, "full", signal);
}

/** Gives the copy its name, unless somebody else took it meanwhile. */
function named(unfinished: string, to: string): boolean {
  try {
    linkSync(unfinished, to);
    rmSync(unfinished);
  } catch (error) {
    if (existsSync(to)) return false;
    // The disk knows no second names.
    if (error instanceof Error) renameSync(unfinished, to);
  }
  return true;
}
