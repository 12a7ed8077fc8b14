import type { Rating } from "./rating.ts";
import type { LearningStep, SchedulerSettings } from "./settings.ts";

const MINUTE_MS = 60_000;
const UNIT_MS = { m: MINUTE_MS, h: 60 * MINUTE_MS, d: 24 * 60 * MINUTE_MS };
const DAY_MS = UNIT_MS.d;

/** The length of a step in milliseconds. */
function stepMs(step: LearningStep): number {
  return Number.parseFloat(step) * UNIT_MS[step.slice(-1) as keyof typeof UNIT_MS];
}

/**
 * How long a card waits that stays in its steps, in milliseconds; `before` is the step it stood at, `after` the one it
 * stands at now. As Anki has it (rslib `scheduler/states/steps.rs`): Hard on the first step lies half-way to the
 * second; with a single step it is half as long again, but at most a day longer; on later steps it repeats the step.
 */
export function stepDelayMs(
  settings: SchedulerSettings,
  state: "learning" | "relearning",
  rating: Rating,
  { before, after }: { readonly before: number; readonly after: number },
): number {
  const steps = (state === "learning" ? settings.learningSteps : settings.relearningSteps).map(stepMs);
  const at = (index: number) => {
    const step = steps[index];
    if (step === undefined) throw new Error(`a card stands at step ${index} of ${steps.length}`);
    return step;
  };
  if (rating !== 2 || before > 0) return at(after);
  const [first, second] = [at(0), steps[1]];
  return second === undefined ? Math.min(first * 1.5, first + DAY_MS) : (first + second) / 2;
}
