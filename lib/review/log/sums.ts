import type { Mark, RmseBin } from "#lib/scheduling/mark.ts";
import { dayCounts, predictionCounts, recallBin } from "./tallies.ts";

type DayCounts = ReturnType<typeof dayCounts>;
type PredictionCounts = ReturnType<typeof predictionCounts>;

export interface Tallies {
  readonly days: readonly ({ day: string } & DayCounts)[];
  readonly recalls: readonly ({ bin: number } & PredictionCounts)[];
  readonly bins: readonly (RmseBin & PredictionCounts)[];
}

/** Sums that were added and subtracted in another order differ by so much. */
const ROUNDING = 1e-6;

/** The tallies of a whole log, summed in memory. */
export class Sums {
  readonly #days = new Table<{ day: string }, DayCounts>("DayTally");
  readonly #recalls = new Table<{ bin: number }, PredictionCounts>("RecallTally");
  readonly #bins = new Table<RmseBin, PredictionCounts>("BinTally");

  add(mark: Mark): void {
    this.#days.add({ day: mark.day }, dayCounts(mark, 1));
    if (mark.prediction === null) return;
    const counts = predictionCounts(mark.prediction, 1);
    this.#recalls.add({ bin: recallBin(mark.prediction.recall) }, counts);
    this.#bins.add(mark.prediction.bin, counts);
  }

  rows(): Tallies {
    return { days: this.#days.rows(), recalls: this.#recalls.rows(), bins: this.#bins.rows() };
  }

  /** How much is missing in what is stored; where nothing is, there is no row. */
  minus({ days, recalls, bins }: Tallies): Tallies {
    return {
      days: this.#days.minus(days, ({ day }) => ({ day })),
      recalls: this.#recalls.minus(recalls, ({ bin }) => ({ bin })),
      bins: this.#bins.minus(bins, ({ deltaT, length, lapses }) => ({ deltaT, length, lapses })),
    };
  }

  /** Where what is stored differs, a sentence each. A row of zeros is as good as none. */
  differences({ days, recalls, bins }: Tallies): string[] {
    return [
      ...this.#days.differences(days, ({ day }) => ({ day })),
      ...this.#recalls.differences(recalls, ({ bin }) => ({ bin })),
      ...this.#bins.differences(bins, ({ deltaT, length, lapses }) => ({ deltaT, length, lapses })),
    ];
  }
}

class Table<K extends object, C extends Record<string, number>> {
  readonly #title: string;
  readonly #sums = new Map<string, { key: K; counts: C }>();

  constructor(title: string) {
    this.#title = title;
  }

  add(key: K, counts: C): void {
    const name = nameOf(key);
    const known = this.#sums.get(name);
    if (known === undefined) {
      this.#sums.set(name, { key, counts: { ...counts } });
      return;
    }
    // Millions of times, so that nothing is made anew.
    const sums: Record<string, number> = known.counts;
    for (const column in counts) sums[column] = (sums[column] ?? 0) + (counts[column] ?? 0);
  }

  rows(): (K & C)[] {
    return [...this.#sums.values()].map(({ key, counts }) => ({ ...key, ...counts }));
  }

  minus(stored: readonly (K & C)[], keyOf: (row: K & C) => K): (K & C)[] {
    const rest = new Map(this.#sums);
    for (const row of stored) {
      const key = keyOf(row);
      const name = nameOf(key);
      const sum = rest.get(name)?.counts;
      const { ...counts } = row as Record<string, number>;
      for (const column of Object.keys(key)) delete counts[column];
      const left = Object.entries(counts).map(([column, is]) => [column, (sum?.[column] ?? 0) - is] as const);
      if (left.every(([, by]) => Math.abs(by) <= ROUNDING)) rest.delete(name);
      // The columns of a row are those of its counts.
      else rest.set(name, { key, counts: Object.fromEntries(left) as C });
    }
    return [...rest.values()].map(({ key, counts }) => ({ ...key, ...counts }));
  }

  differences(stored: readonly (K & C)[], keyOf: (row: K & C) => K): string[] {
    const rows = new Map(stored.map((row) => [nameOf(keyOf(row)), row]));
    const told: string[] = [];
    for (const [name, { counts }] of this.#sums) {
      for (const [column, ought] of Object.entries(counts)) this.#compare(told, name, column, rows.get(name), ought);
    }
    for (const [name, row] of rows) {
      if (this.#sums.has(name)) continue;
      const keys = Object.keys(keyOf(row));
      for (const column of Object.keys(row)) if (!keys.includes(column)) this.#compare(told, name, column, row, 0);
    }
    return told;
  }

  #compare(told: string[], name: string, column: string, row: C | undefined, ought: number): void {
    const is = row?.[column] ?? 0;
    if (Math.abs(is - ought) <= ROUNDING) return;
    told.push(`${this.#title} ${name}: ${column} is ${is}, the log says ${ought}`);
  }
}

function nameOf(key: object): string {
  return Object.values(key).join(" ");
}
