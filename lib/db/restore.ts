import { existsSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { makeFolder } from "./folder.ts";
import { takeLock } from "./lock.ts";
import { diagnose } from "./migrations.ts";
import { troubleOf } from "./trouble.ts";
import {
  copyWithLog,
  faultsOf,
  fold,
  insistOnFile,
  inTheMaking,
  isThere,
  putInPlace,
  remove,
  unusedName,
} from "./whole.ts";

export type Restored =
  /** `kept`: where the database is that was there before; null: there was none. */
  | { readonly ok: true; readonly kept: string | null }
  | {
      readonly ok: false;
      readonly reason: "missing" | "same" | "running" | "foreign" | "newer" | "damaged";
      readonly detail: string;
    };

/**
 * Puts a backup in the place of the database, once a copy of it was found to be whole. What is there now is kept beside it,
 * with the log of its last changes. Refused, nothing changed, while a server runs. The backup itself is only read; if a log
 * (-wal) lies beside it, what stands in it comes along.
 */
export async function restore(backup: string, file: string, now: Date): Promise<Restored> {
  // A pipe would be waited for, a folder be no file.
  if (!statSync(backup, { throwIfNoEntry: false })?.isFile()) return { ok: false, reason: "missing", detail: backup };
  insistOnFile(file);
  if (existsSync(file) && realpathSync(backup) === realpathSync(file))
    return { ok: false, reason: "same", detail: file };
  makeFolder(path.dirname(file));
  const lock = takeLock(file);
  if (lock === null) return { ok: false, reason: "running", detail: file };
  const copy = inTheMaking(file, "restoring");
  try {
    remove(copy);
    copyWithLog(backup, copy);
    const refused = await whyNot(copy);
    if (refused !== null) return refused;
    const stamp = now.toISOString().slice(0, "2026-11-30T07:30:00".length).replaceAll(":", "-");
    const kept = isThere(file) ? unusedName(`${file}.before-restore-${stamp}`, "") : null;
    await putInPlace(copy, file, kept ?? `${file}.before-restore`);
    return { ok: true, kept };
  } finally {
    remove(copy);
    lock.release();
  }
}

/** Why a file is no backup that could be used; null: it is one. It is one whole file afterwards. */
async function whyNot(file: string): Promise<Extract<Restored, { ok: false }> | null> {
  try {
    await fold(file);
    const standing = await diagnose(file);
    if (standing.kind === "newer") return { ok: false, reason: "newer", detail: standing.names.join(", ") };
    if (standing.kind !== "current" && standing.kind !== "behind") {
      return { ok: false, reason: "foreign", detail: "names" in standing ? standing.names.join(", ") : "it is empty" };
    }
    const faults = await faultsOf(file, "full");
    return faults.length === 0 ? null : { ok: false, reason: "damaged", detail: faults.join("; ") };
  } catch (error) {
    if (troubleOf(error) !== "damaged") throw error;
    return { ok: false, reason: "damaged", detail: error instanceof Error ? error.message : String(error) };
  }
}
