import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/** The notes are their authors' and not in this repository; where they lie beside it, wording is compared. */
const NOTES_DIR = path.resolve(import.meta.dirname, "../../../shared/notes");

/** The texts of the notes, note 000 first; none where they are not at hand. */
export async function readNotes(): Promise<string[]> {
  const files = await readdir(NOTES_DIR).catch(() => []);
  return Promise.all(
    files
      .filter((name) => /\.(txt|md)$/.test(name))
      .sort()
      .map((name) => readFile(path.join(NOTES_DIR, name), "utf8")),
  );
}
