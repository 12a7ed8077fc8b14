import type { Film } from "#lib/tcp/film.ts";
import type { Scenario } from "#lib/tcp/scenario.ts";

/** Who waits longer than this sees the beginning, and is told why. */
const DEADLINE_MS = 5_000;

/**
 * Has a worker work out a film. Calls back once: with the film, or with why there is none. Gives back how it is ended,
 * after which there is no call any more.
 */
export function workOut(scenario: Scenario, done: (outcome: Film | "late" | "failed") => void): () => void {
  const worker = new Worker(new URL("./film.worker.ts", import.meta.url), { type: "module" });
  const end = () => {
    clearTimeout(deadline);
    worker.terminate();
  };
  const finish = (outcome: Film | "late" | "failed") => {
    end();
    done(outcome);
  };
  const deadline = setTimeout(() => finish("late"), DEADLINE_MS);
  worker.onmessage = ({ data }: MessageEvent<Film>) => finish(data);
  worker.onerror = () => finish("failed");
  worker.postMessage(scenario);
  return end;
}
