import { existsSync, linkSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import { aside } from "./aside.ts";
import { makeFolder } from "./folder.ts";
import { DiskFull, isDiskFull } from "./room.ts";
import { type Trouble, troubleOf } from "./trouble.ts";
import { faultsOf, remove } from "./whole.ts";

export type BackedUp =
  | { readonly ok: true; readonly file: string; readonly bytes: number }
  /** There is a file of that name already. */
  | { readonly ok: false; readonly reason: "exists" }
  /** What is wrong with the database, or with the copy: there is none, then. */
  | { readonly ok: false; readonly reason: "damaged"; readonly faults: readonly string[] }
  /** The place for the backup cannot take it; nothing is wrong with the database. */
  | { readonly ok: false; readonly reason: "no-place"; readonly trouble: Trouble; readonly detail: string };

/**
 * Copies the database into one new file, beside a server that writes to it as well: the copy holds all that was
 * acknowledged before. It gets its name when it was checked and is on the disk. `signal` ends it; nothing is left then.
 *
 * Throws what is wrong with the database's own disk or folder.
 */
export async function backUp(file: string, to: string, signal?: AbortSignal): Promise<BackedUp> {
  if (existsSync(to)) return { ok: false, reason: "exists" };
  const unfinished = beside(to);
  try {
    await at(() => {
      makeFolder(path.dirname(to));
      // SQLite fills an empty file as well as it makes one; what the folder has against a file is told here.
      remove(unfinished);
      writeFileSync(unfinished, "", { flag: "wx" });
    });
    const faults = await copied(file, unfinished, signal);
    if (faults.length > 0) return { ok: false, reason: "damaged", faults };
    const isNamed = await at(async () => {
      const handle = await open(unfinished, "r+");
      await handle.sync();
      await handle.close();
      return named(unfinished, to);
    });
    return isNamed ? { ok: true, file: to, bytes: statSync(to).size } : { ok: false, reason: "exists" };
  } catch (error) {
    if (!(error instanceof NoPlace)) throw error;
    return { ok: false, reason: "no-place", trouble: error.trouble, detail: error.message };
  } finally {
    if (existsSync(unfinished)) remove(unfinished);
  }
}

/** Where the copy is made: its name begins as the backup's, so that what a kill leaves is swept up with it. */
function beside(to: string): string {
  return path.join(path.dirname(to), `${path.basename(to).slice(0, 80)}.unfinished-${process.pid}`);
}

/** Thrown within this file: the folder or the disk of the backup cannot take it. */
class NoPlace extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.trouble = trouble;
  }
}

/** Does something at the place of the backup alone: what the system has against it is that place's. */
async function at<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    throw new NoPlace(troubleOf(error) ?? "unreachable", error);
  }
}

/** Makes the copy; what is wrong with it, or with what it was made from. */
async function copied(file: string, to: string, signal?: AbortSignal): Promise<string[]> {
  try {
    await aside(file, [{ sql: "VACUUM INTO ?", values: [to] }], signal);
  } catch (error) {
    if (isDiskFull(error, to)) throw new NoPlace("full", new DiskFull(to, { cause: error }));
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
