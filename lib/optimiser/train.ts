import type * as Binding from "@open-spaced-repetition/binding";
import type { SchedulerSettings } from "#lib/scheduling/settings.ts";
import { weightProblems } from "#lib/scheduling/weights.ts";
import type { Item } from "./items.ts";
import { Pace } from "./pace.ts";

/** The binding waits so long between two looks at the progress, in ms, and before it notices that it is done. */
const POLL_MS = 10;
const ANSWERS_A_SLICE = 5_000;
const WEIGHTS = 21;
/** Training leaves out what has more answers before it (fsrs-rs, `max_seq_len`), so that it need not be built. */
const ANSWERS_MAX = 256;

/** Native code, which not every machine has a build of: null where there is none. Loaded when it is first needed. */
export async function loadBinding(): Promise<typeof Binding | null> {
  return await import("@open-spaced-repetition/binding").catch(() => null);
}

export interface Watch {
  readonly signal?: AbortSignal;
  /** Hears the share that is done, 0 … 1. */
  readonly onProgress?: (share: number) => void;
}

/** The 21 weights of FSRS-6 that fit the items best; the same items give the same weights. Throws when it is cancelled. */
export async function train(
  binding: typeof Binding,
  items: readonly Item[],
  settings: SchedulerSettings,
  { signal, onProgress }: Watch = {},
): Promise<number[]> {
  const trainSet = await bindingItems(binding, items, signal);
  const weights = await binding.computeParameters(trainSet, {
    enableShortTerm: settings.shortTerm,
    numRelearningSteps: settings.relearningSteps.length,
    timeout: POLL_MS,
    progress: (done, of) => {
      // Only an exception ends it for sure: with so short a poll, a `false` is ignored.
      signal?.throwIfAborted();
      if (of > 0) onProgress?.(Math.min(1, done / of));
    },
  });
  signal?.throwIfAborted();
  if (weights.length !== WEIGHTS) throw new Error(`training ended with ${weights.length} weights`);
  const [problem] = weightProblems(weights, settings.shortTerm);
  if (problem) throw new Error(`training ended badly: ${problem.message}`);
  return weights;
}

async function bindingItems(
  { FSRSBindingItem, FSRSBindingReview }: typeof Binding,
  items: readonly Item[],
  signal: AbortSignal | undefined,
): Promise<Binding.FSRSItem[]> {
  const pace = new Pace(signal, ANSWERS_A_SLICE);
  const made: Binding.FSRSItem[] = [];
  for (const { history, index } of items) {
    if (index >= ANSWERS_MAX) continue;
    const reviews = history.slice(0, index + 1).map(({ rating, days }) => new FSRSBindingReview(rating, days));
    made.push(new FSRSBindingItem(reviews));
    await pace.step(reviews.length);
  }
  return made;
}
