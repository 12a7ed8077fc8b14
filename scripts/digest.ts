import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** A digest of files, and of all files in folders, with the version of Node; tests do not count. */
export function digestOf(places: readonly string[]): string {
  const hash = createHash("sha256").update(process.version);
  for (const file of places.flatMap(filesOf)) hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
}

function filesOf(place: string): string[] {
  if (path.extname(place) !== "") return [place];
  return readdirSync(place, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.endsWith(".test.ts"))
    .sort();
}
