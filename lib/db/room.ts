import { statfsSync } from "node:fs";
import path from "node:path";

/** SQLite needs a little more than what it writes: the index of its log alone takes 32 KB. */
const LITTLE_BYTES = 256 * 1024;

/** SQLite's codes for a disk without room: FULL, and, told less clearly, IOERR and CANTOPEN. */
const FULL = 13;
const UNCLEAR = [10, 14];

/** Thrown for whatever SQLite says of a disk without room. */
export class DiskFull extends Error {
  override name = "DiskFull";
  readonly code = "SQLITE_FULL";
  readonly rawCode = FULL;

  constructor(file: string, options: ErrorOptions) {
    super(`there is no room left on the disk of ${file}`, options);
  }
}

/** Whether an error about `file` means that its disk has no room left. */
export function isDiskFull(error: unknown, file: string): boolean {
  if (!(error instanceof Error) || !("rawCode" in error)) return false;
  const code = Number(error.rawCode) & 0xff;
  return code === FULL || (UNCLEAR.includes(code) && hasLittleRoom(file));
}

/** Whether the disk of the file's folder is as good as full; false where that cannot be found out. */
export function hasLittleRoom(file: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(path.dirname(file));
    return bavail * bsize < LITTLE_BYTES;
  } catch {
    return false;
  }
}
