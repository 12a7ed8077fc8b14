import type { Db } from "#lib/db/client.ts";
import { type Trouble, troubleOf } from "#lib/db/trouble.ts";
import type { LogLine } from "./csv.ts";
import { type Imported, importLog, NOTHING_IMPORTED } from "./import.ts";

/** What else is to be told of a table that was taken over. */
export interface AboutTable {
  readonly ignored: readonly string[];
  readonly ignoredMore: number;
  /** Answers with a time in the future. */
  readonly ahead: number;
}

/** The one import that a server runs at a time, and what became of the last. What was taken over by then, stays. */
export type ImportState =
  | { readonly state: "idle" }
  | ({ readonly state: "running"; readonly share: number } & Imported)
  | ({ readonly state: "cancelled" } & Imported)
  | ({ readonly state: "failed"; readonly reason: Trouble | "unexpected" } & Imported)
  | ({ readonly state: "done" } & Imported & AboutTable);

interface Job {
  state: ImportState;
  readonly cancel: AbortController;
  ended: Promise<void>;
}

/** On globalThis, so that every door of the server sees the same one, also after a reload in development. */
const holder = globalThis as unknown as { retransmitImport?: Job };

/** How the import stands; it outlives the page that began it. */
export function importState(): ImportState {
  return holder.retransmitImport?.state ?? { state: "idle" };
}

/** Starts an import, which goes on by itself. False: another one is running. */
export function startImport(db: Db, lines: readonly LogLine[], about: AboutTable, zone: string): boolean {
  if (importState().state === "running") return false;
  const job: Job = {
    state: { state: "running", share: 0, ...NOTHING_IMPORTED },
    cancel: new AbortController(),
    ended: Promise.resolve(),
  };
  holder.retransmitImport = job;
  job.ended = run(db, job, lines, about, zone);
  return true;
}

/** Ends the import, if there is one, and waits until it has ended. */
export async function cancelImport(): Promise<void> {
  holder.retransmitImport?.cancel.abort();
  await importEnded();
}

/** Waits until no import is running. */
export async function importEnded(): Promise<void> {
  await holder.retransmitImport?.ended;
}

async function run(db: Db, job: Job, lines: readonly LogLine[], about: AboutTable, zone: string): Promise<void> {
  const { signal } = job.cancel;
  let soFar = NOTHING_IMPORTED;
  const onProgress = (share: number, imported: Imported) => {
    soFar = imported;
    job.state = { state: "running", share, ...imported };
  };
  try {
    job.state = { state: "done", ...(await importLog(db, lines, zone, { signal, onProgress })), ...about };
  } catch (error) {
    if (signal.aborted) job.state = { state: "cancelled", ...soFar };
    else {
      console.error("import:", error);
      job.state = { state: "failed", reason: troubleOf(error) ?? "unexpected", ...soFar };
    }
  }
}
