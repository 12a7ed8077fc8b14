// npm run -s check    looks through every page and index of the database file, while the server runs or not
import { faultsOf } from "#lib/db/whole.ts";
import { fail } from "./input.ts";
import { existingDatabase, failDamaged, orAdvice } from "./serving/own-file.ts";

if (process.argv.length > 2) fail("usage: npm run -s check");
const file = existingDatabase();
const faults = await orAdvice(file, faultsOf(file, "full"), file);
if (faults.length > 0) failDamaged(file, faults);
console.log(`${file}: sound`);
