// npm run -s backup -- [FILE]    copies the database into one file, while the server runs or not, and checks the copy
import path from "node:path";
import { backUp } from "#lib/db/backup.ts";
import { backupFolder } from "#lib/db/file.ts";
import { fail } from "./input.ts";
import { adviceOnPlace, restoreCommand } from "./serving/advice.ts";
import { existingDatabase, failDamaged, orAdvice } from "./serving/own-file.ts";

const [named, ...rest] = process.argv.slice(2);
if (rest.length > 0 || named?.startsWith("-")) fail("usage: npm run -s backup -- [FILE]");
const file = existingDatabase();
const stamp = new Date().toISOString().slice(0, "2026-11-30T07:30:00".length).replaceAll(":", "-");
const to = named === undefined ? path.join(backupFolder(file), `by-hand-${stamp}.db`) : path.resolve(named);

const made = await orAdvice(file, backUp(file, to), `No backup was made: ${to}`);
if (made.ok) {
  console.log(`${made.file} (${(made.bytes / 1e6).toFixed(1)} MB), checked: sound and whole`);
  console.log(`To put it in place: ${restoreCommand(made.file)}`);
} else if (made.reason === "no-place") {
  fail(`No backup was made: ${to}\n${adviceOnPlace(made.trouble, path.dirname(to), file)}\n(${made.detail})`);
} else if (made.reason === "exists") {
  fail(`${to} is there already; nothing was written over. Name another file.`);
} else {
  failDamaged(file, made.faults, "No backup was made: ");
}
