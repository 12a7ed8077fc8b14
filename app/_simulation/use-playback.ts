import { type RefObject, useEffect, useLayoutEffect } from "react";
import { useMachine } from "#app/_ui/use-machine.ts";
import type { Scenario } from "#lib/tcp/world/scenario.ts";
import type { Contrast } from "./change.ts";
import { begin, type Playback, type PlaybackEffect, type PlaybackInput, stepPlayback } from "./playback.ts";

const STEP_MS = 1100;

/** Runs a playback: gives it its time, and does what it wants done. `shown`: the film beside which it begins. */
export function usePlayback(
  scenario: Scenario,
  shown: Contrast | null,
  root: RefObject<HTMLElement | null>,
): readonly [Playback, (input: PlaybackInput) => void] {
  const [playback, send] = useMachine(
    () => begin(scenario, shown),
    stepPlayback,
    (effect, send) => void act(effect, root, send),
  );

  // Before it is seen: a page that is refreshed tells its scenario anew.
  useLayoutEffect(() => send({ kind: "scenario", scenario }), [send, scenario]);

  const { playing, speed } = playback;
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => send({ kind: "tick" }), STEP_MS / speed);
    return () => clearInterval(timer);
  }, [send, playing, speed]);

  return [playback, send];
}

const PLACES = { undo: "[data-undo]", heading: "h2", play: "[data-play]" } as const;

async function act(
  effect: PlaybackEffect,
  root: RefObject<HTMLElement | null>,
  send: (input: PlaybackInput) => void,
): Promise<void> {
  if (effect.kind === "focus") return focusSoon(root, PLACES[effect.on]);
  // Loaded when somebody wants to be asked.
  send({ kind: "questions", find: (await import("./next-question.ts")).nextPrediction });
}

/** Focuses what is about to be there; what is loaded first may take a second of frames. */
function focusSoon(root: RefObject<HTMLElement | null>, what: string, frames = 60): void {
  requestAnimationFrame(() => {
    const found = root.current?.querySelector<HTMLElement>(what);
    if (found) found.focus({ preventScroll: true });
    else if (frames > 0) focusSoon(root, what, frames - 1);
  });
}
