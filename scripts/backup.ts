// npm run -s backup -- [FILE]    copies the database into one file, while the server runs or not, and checks the copy
import { existsSync } from "node:fs";
import path from "node:path";
import { backUp } from "#lib/db/backup.ts";
import { backupFolder, databaseFile } from "#lib/db/file.ts";
import { troubleOf } from "#lib/db/trouble.ts";
import { adviceOn, restoreCommand } from "./advice.ts";
import { fail } from "./input.ts";

const [named, ...rest] = process.argv.slice(2);
if (rest.length > 0 || named?.startsWith("-")) fail("usage: npm run -s backup -- [FILE]");
const file = databaseFile();
if (!existsSync(file)) fail(`${file} does not exist; npm start makes it, RETRANSMIT_DB names another`);
const stamp = new Date().toISOString().slice(0, "2026-11-30T07:30:00".length).replaceAll(":", "-");
const to = named === undefined ? path.join(backupFolder(file), `by-hand-${stamp}.db`) : path.resolve(named);

const made = await backUp(file, to).catch((error: unknown) => {
  const trouble = troubleOf(error);
  if (trouble === null) throw error;
  return fail(`No backup was made: ${to}\n${adviceOn(trouble, file)}`);
});
if (made.ok) {
  console.log(`${made.file} (${(made.bytes / 1e6).toFixed(1)} MB), checked: sound and whole`);
  console.log(`To put it in place: ${restoreCommand(made.file)}`);
} else if (made.reason === "exists") {
  fail(`${to} is there already; nothing was written over. Name another file.`);
} else {
  fail(`No backup was made: ${file}\n${adviceOn("damaged", file)}\n(${made.faults.join("; ")})`);
}
