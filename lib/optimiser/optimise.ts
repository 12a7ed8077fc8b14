import type { SchedulerSettings } from "#lib/scheduling/settings.ts";
import { type AnswerHistory, itemsOf, splitByTime } from "./items.ts";
import { logLoss } from "./loss.ts";
import { loadBinding, train, type Watch } from "./train.ts";

/** With fewer items, weights would fit chance. */
export const ITEMS_MIN = 400;
/** The share of items that is trained on; the rest, which came later, judges. */
const TRAINED_SHARE = 0.8;

export type Optimised =
  | {
      ok: true;
      /** The log loss of the settings in force and of the new weights, on items that were not trained on. */
      before: number;
      after: number;
      weights: readonly number[];
    }
  | { ok: false; reason: "unavailable" }
  | { ok: false; reason: "too-few"; missing: number };

/**
 * Finds weights from the earlier part of a log and tries them on the later part, beside the settings in force. The
 * weights that were tried are the weights that are given: none are trained on everything afterwards, which nothing
 * would have judged. Throws what `signal` says when it is cancelled.
 */
export async function optimise(
  histories: readonly AnswerHistory[],
  settings: SchedulerSettings,
  watch: Watch = {},
): Promise<Optimised> {
  const items = itemsOf(histories);
  if (items.length < ITEMS_MIN) return { ok: false, reason: "too-few", missing: ITEMS_MIN - items.length };
  const binding = await loadBinding();
  if (binding === null) return { ok: false, reason: "unavailable" };
  const { earlier, later } = splitByTime(items, TRAINED_SHARE);
  const weights = await train(binding, earlier, settings, watch);
  const before = await logLoss(later, settings, watch.signal);
  const after = await logLoss(later, { ...settings, weights }, watch.signal);
  return { ok: true, before, after, weights };
}
