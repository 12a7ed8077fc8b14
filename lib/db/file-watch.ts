import { type Stats, statSync } from "node:fs";

/** The database file is not the one that was opened any more: somebody removed, replaced, cut or overwrote it. */
export class DatabaseReplaced extends Error {
  override name = "DatabaseReplaced";
}

/**
 * Knows a database file that is open, and notices what others do to it: a file that was removed or replaced takes no more
 * writes into the void, and one that was cut or overwritten gets nothing more on top. It is asked before each statement,
 * and told after each write of ours.
 *
 * It looks from outside only: whoever opens and closes the file beside SQLite gives all of SQLite's locks on it away
 * (sqlite.org/howtocorrupt.html, 2.2).
 */
export class FileWatch {
  readonly #file: string;
  readonly #isOurs: boolean;
  #main: Stats | null = null;
  #log: Stats | null = null;

  /** `isOurs`: no other program folds the log into the file, so whatever is written there by others is wrong. */
  constructor(file: string, isOurs: boolean) {
    this.#file = file;
    this.#isOurs = isOurs;
  }

  /** The file as it is now is ours: we opened it, or have just written to it. */
  remember(): void {
    this.#main = statOf(this.#file);
    this.#log = statOf(`${this.#file}-wal`);
  }

  /** Throws DatabaseReplaced when somebody else has put a hand on the file. */
  insist(): void {
    if (this.#main === null) return;
    const now = statOf(this.#file);
    const wrong =
      whatHappened(this.#main, now) ??
      (this.#isOurs ? (wasWritten(this.#main, now) ?? this.#whatHappenedToLog()) : null);
    if (wrong !== null) throw new DatabaseReplaced(`${this.#file} ${wrong}`);
  }

  #whatHappenedToLog(): string | null {
    if (this.#log === null) return null;
    const now = statOf(`${this.#file}-wal`);
    if (now === null || now.ino !== this.#log.ino) return "has lost the log of its last changes (-wal)";
    return now.size < this.#log.size ? "has lost a part of the log of its last changes (-wal)" : null;
  }
}

function whatHappened(before: Stats, now: Stats | null): string | null {
  if (now === null) return "was removed";
  if (now.ino !== before.ino || now.dev !== before.dev) return "is another file than the one that was opened";
  return now.size < before.size ? "has become shorter" : null;
}

/** Other programs that go by SQLite's rules write into the log beside the file. */
function wasWritten(before: Stats, now: Stats | null): string | null {
  return now?.mtimeMs === before.mtimeMs && now.size === before.size ? null : "was written over by another program";
}

function statOf(file: string): Stats | null {
  return statSync(file, { throwIfNoEntry: false }) ?? null;
}
