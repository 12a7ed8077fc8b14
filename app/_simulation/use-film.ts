import { useEffect, useMemo, useState } from "react";
import type { Film } from "#lib/tcp/film.ts";
import type { Scenario } from "#lib/tcp/scenario.ts";
import { FRAMES_MAX, simulate } from "#lib/tcp/simulate.ts";

/**
 * So much work is done at once, by the server that draws the page and by the page itself: a few milliseconds, and eight
 * times what the longest film of the content needs.
 */
export const WORK_AT_ONCE = 1_000;

/** Why there is no more than the beginning of a film; null: it is whole, or ends where every film must. */
export type Cut = "running" | "stopped" | "late" | "failed";

export interface Screening {
  readonly film: Film;
  readonly cut: Cut | null;
  /** Gives up what is still to come. */
  readonly stop: () => void;
}

/**
 * The film of a scenario, whoever wrote it; of null: none. An ordinary one is there at once, on the server too; of a
 * long one first the beginning, while a worker works out all of it. What the worker hands over is plain data: its queues
 * have lost their methods, which nobody asks of a film that is over.
 */
export function useFilm(scenario: Scenario): Screening;
export function useFilm(scenario: Scenario | null): Screening | null;
export function useFilm(scenario: Scenario | null): Screening | null {
  const beginning = useMemo(() => scenario && simulate(scenario, FRAMES_MAX, WORK_AT_ONCE), [scenario]);
  const [outcome, setOutcome] = useState<{ of: Scenario; outcome: Film | Cut } | null>(null);
  const known = outcome?.of === scenario ? outcome.outcome : null;
  const isRunning = beginning?.ended === "work" && known === null;

  useEffect(() => {
    if (!isRunning || scenario === null) return;
    let isOver = false;
    let end = () => {};
    const finish = (outcome: Film | Cut) => {
      if (!isOver) setOutcome({ of: scenario, outcome });
    };
    // Loaded when a film is long, which few are.
    import("./work-out.ts").then(
      ({ workOut }) => {
        if (!isOver) end = workOut(scenario, finish);
      },
      () => finish("failed"),
    );
    return () => {
      isOver = true;
      end();
    };
  }, [isRunning, scenario]);

  if (scenario === null || beginning === null) return null;
  const isCut = typeof known === "string";
  return {
    film: isCut ? beginning : (known ?? beginning),
    cut: isRunning ? "running" : isCut ? known : null,
    stop: () => setOutcome({ of: scenario, outcome: "stopped" }),
  };
}
