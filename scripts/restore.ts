// npm run -s restore -- FILE    puts a backup in the place of the database; what is there now is kept beside it
import path from "node:path";
import { databaseFile } from "#lib/db/file.ts";
import { type Restored, restore } from "#lib/db/restore.ts";
import { fail } from "./input.ts";
import { adviceOn, commandHere } from "./serving/advice.ts";
import { orAdvice } from "./serving/own-file.ts";

const [named, ...rest] = process.argv.slice(2);
if (named === undefined || rest.length > 0) fail("usage: npm run -s restore -- FILE");
const file = databaseFile();

const WHY_NOT: Record<Extract<Restored, { ok: false }>["reason"], (backup: string) => string> = {
  missing: (backup) => `There is no file ${backup}.`,
  same: (backup) => `${backup} is the database itself. Name a backup.`,
  running: () => adviceOn("running", file),
  foreign: (backup) => `${backup} is not a backup of Retransmit.`,
  newer: (backup) => `${backup} was made by a newer version of Retransmit. Update the program, then try again.`,
  damaged: (backup) => `${backup} is damaged, or is no database. Try an older backup.`,
};

const backup = path.resolve(named);
const done = await orAdvice(file, restore(backup, file, new Date()), "Nothing was changed.");
if (!done.ok) fail(`${WHY_NOT[done.reason](backup)} Nothing was changed.\n(${done.detail})`);
console.log(`${file} is the backup now, checked: sound and whole. Start with: ${commandHere("npm start")}`);
if (done.kept !== null) console.log(`What was there before: ${done.kept}`);
