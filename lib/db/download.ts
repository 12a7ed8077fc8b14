import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { type BackedUp, backUp } from "./backup.ts";
import { inTheMaking, remove } from "./whole.ts";

export type Download =
  | { readonly ok: true; readonly bytes: number; readonly stream: ReadableStream<Uint8Array> }
  | Exclude<BackedUp, { ok: true }>
  /** One is being made already; each takes as much room as the database. */
  | { readonly ok: false; readonly reason: "busy" };

/** On globalThis, so that every bundle sees the same. */
const holder = globalThis as unknown as { retransmitDownloads?: number };

/** A backup to be handed out: made, checked, then read piece by piece and removed, however the reading ends. */
export async function backupToHandOut(file: string, signal: AbortSignal): Promise<Download> {
  if ((holder.retransmitDownloads ?? 0) > 0) return { ok: false, reason: "busy" };
  holder.retransmitDownloads = 1;
  const copy = inTheMaking(file, `download-${randomUUID()}`);
  const forget = () => {
    holder.retransmitDownloads = 0;
    remove(copy);
  };
  try {
    const made = await backUp(file, copy, signal);
    if (!made.ok) {
      forget();
      return made;
    }
    const reading = createReadStream(copy).on("close", forget);
    // Node's and the DOM's stream are the same thing under two types.
    return { ok: true, bytes: made.bytes, stream: Readable.toWeb(reading) as ReadableStream<Uint8Array> };
  } catch (error) {
    forget();
    throw error;
  }
}
