import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { type BackedUp, backUp } from "./backup.ts";
import { superfluous } from "./rotation.ts";

/** A backup that was made by itself; whatever else lies in the folder is nobody's business here. */
const NAME = /^retransmit-(\d{4}-\d\d-\d\d)\.db$/;

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
  if (daysIn(folder).includes(today)) return null;
  const made = await backUp(file, fileOf(folder, today), signal);
  // Only a copy that is good makes others superfluous.
  if (made.ok) for (const day of superfluous(daysIn(folder), today)) rmSync(fileOf(folder, day), { force: true });
  return made;
}

/** The last backup that was made by itself, and its day; null: there is none. */
export function lastDaily(folder: string): { readonly file: string; readonly day: string } | null {
  const day = daysIn(folder).sort().at(-1);
  return day === undefined ? null : { file: fileOf(folder, day), day };
}

function daysIn(folder: string): string[] {
  try {
    return readdirSync(folder).flatMap((name) => NAME.exec(name)?.[1] ?? []);
  } catch {
    return []; // not there yet
  }
}

function fileOf(folder: string, day: string): string {
  return path.join(folder, `retransmit-${day}.db`);
}
