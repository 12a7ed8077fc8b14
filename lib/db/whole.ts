import { chmodSync, constants, copyFileSync, existsSync, renameSync, rmSync, statSync } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import { aside } from "./aside.ts";
import { troubleOf } from "./trouble.ts";

/** What SQLite keeps beside a file: the log of its last changes, that log's index, and the journal of another mode. */
const COMPANIONS = ["-wal", "-shm", "-journal"] as const;
/** Those in which changes can stand; the index says nothing of them, and outlives a clean end. */
const LOGS = ["-wal", "-journal"] as const;

/** Whether there is a database of this name: an empty file is none yet. */
export function isThere(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** What stands in the name's place cannot be a database of ours. */
export class NoDatabaseFile extends Error {
  override name = "NoDatabaseFile";
  readonly code: "EISDIR" | "EMLINK" | "ENAMETOOLONG";

  constructor(code: NoDatabaseFile["code"], message: string) {
    super(message);
    this.code = code;
  }
}

/** In bytes: a disk takes 255, and what is kept and made beside the file has up to 90 more than the file itself. */
export const NAME_BYTES_MAX = 160;

/**
 * Throws NoDatabaseFile for a name that leaves no room for those of the files beside it; for a folder, a device or a pipe, which must never be replaced by a file; and for a file that has
 * a second name (a hard link), by which another server would take it for another file.
 */
export function insistOnFile(file: string): void {
  const length = Buffer.byteLength(path.basename(file));
  if (length > NAME_BYTES_MAX) throw new NoDatabaseFile("ENAMETOOLONG", `its name has ${length} bytes`);
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (!stat.isFile()) throw new NoDatabaseFile("EISDIR", `${file} is not a file`);
  if (stat.nlink > 1) throw new NoDatabaseFile("EMLINK", `${file} has ${stat.nlink} names (hard links)`);
}

/** The name of what is being made beside a file: one that nobody would choose. */
export function inTheMaking(file: string, what: string): string {
  return `${file}.retransmit-${what}`;
}

/** Whether the last program that wrote to the file ended without closing it: changes stand in the log beside it. */
export function wasLeftOpen(file: string): boolean {
  return LOGS.some((end) => (statSync(file + end, { throwIfNoEntry: false })?.size ?? 0) > 0);
}

/** When the log beside the file was last written, in ms since 1970. */
export function logTimeOf(file: string): number {
  return Math.max(...LOGS.map((end) => statSync(file + end, { throwIfNoEntry: false })?.mtimeMs ?? 0));
}

/** Folds what stands in the log into the file, which is the whole database then; nobody else may have it open. */
export async function fold(file: string): Promise<void> {
  await aside(file, ["PRAGMA journal_mode = DELETE"]);
}

/** So many faults are told of a damaged file. */
const FAULTS_MAX = 5;

/**
 * What is wrong inside the file, a sentence of SQLite's each; [] when it is sound. "quick" passes over the indexes, and
 * takes a few seconds for a gigabyte.
 */
export async function faultsOf(file: string, how: "quick" | "full", signal?: AbortSignal): Promise<string[]> {
  const check = how === "quick" ? "quick_check" : "integrity_check";
  try {
    const statements = [`PRAGMA ${check}(${FAULTS_MAX})`, "PRAGMA foreign_key_check"];
    const [faults = [], lost = []] = await aside(file, statements, signal);
    const told = faults.flatMap(([fault]) => String(fault).split("\n")).filter((fault) => fault !== "ok");
    const orphans = lost.map(
      ([table, row, parent]) => `row ${row} of ${table} names a row of ${parent} that is not there`,
    );
    return [...told, ...orphans].slice(0, FAULTS_MAX);
  } catch (error) {
    // So damaged that it cannot be looked through.
    if (error instanceof Error && troubleOf(error) === "damaged") return [error.message];
    throw error;
  }
}

/**
 * Puts a whole file where the database belongs; what is there now is kept under the name `kept`, with its log. Whenever it
 * breaks off, the place holds the one or the other, never one with the log of the other. Nobody may have either open.
 */
export async function putInPlace(whole: string, file: string, kept: string): Promise<void> {
  await sync(whole);
  if (isThere(file)) {
    chmodSync(whole, statSync(file).mode); // who may read it stays the same
    // A damaged file cannot be folded; then its log is kept beside it.
    await fold(file).catch(() => undefined);
    keepAs(file, kept);
    setLogAside(file, kept);
  }
  renameSync(whole, file);
  await sync(path.dirname(file));
}

/** `name`, or "-2", "-3" … behind it, whichever has no file yet that ends in `end`: what was kept before stays. */
export function unusedName(name: string, end: string): string {
  for (let i = 1; ; i++) {
    const numbered = i === 1 ? name : `${name}-${i}`;
    if (!existsSync(numbered + end)) return numbered;
  }
}

/** A copy, which shares its blocks with the file where the disk can. */
function keepAs(file: string, kept: string): void {
  copyFileSync(file, kept, constants.COPYFILE_FICLONE);
}

/** Moves a database out of the way, with its log. */
export function setAside(file: string, kept: string): void {
  setLogAside(file, kept);
  renameSync(file, kept);
}

/** Moves what stands beside a database out of the way; the file by itself stays. */
export function setLogAside(file: string, kept: string): void {
  for (const end of COMPANIONS) if (existsSync(file + end)) renameSync(file + end, kept + end);
}

/** Copies a database that nobody has open, and what stands in its log. The log's index is made anew by who opens it. */
export function copyWithLog(from: string, to: string): void {
  for (const end of ["", ...LOGS]) if (existsSync(from + end)) copyFileSync(from + end, to + end);
}

/** Removes a file that is not a database yet, or not needed any more, and what SQLite keeps beside it. */
export function remove(file: string): void {
  for (const end of ["", ...COMPANIONS]) rmSync(file + end, { force: true });
}

/** Waits until a file, or the names in a folder, are on the disk; where folders cannot be asked, they need not be. */
async function sync(place: string): Promise<void> {
  const handle = await open(place, "r").catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
