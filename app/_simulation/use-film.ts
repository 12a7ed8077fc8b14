import { useEffect, useMemo, useState } from "react";
import type { Film } from "#lib/tcp/film.ts";
import type { Scenario } from "#lib/tcp/scenario.ts";
import { FRAMES_MAX, simulate } from "#lib/tcp/simulate.ts";

/**
 * So much work is done at once, by the server that draws the page and by the page itself: a few milliseconds, and eight
 * times what the longest film of the content needs.
 */
export const WORK_AT_ONCE = 1_000;

/** Who waits longer than this sees the beginning, and is told why. */
const DEADLINE_MS = 5_000;

/** Why there is no more than the beginning of a film; null: it is whole, or ends where every film must. */
export type Cut = "running" | "stopped" | "late" | "failed";

export interface Screening {
  readonly film: Film;
  readonly cut: Cut | null;
  /** Gives up what is still to come. */
  readonly stop: () => void;
}

/**
 * The film of a scenario, whoever wrote it; of null: none. An ordinary one is there at once, on the server too; of a long one first the
 * beginning, while a worker works out all of it. What the worker hands over is plain data: its queues have lost their
 * methods, which nobody asks of a film that is over.
 */
export function useFilm(scenario: Scenario): Screening;
export function useFilm(scenario: Scenario | null): Screening | null;
export function useFilm(scenario: Scenario | null): Screening | null {
  const beginning = useMemo(() => scenario && simulate(scenario, FRAMES_MAX, WORK_AT_ONCE), [scenario]);
  const [outcome, setOutcome] = useState<{ of: Scenario; whole: Film | null; cut: Cut | null } | null>(null);
  const known = outcome?.of === scenario ? outcome : null;
  const isRunning = beginning?.ended === "work" && known === null;

  useEffect(() => {
    if (!isRunning || scenario === null) return;
    const worker = new Worker(new URL("./film.worker.ts", import.meta.url), { type: "module" });
    const giveUp = (cut: Cut) => setOutcome({ of: scenario, whole: null, cut });
    worker.onmessage = ({ data }: MessageEvent<Film>) => setOutcome({ of: scenario, whole: data, cut: null });
    worker.onerror = () => giveUp("failed");
    worker.postMessage(scenario);
    const deadline = setTimeout(() => giveUp("late"), DEADLINE_MS);
    return () => {
      clearTimeout(deadline);
      worker.terminate();
    };
  }, [isRunning, scenario]);

  if (scenario === null || beginning === null) return null;
  return {
    film: known?.whole ?? beginning,
    cut: isRunning ? "running" : (known?.cut ?? null),
    stop: () => setOutcome({ of: scenario, whole: null, cut: "stopped" }),
  };
}
