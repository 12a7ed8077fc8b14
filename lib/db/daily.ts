import { createHash } from "node:crypto";
import { readdirSync, rmSync, statSync } from "node:fs";
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

/** The backup that was made last by itself, whatever day a clock believed it to be, and that day; null: there is none. */
export function lastDaily(file: string, folder: string): { readonly file: string; readonly day: string } | null {
  const made = daysIn(file, folder).map((day) => {
    const backup = path.join(folder, nameOf(file, folder, day));
    return { file: backup, day, at: statSync(backup, { throwIfNoEntry: false })?.mtimeMs ?? 0 };
  });
  const [last] = made.sort((a, b) => Number(isYetToCome(a)) - Number(isYetToCome(b)) || (a.day < b.day ? 1 : -1));
  return last === undefined ? null : { file: last.file, day: last.day };

  /** Made before some backup of an earlier day. */
  function isYetToCome({ day, at }: (typeof made)[number]): boolean {
    return made.some((other) => other.day < day && other.at > at);
  }
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
