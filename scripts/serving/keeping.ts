import type { BackedUp } from "#lib/db/backup.ts";
import { tidyDatabase } from "#lib/db/client.ts";
import { backUpDaily } from "#lib/db/daily.ts";
import { backupFolder } from "#lib/db/file.ts";
import { adviceOn, adviceOnPlace } from "./advice.ts";

/** The first look comes when the server has settled, then one every hour: it may run for months, or be slept with. */
const FIRST_MS = 60_000;
const EVERY_MS = 3_600_000;

/** Does what a database needs from time to time while a server runs: a backup a day, statistics for its queries. */
export function keepInOrder(file: string): { stop(): void } {
  const ending = new AbortController();
  const look = async () => {
    try {
      await tidyDatabase();
      const made = await backUpDaily(file, backupFolder(file), new Date(), ending.signal);
      if (made?.ok === false) console.error(`no automatic backup: ${whyNot(made, file)}`);
    } catch (error) {
      if (!ending.signal.aborted) console.error("no automatic backup:", error);
    }
  };
  const first = setTimeout(look, FIRST_MS);
  const every = setInterval(look, EVERY_MS);
  return {
    stop: () => {
      clearTimeout(first);
      clearInterval(every);
      ending.abort();
    },
  };
}

function whyNot(made: Extract<BackedUp, { ok: false }>, file: string): string {
  if (made.reason === "exists") return "there is a file of that name";
  if (made.reason === "damaged") return `${adviceOn("damaged", file)} (${made.faults.join("; ")})`;
  return `${adviceOnPlace(made.trouble, backupFolder(file), file)} (${made.detail})`;
}
