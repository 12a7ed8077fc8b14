import path from "node:path";
import { Worker } from "node:worker_threads";
import { DiskFull, isDiskFull } from "./room.ts";
import { LOCK_WAIT_MS, type Statement } from "./sqlite.ts";

type Answer =
  | { answers: unknown[][][] }
  | { refused: { message: string; code: string | undefined; rawCode: number | undefined } };

/**
 * Runs statements on a connection and in a thread of their own: what takes long there keeps nobody waiting, and when the
 * thread has ended nothing of it holds the file. What each statement answered, as rows of values.
 *
 * Throws what SQLite refuses, with its number as `rawCode`. `signal` ends it at once; SQLite takes back what was begun.
 */
export async function aside(
  file: string,
  statements: readonly (string | Statement)[],
  signal?: AbortSignal,
): Promise<unknown[][][]> {
  signal?.throwIfAborted();
  const whole = statements.map((one) => (typeof one === "string" ? { sql: one, values: [] } : one));
  const worker = new Worker(path.resolve(/* turbopackIgnore: true */ process.cwd(), "lib", "db", "aside.mjs"), {
    workerData: { file, statements: whole, lockWaitMs: LOCK_WAIT_MS },
    execArgv: [], // it needs none of what this program was started with
  });
  const end = () => void worker.terminate();
  signal?.addEventListener("abort", end, { once: true });
  try {
    const answer = await new Promise<Answer>((resolve, reject) => {
      let told: Answer | null = null;
      worker.on("message", (message: Answer) => {
        told = message;
      });
      worker.on("error", reject);
      // Only now is the file free of it.
      worker.on("exit", () => (told === null ? reject(signal?.reason ?? new Error("ended early")) : resolve(told)));
    });
    if ("answers" in answer) return answer.answers;
    const { message, ...codes } = answer.refused;
    const error = Object.assign(new Error(message), codes);
    throw isDiskFull(error, file) ? new DiskFull(file, { cause: error }) : error;
  } finally {
    signal?.removeEventListener("abort", end);
  }
}
