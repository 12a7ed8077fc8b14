/**
 * How well recall was foretold, from tallies. What was foretold is what the schedule said at the moment of the answer;
 * only answers on a later study day than the one before count. The measures are those of srs-benchmark.
 */

/** Predictions that are counted together. */
export interface Predicted {
  /** How many cards were recalled, and how many forgotten. */
  readonly recalled: number;
  readonly forgotten: number;
  /** The sum of the foretold chances of recall. */
  readonly predicted: number;
}

/** Predictions of one ten-thousandth: `bin` / 10,000 up to (`bin` + 1) / 10,000. */
export interface FineBin extends Predicted {
  readonly bin: number;
}

const FINE_BINS = 10_000;
export const CALIBRATION_BINS = 20;

/** Fewer predictions say little about a schedule: Anki's health check asks for more than 300 as well. */
export const MEANINGFUL_PREDICTIONS = 300;

export interface CalibrationBin {
  /** The foretold chances from here, 0 … 1, up to the next bin. */
  readonly from: number;
  readonly count: number;
  /** Means, 0 … 1; null where nothing was foretold. */
  readonly predicted: number | null;
  readonly observed: number | null;
}

/** What was foretold against what came true, in 20 bins of equal width. */
export function calibration(fine: readonly FineBin[]): CalibrationBin[] {
  const width = FINE_BINS / CALIBRATION_BINS;
  return Array.from({ length: CALIBRATION_BINS }, (_, i) => {
    const within = sumOf(fine.filter(({ bin }) => Math.floor(bin / width) === i));
    const count = countOf(within);
    return {
      from: i / CALIBRATION_BINS,
      count,
      predicted: count === 0 ? null : within.predicted / count,
      observed: count === 0 ? null : within.recalled / count,
    };
  });
}

export interface Measures {
  /** 0 or more, lower is better; a coin has 0.69. */
  readonly logLoss: number;
  /** 0 … 1, lower is better. By itself it proves nothing: who always foretells the average of a bin has 0. */
  readonly rmseBins: number;
  /** 0 … 1, higher is better, 0.5 is chance; null while all or none were recalled. */
  readonly auc: number | null;
}

/**
 * Whether the schedule foretells better than one that always says the average: by log loss and by AUC, by one of the
 * two, or by neither. RMSE(bins) has no say.
 */
export type ForecastVerdict = "too-few" | "better" | "mixed" | "no-better";

export interface Accuracy {
  readonly predictions: number;
  /** The share that was recalled, 0 … 1: what "always the average" says of every card. */
  readonly average: number;
  readonly schedule: Measures;
  readonly baseline: Measures;
  readonly verdict: ForecastVerdict;
}

export interface PredictionTallies {
  /** The sum of the log loss of all predictions. */
  readonly logLoss: number;
  readonly fine: readonly FineBin[];
  /** The bins of RMSE(bins). */
  readonly bins: readonly Predicted[];
}

/**
 * The measures beside those of "always the average"; null while nothing was foretold. That average is known only
 * afterwards, so the comparison favours it a little.
 */
export function accuracy({ logLoss, fine, bins }: PredictionTallies): Accuracy | null {
  const all = sumOf(fine);
  const predictions = countOf(all);
  if (predictions === 0) return null;
  const average = all.recalled / predictions;
  const constant = bins.map((bin) => ({ ...bin, predicted: average * countOf(bin) }));
  const schedule = { logLoss: logLoss / predictions, rmseBins: rmseBins(bins), auc: auc(fine) };
  const baseline = { logLoss: entropy(average), rmseBins: rmseBins(constant), auc: 0.5 };
  return { predictions, average, schedule, baseline, verdict: verdictOn(predictions, schedule, baseline) };
}

/** The root of the mean squared difference between what was foretold and what came true, weighted by the bins' counts. */
export function rmseBins(bins: readonly Predicted[]): number {
  const filled = bins.filter((bin) => countOf(bin) > 0);
  const squares = filled.reduce((sum, bin) => sum + (bin.predicted - bin.recalled) ** 2 / countOf(bin), 0);
  return Math.sqrt(squares / countOf(sumOf(filled)));
}

/**
 * The chance that a card which was recalled had been foretold a higher chance than one which was forgotten. Equal
 * predictions count half, and those within one ten-thousandth count as equal: exact up to that.
 */
export function auc(fine: readonly FineBin[]): number | null {
  const { recalled, forgotten } = sumOf(fine);
  if (recalled === 0 || forgotten === 0) return null;
  let below = 0;
  let wins = 0;
  for (const bin of fine.toSorted((a, b) => a.bin - b.bin)) {
    wins += bin.recalled * (below + bin.forgotten / 2);
    below += bin.forgotten;
  }
  return wins / (recalled * forgotten);
}

/** The log loss of foretelling the average every time. */
function entropy(average: number): number {
  const term = (p: number) => (p === 0 ? 0 : -p * Math.log(p));
  return term(average) + term(1 - average);
}

function verdictOn(predictions: number, schedule: Measures, baseline: Measures): ForecastVerdict {
  if (predictions < MEANINGFUL_PREDICTIONS || schedule.auc === null || baseline.auc === null) return "too-few";
  const better = [schedule.logLoss < baseline.logLoss, schedule.auc > baseline.auc];
  if (better.every(Boolean)) return "better";
  return better.some(Boolean) ? "mixed" : "no-better";
}

function sumOf(bins: readonly Predicted[]): Predicted {
  let [recalled, forgotten, predicted] = [0, 0, 0];
  for (const bin of bins) {
    recalled += bin.recalled;
    forgotten += bin.forgotten;
    predicted += bin.predicted;
  }
  return { recalled, forgotten, predicted };
}

function countOf({ recalled, forgotten }: Predicted): number {
  return recalled + forgotten;
}
