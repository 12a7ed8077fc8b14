import type { Statement, Tx } from "#lib/db/client.ts";
import { lossOf } from "#lib/scheduling/log-loss.ts";
import type { Mark, Prediction } from "#lib/scheduling/mark.ts";
import { LEARNER } from "./learner.ts";
import { adding, run } from "./statements.ts";
import type { Tallies } from "./sums.ts";

/** The tallies are sums over the log: an answer adds its mark, one that was taken back takes it away (`times` -1). */
export async function tally(tx: Tx, mark: Mark, times: 1 | -1): Promise<void> {
  for (const statement of tallying(mark, times)) await run(tx, statement);
}

/** The writes of `tally`, for who writes them together with others; `guard` as in statements.ts. */
export function tallying(mark: Mark, times: 1 | -1, guard?: Statement): Statement[] {
  const day = adding("DayTally", { learnerId: LEARNER, day: mark.day }, dayCounts(mark, times), guard);
  if (mark.prediction === null) return [day];
  const { recall, bin } = mark.prediction;
  const counts = predictionCounts(mark.prediction, times);
  return [
    day,
    adding("RecallTally", { learnerId: LEARNER, bin: recallBin(recall) }, counts, guard),
    adding("BinTally", { learnerId: LEARNER, ...bin }, counts, guard),
  ];
}

/** Adds what many answers add up to; see `Sums`. */
export async function addTallies(tx: Tx, { days, recalls, bins }: Tallies): Promise<void> {
  const add = (
    table: string,
    key: Readonly<Record<string, string | number>>,
    counts: Readonly<Record<string, number>>,
  ) => run(tx, adding(table, { learnerId: LEARNER, ...key }, counts));
  for (const { day, ...counts } of days) await add("DayTally", { day }, counts);
  for (const { bin, ...counts } of recalls) await add("RecallTally", { bin }, counts);
  for (const { deltaT, length, lapses, ...counts } of bins) await add("BinTally", { deltaT, length, lapses }, counts);
}

/** What a mark adds to its day. */
export function dayCounts({ kind, rating, isFirst, durationMs, tested, prediction }: Mark, times: number) {
  const isAnswer = kind === "answer";
  const when = (holds: boolean) => (holds ? times : 0);
  return {
    answers: when(isAnswer),
    crams: when(!isAnswer),
    firsts: when(isFirst),
    again: when(isAnswer && rating === 1),
    hard: when(isAnswer && rating === 2),
    good: when(isAnswer && rating === 3),
    easy: when(isAnswer && rating === 4),
    durationMs: durationMs * times,
    youngPassed: when(tested === "young" && rating > 1),
    youngFailed: when(tested === "young" && rating === 1),
    maturePassed: when(tested === "mature" && rating > 1),
    matureFailed: when(tested === "mature" && rating === 1),
    predictions: when(prediction !== null),
    recalled: when(prediction?.recalled ?? false),
    logLoss: prediction === null ? 0 : lossOf(prediction.recall, prediction.recalled) * times,
  };
}

/** What a prediction adds to its bins. */
export function predictionCounts({ recall, recalled }: Prediction, times: number) {
  return { recalled: recalled ? times : 0, forgotten: recalled ? 0 : times, predicted: recall * times };
}

const RECALL_BINS = 10_000;

export function recallBin(recall: number): number {
  return Math.min(RECALL_BINS - 1, Math.floor(recall * RECALL_BINS));
}
