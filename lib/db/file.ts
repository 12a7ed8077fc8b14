import { lstatSync, readlinkSync, realpathSync } from "node:fs";
import path from "node:path";

/** The database file: RETRANSMIT_DB, or data/retransmit.db in the working directory where that is not set, or empty. */
export function databaseFile(env: NodeJS.ProcessEnv = process.env): string {
  const named = env.RETRANSMIT_DB || path.join("data", "retransmit.db");
  return behindLinks(path.resolve(/* turbopackIgnore: true */ process.cwd(), named));
}

/** Where automatic backups go: RETRANSMIT_BACKUPS, or a folder beside the database. */
export function backupFolder(file: string, env: NodeJS.ProcessEnv = process.env): string {
  return env.RETRANSMIT_BACKUPS
    ? path.resolve(/* turbopackIgnore: true */ process.cwd(), env.RETRANSMIT_BACKUPS)
    : path.join(path.dirname(file), "backups");
}

/** So many links lead to each other at most, as Linux has it; after that it is a circle. */
const LINKS_MAX = 40;

/** The file itself where a link was named: what is put in its place must not replace the link. */
function behindLinks(file: string): string {
  let end = file;
  for (let i = 0; i < LINKS_MAX; i++) {
    try {
      return realpathSync(end);
    } catch {
      // Not there yet, or not to be reached: opening it will tell. Links that lead nowhere yet are not replaced either.
      if (!lstatSync(end, { throwIfNoEntry: false })?.isSymbolicLink()) return end;
      end = path.resolve(path.dirname(end), readlinkSync(end));
    }
  }
  return end;
}
