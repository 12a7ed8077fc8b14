import { type Forecaster, forecaster, type Strength } from "#lib/scheduling/fsrs.ts";
import { lossOf } from "#lib/scheduling/log-loss.ts";
import type { SchedulerSettings } from "#lib/scheduling/settings.ts";
import type { AnswerHistory, Item } from "./items.ts";
import { Pace } from "./pace.ts";

const ANSWERS_A_SLICE = 5_000;

/**
 * How badly settings foretell the items: the mean of −ln of the chance that they gave to what happened; 0 is perfect,
 * 0.69 is a coin. Plain, as srs-benchmark has it; the binding's own measure leaves outliers out and weighs by age.
 */
export async function logLoss(
  items: readonly Item[],
  settings: SchedulerSettings,
  signal?: AbortSignal,
): Promise<number> {
  const wanted = new Map<AnswerHistory, Set<number>>();
  for (const { history, index } of items) {
    const indices = wanted.get(history) ?? new Set();
    wanted.set(history, indices.add(index));
  }
  const forecast = forecaster(settings);
  const pace = new Pace(signal, ANSWERS_A_SLICE);
  let sum = 0;
  for (const [history, indices] of wanted) {
    sum += lossAlong(history, indices, forecast);
    await pace.step(history.length);
  }
  return sum / items.length;
}

function lossAlong(history: AnswerHistory, indices: ReadonlySet<number>, forecast: Forecaster): number {
  let sum = 0;
  let strength: Strength | null = null;
  for (const [index, { rating, days }] of history.entries()) {
    if (indices.has(index) && strength !== null) {
      sum += lossOf(forecast.recall(days, strength.stability), rating > 1);
    }
    strength = forecast.after(strength, rating, days);
  }
  return sum;
}
