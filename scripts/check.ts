// npm run -s check    looks through every page and index of the database file, while the server runs or not
import { existsSync } from "node:fs";
import { databaseFile } from "#lib/db/file.ts";
import { troubleOf } from "#lib/db/trouble.ts";
import { faultsOf } from "#lib/db/whole.ts";
import { adviceOn } from "./advice.ts";
import { fail } from "./input.ts";

if (process.argv.length > 2) fail("usage: npm run -s check");
const file = databaseFile();
if (!existsSync(file)) fail(`${file} does not exist; npm start makes it, RETRANSMIT_DB names another`);
const faults = await faultsOf(file, "full").catch((error: unknown) => {
  const trouble = troubleOf(error);
  if (trouble === null) throw error;
  return fail(`${file}\n${adviceOn(trouble, file)}`);
});
if (faults.length > 0) fail(`${file}\n${adviceOn("damaged", file)}\n(${faults.join("; ")})`);
console.log(`${file}: sound`);
