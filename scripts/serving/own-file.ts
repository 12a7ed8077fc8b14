import { existsSync } from "node:fs";
import { databaseFile } from "#lib/db/file.ts";
import { troubleOf } from "#lib/db/trouble.ts";
import { fail } from "../input.ts";
import { adviceOn, commandHere } from "./advice.ts";

/** The database file, which must be there; a command that finds none ends with a sentence. */
export function existingDatabase(): string {
  const file = databaseFile();
  if (!existsSync(file))
    fail(`${file} does not exist; ${commandHere("npm start")} makes it, RETRANSMIT_DB names another`);
  return file;
}

/** Ends the command with what to do about a damaged file. */
export function failDamaged(file: string, faults: readonly string[], before = ""): never {
  fail(`${before}${file}\n${adviceOn("damaged", file)}\n(${faults.join("; ")})`);
}

/** What `work` gives; what is wrong with the file or its disk ends the command with a sentence. */
export async function orAdvice<T>(file: string, work: Promise<T>, before: string): Promise<T> {
  return work.catch((error: unknown) => {
    const trouble = troubleOf(error);
    if (trouble === null) throw error;
    return fail(`${before}\n${adviceOn(trouble, file)}`);
  });
}
