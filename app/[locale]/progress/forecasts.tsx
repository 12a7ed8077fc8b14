import { CalibrationChart } from "#app/_charts/calibration.tsx";
import { percent } from "#app/_charts/numbers.ts";
import { DataTable } from "#app/_charts/table.tsx";
import type { Messages } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";
import { accuracy, CALIBRATION_BINS, calibration, MEANINGFUL_PREDICTIONS } from "#lib/progress/predictions.ts";
import type { Progress } from "#lib/progress/queries.ts";

interface Props {
  progress: Progress;
  m: Messages;
}

export function Calibration({ progress, m }: Props) {
  const { calibration: words, asTable } = m.progress;
  const bins = calibration(progress.predictions.fine);
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return <p>{words.none}</p>;
  const filled = bins.filter(({ count }) => count > 0);
  return (
    <>
      {total < MEANINGFUL_PREDICTIONS && (
        <p className="mb-4">{say(words.few, { n: total, enough: MEANINGFUL_PREDICTIONS })}</p>
      )}
      <CalibrationChart
        id="calibration-chart"
        title={`${words.bin} – ${words.observed}`}
        text={say(words.text, { n: total })}
        bins={bins}
        axes={{ x: words.mean, y: words.observed }}
        table={{
          head: [words.bin, words.count, words.mean, words.observed],
          rows: filled.map(({ from, count, predicted, observed }) => [
            `${percent(from)}–${percent(from + 1 / CALIBRATION_BINS)}`,
            count,
            percent(predicted ?? 0, 1),
            percent(observed ?? 0, 1),
          ]),
        }}
        asTable={asTable}
      />
    </>
  );
}

/** The measures beside those of "always the average", and what they allow to say. */
export function AccuracyTable({ progress, m }: Props) {
  const words = m.progress.accuracy;
  const measured = accuracy(progress.predictions);
  if (measured === null) return <p>{m.progress.calibration.none}</p>;
  const { schedule, baseline, average, verdict } = measured;
  const told = (value: number | null) => value?.toFixed(4) ?? "–";
  const rows = [
    [words.logLoss, told(schedule.logLoss), told(baseline.logLoss)],
    [words.auc, told(schedule.auc), told(baseline.auc)],
    [words.rmse, told(schedule.rmseBins), told(baseline.rmseBins)],
  ];
  return (
    <>
      <p className="max-w-2xl">{words.verdicts[verdict]}</p>
      <p className="mt-2 mb-3 max-w-2xl text-sm text-quiet">
        {words.text} {words.caution}
      </p>
      <DataTable
        caption={words.heading}
        table={{ head: [words.measure, words.schedule, say(words.baseline, { rate: percent(average, 1) })], rows }}
      />
    </>
  );
}
