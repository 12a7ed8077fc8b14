import { createHash } from "node:crypto";
import { readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { type BackedUp, backUp } from "./backup.ts";
import { superfluous } from "./rotation.ts";

/**
 * "own.db" has "own-2026-11-30.db"; whatever else lies in the folder is nobody's business here. A folder that is not
 * beside the database may be shared, by another database of this name or another machine: there the name says whose it
 * is ("own-3fa9c1d2-2026-11-30.db").
 */
function nameOf(file: string, folder: string, day: string): string {
  const isBeside = path.dirname(path.resolve(folder)) === path.dirname(file);
  const whose = createHash("sha256").update(`${os.hostname()}\0${file}`).digest("hex").slice(0, 8);
  return `${path.basename(file, ".db")}${isBeside ? "" : `-${whose}`}-${day}.db`;
}

/**
 * Makes the backup of the day in `folder`, if there is none yet, and removes those that are not needed any more (see
 * `superfluous`). null: there was one.
 */
export async function backUpDaily(
  file: string,
  folder: string,
  now: Date,
  signal?: AbortSignal,
): Promise<BackedUp | null> {
  const today = now.toISOString().slice(0, "2026-11-30".length);
  if (daysIn(file, folder).includes(today)) return null;
  const made = await backUp(file, path.join(folder, nameOf(file, folder, today)), signal);
  // Only a copy that is good makes others superfluous.
  if (made.ok) {
    for (const day of superfluous(daysIn(file, folder), today))
      rmSync(path.join(folder, nameOf(file, folder, day)), { force: true });
  }
  return made;
}

/** The last backup that was made by itself, and its day; null: there is none. */
export function lastDaily(file: string, folder: string): { readonly file: string; readonly day: string } | null {
  const day = daysIn(file, folder).sort().at(-1);
  return day === undefined ? null : { file: path.join(folder, nameOf(file, folder, day)), day };
}

function daysIn(file: string, folder: string): string[] {
  try {
    return readdirSync(folder).flatMap((name) => {
      const [, day = ""] = /(\d{4}-\d\d-\d\d)\.db$/.exec(name) ?? [];
      return name === nameOf(file, folder, day) ? [day] : [];
    });
  } catch {
    return []; // not there yet
  }
}
