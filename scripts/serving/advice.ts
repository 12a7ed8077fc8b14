import { statSync } from "node:fs";
import path from "node:path";
import { lastDaily } from "#lib/db/daily.ts";
import { backupFolder } from "#lib/db/file.ts";
import type { Prepared } from "#lib/db/prepare.ts";
import { NAME_BYTES_MAX } from "#lib/db/whole.ts";

type Trouble = Extract<Prepared, { ok: false }>["trouble"] | "running";

/** What to do about a database that cannot be used: true of this file, now, and to be done word by word. */
export function adviceOn(trouble: Trouble, file: string): string {
  return ADVICE[trouble](file);
}

const ADVICE: Readonly<Record<Trouble, (file: string) => string>> = {
  running: () => "Retransmit is running with this database. Stop it (Ctrl+C where it runs), then try again.",
  newer: () =>
    "This database was made by a newer version of Retransmit. Update the program, or name another file in RETRANSMIT_DB.",
  edited: () =>
    "A migration that this database went through was changed since. Restore prisma/migrations from the repository.",
  failed: (file) =>
    `A migration of this database broke off half-way, and the copy from before it is not there. ${backupAdvice(file)}`,
  migration: () =>
    "This version could not bring the database up to date. Nothing was changed: the file is as it was. Go back to the version that you had.",
  foreign: () => "This is a database of another program. Name another file in RETRANSMIT_DB.",
  locked: () => "Another program is holding the database. Close it there, then try again.",
  "read-only": () => "The database file cannot be written. Check the permissions of the file and of its folder.",
  unreachable: () => "The database file cannot be opened. Check that its folder exists and may be read and written.",
  "no-file": () => "A folder, a device or a pipe stands in its place. Name a file in RETRANSMIT_DB.",
  "long-name": () =>
    `The name of the database file is too long: files beside it have longer names. Name one of at most ${NAME_BYTES_MAX} bytes in RETRANSMIT_DB.`,
  linked: (file) =>
    `This file has a second name (a hard link), and a server by the other name would damage it. Give it a life of its own: cp ${quoted(file)} ${quoted(`${file}.own`)} && mv ${quoted(`${file}.own`)} ${quoted(file)}`,
  full: (file) =>
    `The disk of ${path.dirname(file)} is full. Make room for about ${megabytes(roomFor(file))} MB, then try again. Nothing was changed.`,
  damaged: (file) =>
    `This is not a database of Retransmit, or it is damaged. ${backupAdvice(file)} Or name another file in RETRANSMIT_DB.`,
  stopping: () => "The server is stopping. Wait until it has, then try again.",
};

/** The command for the last backup, if there is one. */
function backupAdvice(file: string): string {
  const last = lastDaily(file, backupFolder(file));
  return last === null
    ? `There is no automatic backup in ${backupFolder(file)}. If you have one elsewhere: ${restoreCommand("BACKUP")}.`
    : `The last automatic backup is of ${last.day}. To put it in place and keep the present file beside it: ${restoreCommand(last.file)}.`;
}

/** As it has to be typed here; what names the database has to be named again. */
export function restoreCommand(backup: string): string {
  return commandHere(`npm run -s restore -- ${quoted(backup)}`);
}

/** A command about the database, with what names it. */
export function commandHere(command: string): string {
  const { RETRANSMIT_DB: named } = process.env;
  return named ? `RETRANSMIT_DB=${quoted(named)} ${command}` : command;
}

/** What is made beside the database at a start is at most a copy of it and of its log. */
function roomFor(file: string): number {
  return ["", "-wal"].reduce(
    (sum, end) => sum + (statSync(file + end, { throwIfNoEntry: false })?.size ?? 0),
    SPARE_BYTES,
  );
}

const SPARE_BYTES = 1_000_000;

/** Rounded up to a tenth. */
function megabytes(bytes: number): string {
  return (Math.ceil(bytes / 100_000) / 10).toFixed(1);
}

/** What to do about a folder or a disk that cannot take a backup, which is another matter than the database's. */
export function adviceOnPlace(trouble: Trouble, folder: string, file: string): string {
  if (trouble === "full")
    return `The disk of ${folder} is full. Make room there for about ${megabytes(roomFor(file))} MB, or name another FILE.`;
  if (trouble === "long-name") return "That name is too long for the disk. Name a shorter FILE.";
  if (trouble === "read-only") return `${folder} cannot be written. Name a FILE on a disk that can.`;
  return `${folder} cannot be made or written to. Check its permissions and what stands in its place, or name another FILE.`;
}

function quoted(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
