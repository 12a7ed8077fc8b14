import type { Db, Statement, Tx } from "#lib/db/client.ts";
import { LEARNER } from "#lib/learner/learner.ts";
import { lossOf } from "#lib/scheduling/log-loss.ts";
import type { ForetoldRecall, Mark } from "#lib/scheduling/mark.ts";
import { lotsOf } from "./slices.ts";
import { adding, addingAll, runStatement } from "./statements.ts";
import type { Tallies } from "./sums.ts";

/** The tallies are sums over the log: an answer adds its mark, one that was taken back takes it away (`times` -1). */
export async function tally(tx: Tx, mark: Mark, times: 1 | -1): Promise<void> {
  for (const statement of tallying(mark, times)) await runStatement(tx, statement);
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

/** So many rows are one statement. */
const ROWS_AT_ONCE = 100;

/** Adds what many answers add up to, or where they differ from what is stored; see `Sums`. */
export function addingTallies({ days, recalls, bins }: Tallies, guard?: Statement): Statement[] {
  const add = (
    table: string,
    key: readonly string[],
    rows: readonly (typeof days | typeof recalls | typeof bins)[number][],
  ) =>
    lotsOf(rows, ROWS_AT_ONCE).map((lot) =>
      addingAll(
        table,
        key,
        lot.map((row) => ({ ...row })),
        { learnerId: LEARNER },
        guard,
      ),
    );
  return [
    ...add("DayTally", ["day"], days),
    ...add("RecallTally", ["bin"], recalls),
    ...add("BinTally", ["deltaT", "length", "lapses"], bins),
  ];
}

/** Whether there is a log that nothing was summed from: it was written before there were tallies. */
export async function lacksTallies(db: Db): Promise<boolean> {
  const where = { learnerId: LEARNER };
  return (await db.dayTally.findFirst({ where })) === null && (await db.review.findFirst({ where })) !== null;
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
export function predictionCounts({ recall, recalled }: ForetoldRecall, times: number) {
  return { recalled: recalled ? times : 0, forgotten: recalled ? 0 : times, predicted: recall * times };
}

/** The names of what is counted. */
const NO_MARK: Mark = {
  ...{ day: "", kind: "answer", rating: 3, isFirst: false, durationMs: 0, tested: null, prediction: null },
};
export const DAY_COUNTS = Object.keys(dayCounts(NO_MARK, 0));
export const PREDICTION_COUNTS = ["recalled", "forgotten", "predicted"] satisfies (keyof ReturnType<
  typeof predictionCounts
>)[];

const RECALL_BINS = 10_000;

export function recallBin(recall: number): number {
  return Math.min(RECALL_BINS - 1, Math.floor(recall * RECALL_BINS));
}
