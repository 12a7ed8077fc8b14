import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { type BackedUp, backUp } from "./backup.ts";
import { superfluous } from "./rotation.ts";

/** "own.db" has "own-2026-11-30.db"; whatever else lies in the folder is nobody's business here. */
function nameOf(file: string, day: string): string {
  return `${path.basename(file, ".db")}-${day}.db`;
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
  const made = await backUp(file, path.join(folder, nameOf(file, today)), signal);
  // Only a copy that is good makes others superfluous.
  if (made.ok) {
    for (const day of superfluous(daysIn(file, folder), today))
      rmSync(path.join(folder, nameOf(file, day)), { force: true });
  }
  return made;
}

/** The last backup that was made by itself, and its day; null: there is none. */
export function lastDaily(file: string, folder: string): { readonly file: string; readonly day: string } | null {
  const day = daysIn(file, folder).sort().at(-1);
  return day === undefined ? null : { file: path.join(folder, nameOf(file, day)), day };
}

function daysIn(file: string, folder: string): string[] {
  try {
    return readdirSync(folder).flatMap((name) => {
      const [, day = ""] = /(\d{4}-\d\d-\d\d)\.db$/.exec(name) ?? [];
      return name === nameOf(file, day) ? [day] : [];
    });
  } catch {
    return []; // not there yet
  }
}
