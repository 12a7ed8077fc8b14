import { mkdirSync, statSync } from "node:fs";
import path from "node:path";

/**
 * Makes a folder and those above it that are not there yet. Not by Node's own "recursive", which never ends where the
 * system says of a folder that is there that it is not (Linux' /proc).
 *
 * Throws what stands in the way, ENOTDIR for a file in the place of a folder and for a link that leads nowhere.
 */
export function makeFolder(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory()) return;
  if (found !== undefined) throw noFolder(folder);
  makeFolder(path.dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    // Somebody else made it meanwhile.
    if (code === "EEXIST" && statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
    throw code === "EEXIST" || code === "ENOENT" ? noFolder(folder, error) : error;
  }
}

function noFolder(folder: string, cause?: unknown): Error {
  return Object.assign(new Error(`${folder} is no folder and cannot be made one`, { cause }), { code: "ENOTDIR" });
}
