import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/**
 * The texts of the notes in a folder, note 000 first: they are their authors' and not in this repository; where somebody
 * has them, wording is compared. Throws when there is no such folder, or no note in it.
 */
export async function readNotes(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => /\.(txt|md)$/.test(name)).sort();
  if (names.length === 0) throw new Error(`${folder} holds no notes (.txt, .md)`);
  return Promise.all(names.map((name) => readFile(path.join(folder, name), "utf8")));
}
