import { openDatabase } from "#lib/db/client.ts";
import { databaseFile } from "#lib/db/file.ts";
import { isReady } from "#lib/db/prepare.ts";
import { faultsOf } from "#lib/db/whole.ts";
import { readClockTrouble } from "#lib/review/log/ahead-queries.ts";
import { logDifferences, rebuild } from "#lib/review/log/rebuild.ts";
import { fail } from "../input.ts";
import { commandHere } from "../serving/advice.ts";
import { own } from "../serving/database.ts";
import { existingDatabase, failDamaged, orAdvice } from "../serving/own-file.ts";

/** So many differences are printed; the rest are counted. */
const TOLD_MAX = 50;

/** Folds the whole log and prints where what is stored is something else; ends the command with 1 if it is. */
export async function verify(): Promise<void> {
  await withDatabase(async (db) => {
    const told = await logDifferences(db, showProgress());
    for (const sentence of told.slice(0, TOLD_MAX)) console.error(sentence);
    if (told.length > TOLD_MAX) console.error(`… and ${told.length - TOLD_MAX} more`);
    if (told.length > 0)
      fail(`${told.length} difference(s); ${commandHere("npm run -s memory -- rebuild")} writes what the log says`);
    const clock = await readClockTrouble(db, new Date());
    if (clock !== null) {
      const { entries, latest } = clock;
      console.log(
        `${entries} of them dated in the future, up to ${latest.toISOString()}; their order counts, not their dates`,
      );
    }
    const [reviews, cards] = [await db.review.count(), await db.memory.count()];
    console.log(`${reviews} log entries, ${cards} cards: what is stored is what the log adds up to`);
  });
}

/** Writes memories and tallies anew from the log. */
export async function rebuildStored(): Promise<void> {
  const owned = own(databaseFile());
  if (!owned.ok) fail(owned.message);
  await withDatabase(async (db) => {
    await rebuild(db, showProgress());
    console.log("written anew from the log");
  });
}

async function withDatabase(work: (db: ReturnType<typeof openDatabase>) => Promise<void>): Promise<void> {
  const file = existingDatabase();
  const faults = await orAdvice(file, faultsOf(file, "full"), file);
  if (faults.length > 0) failDamaged(file, faults);
  if (!(await isReady(file)))
    fail(`${file} is not as this version needs it; ${commandHere("npm start")} brings it up to date`);
  const db = openDatabase(file);
  try {
    await work(db);
  } finally {
    await db.$disconnect();
  }
}

/** A line that is written over, on a terminal; nothing in a pipe. */
function showProgress(): (share: number) => void {
  if (!process.stderr.isTTY) return () => {};
  return (share) => process.stderr.write(share < 1 ? `\r${Math.round(share * 100)} %` : "\r      \r");
}
