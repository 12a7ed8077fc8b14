import { constants, copyFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { aside } from "./aside.ts";
import { makeFolder } from "./folder.ts";
import { applyMigrations, diagnose, MIGRATIONS_DIR, MigrationFailed } from "./migrations.ts";
import { hasLittleRoom } from "./room.ts";
import { type Trouble, troubleOf } from "./trouble.ts";
import {
  copyWithLog,
  faultsOf,
  insistOnFile,
  inTheMaking,
  isThere,
  logTimeOf,
  putInPlace,
  remove,
  setAside,
  setLogAside,
  unusedName,
  wasLeftOpen,
} from "./whole.ts";

export type Prepared =
  | {
      readonly ok: true;
      readonly applied: readonly string[];
      /** The database as it was before the migrations. */
      readonly backup: string | null;
      /** What was found beside or in the place of the database and did not belong there, now out of the way. */
      readonly setAside: string | null;
      /** The file as it was without its log, which may have been another's; left out where that is beyond doubt. */
      readonly withoutLog?: string;
    }
  | {
      readonly ok: false;
      readonly trouble: Trouble | "newer" | "edited" | "failed" | "foreign" | "migration";
      readonly detail: string;
    };
type NotReady = Extract<Prepared, { ok: false }>;

/**
 * Makes the file ready for this version: creates it, or migrates a copy of it and puts that in its place, or leaves it as
 * it is. A file that cannot be used is an outcome, not a crash, and is left untouched: whatever breaks off half-way, the
 * file is the old one or the new one. Nobody else may serve it meanwhile (`takeLock`).
 */
export async function prepareDatabase(file: string, migrations: string = MIGRATIONS_DIR): Promise<Prepared> {
  try {
    makeFolder(path.dirname(file));
    insistOnFile(file);
    sweep(file);
    const prepared = isThere(file) ? await prepareExisting(file, migrations) : await makeNew(file, migrations);
    if (prepared.ok) await proveWritable(file);
    return prepared;
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble === null) throw error;
    // A full disk speaks with many tongues.
    const isFull = trouble === "unreachable" && hasLittleRoom(file);
    return refused(isFull ? "full" : trouble, messageOf(error));
  }
}

/** Removes what was being made beside the file when the program was ended. */
function sweep(file: string): void {
  const folder = path.dirname(file);
  const beginning = path.basename(inTheMaking(file, ""));
  for (const name of readdirSync(folder)) if (name.startsWith(beginning)) remove(path.join(folder, name));
}

async function prepareExisting(file: string, migrations: string): Promise<Prepared> {
  const log = wasLeftOpen(file) ? await settleLog(file) : "sound";
  if (log === "damaged") return refused("damaged", (await faultsOf(file, "full")).join("; "));
  const prepared = await bringUpToDate(file, migrations);
  return prepared.ok && log !== "sound" ? { ...prepared, ...log } : prepared;
}

/**
 * The last program did not close the file, and changes stand in the log beside it. Before they are folded in: is it this
 * file's log? Who copies an older file over the newer one by hand leaves the newer one's log beside it, and SQLite would
 * write one into the other (sqlite.org/howtocorrupt.html, 1.4). So it is tried on a copy; a log that destroys a file that
 * is sound without it is moved out of the way.
 *
 * A log that fits holds what was acknowledged, and is never left out. Where the file was written long after its log, it may
 * be an older copy all the same (or a clock was set, or the file copied): then the file without its log is kept as well.
 */
async function settleLog(file: string): Promise<"sound" | "damaged" | { setAside: string } | { withoutLog: string }> {
  const trial = inTheMaking(file, "checking");
  try {
    const isNewer = statSync(file).mtimeMs - logTimeOf(file) > BY_HAND_MS;
    copyWithLog(file, trial);
    if ((await faultsOf(trial, "full")).length === 0) {
      if (!isNewer) return "sound";
      const withoutLog = unusedName(`${file}.without-its-log`, "");
      copyFileSync(file, withoutLog, constants.COPYFILE_EXCL);
      return { withoutLog };
    }
    remove(trial);
    copyFileSync(file, trial);
    if ((await faultsOf(trial, "full")).length > 0) return "damaged";
    const kept = unusedName(`${file}.log-of-another`, "-wal");
    setLogAside(file, kept);
    return { setAside: `${kept}-wal` };
  } finally {
    remove(trial);
  }
}

/** Folding a log writes to the file right behind the log; this is longer than any disk takes. */
const BY_HAND_MS = 10_000;

async function bringUpToDate(file: string, migrations: string): Promise<Prepared> {
  const standing = await diagnose(file, migrations);
  switch (standing.kind) {
    case "current":
      return { ok: true, applied: [], backup: null, setAside: null };
    case "empty":
      return makeNew(file, migrations);
    case "behind":
      return upgrade(file, standing.pending, migrations);
    case "failed":
      return startOver(file, standing.names, migrations);
    default:
      return refused(standing.kind, standing.names.join(", "));
  }
}

/** A new database gets its name when it is whole. */
async function makeNew(file: string, migrations: string): Promise<Prepared> {
  const fresh = inTheMaking(file, "new");
  remove(fresh);
  try {
    const applied = await applyMigrations(fresh, migrations);
    remove(file); // at most an empty file, and what was left beside one that is gone
    await putInPlace(fresh, file, `${file}.before`);
    return { ok: true, applied, backup: null, setAside: null };
  } catch (error) {
    return ofMigration(error);
  } finally {
    remove(fresh);
  }
}

/** SQLite's migrations are not atomic: they are done to a copy, which takes the file's place when it is whole and sound. */
async function upgrade(file: string, pending: readonly string[], migrations: string): Promise<Prepared> {
  const copy = inTheMaking(file, "upgrading");
  remove(copy);
  try {
    await aside(file, [{ sql: "VACUUM INTO ?", values: [copy] }]);
    const applied = await applyMigrations(copy, migrations);
    const faults = await faultsOf(copy, "quick");
    if (faults.length > 0) return refused("migration", faults.join("; "));
    const backup = `${file}${BEFORE}${pending[0] ?? "upgrade"}`;
    await putInPlace(copy, file, backup);
    return { ok: true, applied, backup, setAside: null };
  } catch (error) {
    return ofMigration(error);
  } finally {
    remove(copy);
  }
}

const BEFORE = ".before-";

/**
 * Versions before this one migrated the file itself. If that broke off, the copy that they had made takes its place; a
 * database that was only just being made holds nothing yet, and is made anew.
 */
async function startOver(file: string, failed: readonly string[], migrations: string): Promise<Prepared> {
  const copy = copyBefore(file, failed);
  if (copy === null && (await holdsAnswers(file))) return refused("failed", failed.join(", "));
  const kept = `${file}.broken-${failed[0]}`;
  setAside(file, kept);
  if (copy !== null) setAside(copy, file);
  const prepared = await (copy === null ? makeNew(file, migrations) : prepareExisting(file, migrations));
  return prepared.ok ? { ...prepared, setAside: kept } : prepared;
}

/** The copy that was made before the migration that failed: the last one that is not later. */
function copyBefore(file: string, failed: readonly string[]): string | null {
  const beginning = path.basename(file) + BEFORE;
  const names = readdirSync(path.dirname(file)).filter((name) => {
    const migration = name.slice(beginning.length);
    return name.startsWith(beginning) && /^\d{14}_\w+$/.test(migration) && migration <= (failed.toSorted()[0] ?? "");
  });
  const last = names.sort().at(-1);
  return last === undefined ? null : path.join(path.dirname(file), last);
}

async function holdsAnswers(file: string): Promise<boolean> {
  const [[tables] = []] = await aside(file, ["SELECT count(*) FROM sqlite_master WHERE name = 'Review'"]);
  if (Number(tables?.[0]) === 0) return false;
  const [[rows] = []] = await aside(file, ['SELECT EXISTS (SELECT 1 FROM "Review")']);
  return Number(rows?.[0]) > 0;
}

/** Writes and takes it back (the lock alone is also given for a file that may only be read): better told now than later. */
async function proveWritable(file: string): Promise<void> {
  await aside(file, ["BEGIN IMMEDIATE", 'CREATE TABLE "writable" (x)', "ROLLBACK"]);
}

function ofMigration(error: unknown): NotReady {
  if (error instanceof MigrationFailed) return refused("migration", error.message);
  throw error;
}

function refused(trouble: NotReady["trouble"], detail: string): NotReady {
  return { ok: false, trouble, detail };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
}

/** Whether the file is there and as this version needs it; for programs that only look, beside a server too. */
export async function isReady(file: string): Promise<boolean> {
  return isThere(file) && (await diagnose(file)).kind === "current";
}
