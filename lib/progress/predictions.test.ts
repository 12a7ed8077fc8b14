import fc from "fast-check";
import { expect, test } from "vitest";
import { accuracy, auc, calibration, type FineBin, MEANINGFUL_PREDICTIONS, rmseBins } from "./predictions.ts";

const fineBin = (bin: number, recalled: number, forgotten: number): FineBin => ({
  bin,
  recalled,
  forgotten,
  predicted: ((recalled + forgotten) * (bin + 0.5)) / 10_000,
});

const tallies = fc.uniqueArray(
  fc
    .record({ bin: fc.nat(9_999), recalled: fc.nat(30), forgotten: fc.nat(30) })
    .map(({ bin, recalled, forgotten }) => fineBin(bin, recalled, forgotten)),
  { selector: ({ bin }) => bin, maxLength: 60 },
);

const countOf = (bins: readonly FineBin[]) => bins.reduce((n, { recalled, forgotten }) => n + recalled + forgotten, 0);

test("AUC counts the pairs in which the recalled card was foretold more, ties half", () => {
  // Recalled: 0.9, 0.9, 0.5. Forgotten: 0.5, 0.1. Six pairs: five won, one tied.
  expect(auc([fineBin(9_000, 2, 0), fineBin(5_000, 1, 1), fineBin(1_000, 0, 1)])).toBeCloseTo(5.5 / 6, 12);
});

test("AUC is unknown while everything was recalled, or nothing", () => {
  expect(auc([])).toBeNull();
  expect(auc([fineBin(9_000, 5, 0)])).toBeNull();
  expect(auc([fineBin(9_000, 0, 5)])).toBeNull();
});

test("AUC is what counting all pairs gives, whatever the order and the scale of the predictions", () => {
  fc.assert(
    fc.property(tallies, (bins) => {
      const measured = auc(bins);
      let [wins, pairs] = [0, 0];
      for (const one of bins) {
        for (const other of bins) {
          const pair = one.recalled * other.forgotten;
          pairs += pair;
          wins += one.bin > other.bin ? pair : one.bin === other.bin ? pair / 2 : 0;
        }
      }
      if (pairs === 0) return measured === null;
      expect(measured).toBeCloseTo(wins / pairs, 10);
      const stretched = bins.map((bin) => ({ ...bin, bin: bin.bin ** 2 })).reverse();
      expect(auc(stretched)).toBeCloseTo(wins / pairs, 10);
      // Who says the opposite is right where this one is wrong.
      expect(auc(bins.map((bin) => ({ ...bin, bin: -bin.bin })))).toBeCloseTo(1 - wins / pairs, 10);
    }),
  );
});

test("the twenty bins of the calibration hold every prediction once, with means inside the bin", () => {
  fc.assert(
    fc.property(tallies, (bins) => {
      const twenty = calibration(bins);
      expect(twenty).toHaveLength(20);
      expect(twenty.reduce((sum, { count }) => sum + count, 0)).toBe(countOf(bins));
      for (const { from, count, predicted, observed } of twenty) {
        expect(predicted === null).toBe(count === 0);
        if (predicted === null || observed === null) continue;
        expect(predicted).toBeGreaterThanOrEqual(from);
        expect(predicted).toBeLessThanOrEqual(from + 0.05);
        expect(observed).toBeGreaterThanOrEqual(0);
        expect(observed).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test("a calibration by hand: nine of ten at 91 %, certain cards in the last bin", () => {
  const twenty = calibration([fineBin(9_100, 5, 1), fineBin(9_199, 4, 0), fineBin(9_999, 3, 0)]);
  expect(twenty[18]).toEqual({ from: 0.9, count: 10, predicted: expect.closeTo(0.91401, 5), observed: 0.9 });
  expect(twenty[19]).toMatchObject({ from: 0.95, count: 3, observed: 1 });
  expect(twenty[17]).toEqual({ from: 0.85, count: 0, predicted: null, observed: null });
});

test("RMSE(bins) by hand: bins off by 0.1 and 0.2, weighted by their counts", () => {
  const bins = [
    { recalled: 8, forgotten: 2, predicted: 9 },
    { recalled: 15, forgotten: 15, predicted: 9 },
    { recalled: 0, forgotten: 0, predicted: -1e-17 }, // an answer that was taken back
  ];
  expect(rmseBins(bins)).toBeCloseTo(Math.sqrt((10 * 0.1 ** 2 + 30 * 0.2 ** 2) / 40), 12);
});

test("without predictions there is nothing to measure; with few the verdict waits", () => {
  expect(accuracy({ logLoss: 0, fine: [], bins: [] })).toBeNull();
  expect(accuracy({ logLoss: 0, fine: [fineBin(9_000, 0, 0)], bins: [] })).toBeNull();
  const few = [fineBin(9_000, 90, 10)];
  expect(accuracy({ logLoss: 1, fine: few, bins: few })).toMatchObject({ predictions: 100, verdict: "too-few" });
});

test("a schedule that always foretells the average measures exactly as the baseline does", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 999 }), (recalled, forgotten) => {
      const n = recalled + forgotten;
      const average = recalled / n;
      const fine = [{ bin: Math.floor(average * 10_000), recalled, forgotten, predicted: recalled }];
      const logLoss = -(recalled * Math.log(average) + forgotten * Math.log(1 - average));
      const bins = [
        { recalled, forgotten: 0, predicted: average * recalled },
        { recalled: 0, forgotten, predicted: average * forgotten },
      ];
      const measured = accuracy({ logLoss, fine, bins });
      expect(measured?.schedule.logLoss).toBeCloseTo(measured?.baseline.logLoss ?? Number.NaN, 10);
      expect(measured?.schedule.rmseBins).toBeCloseTo(measured?.baseline.rmseBins ?? Number.NaN, 10);
      expect(measured?.schedule.auc).toBe(0.5);
    }),
  );
});

test("the verdict is by log loss and AUC; a low RMSE(bins) buys nothing", () => {
  const knowing = [fineBin(9_500, 190, 10), fineBin(5_000, 50, 50)];
  expect(countOf(knowing)).toBe(MEANINGFUL_PREDICTIONS);
  expect(accuracy({ logLoss: 110, fine: knowing, bins: knowing })?.verdict).toBe("better");
  expect(accuracy({ logLoss: 200, fine: knowing, bins: knowing })?.verdict).toBe("mixed");
  const wrongWay = [fineBin(5_000, 190, 10), fineBin(9_500, 50, 50)];
  const perfectBins = [{ recalled: 240, forgotten: 60, predicted: 240 }];
  const measured = accuracy({ logLoss: 300, fine: wrongWay, bins: perfectBins });
  expect(measured).toMatchObject({ schedule: { rmseBins: 0 }, verdict: "no-better" });
});

test("where all were recalled, the average foretells perfectly", () => {
  const all = [fineBin(9_000, 400, 0)];
  expect(accuracy({ logLoss: 42, fine: all, bins: all })).toMatchObject({
    average: 1,
    baseline: { logLoss: 0, rmseBins: 0 },
    schedule: { auc: null },
    verdict: "too-few",
  });
});
