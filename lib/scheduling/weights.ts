import { weightRanges } from "./fsrs.ts";

export interface WeightProblem {
  readonly index: number;
  /** Which weight, and between which numbers FSRS keeps it. */
  readonly message: string;
}

/** The weights that lie outside the ranges of FSRS, or are no finite numbers. `shortTerm` as in the settings. */
export function weightProblems(weights: readonly unknown[], shortTerm: boolean): WeightProblem[] {
  const ranges = weightRanges(shortTerm);
  return weights.flatMap((weight, index) => {
    const range = ranges[index];
    if (range !== undefined && isInside(weight, range)) return [];
    return [
      { index, message: `${weightRule(index, shortTerm)}${typeof weight === "number" ? `, not ${weight}` : ""}` },
    ];
  });
}

/** What holds for the weight of this index, as a sentence without its full stop. */
export function weightRule(index: number, shortTerm: boolean): string {
  const [least, most] = weightRanges(shortTerm)[index] ?? [];
  return least === undefined ? `FSRS has no weight w${index}` : `weight w${index} must be from ${least} to ${most}`;
}

/** Each weight, or the end of its range that is nearest: what the scheduler makes of them in any case. */
export function clippedWeights(weights: readonly number[], shortTerm: boolean): number[] {
  const ranges = weightRanges(shortTerm);
  return weights.map((weight, index) => {
    const [least, most] = ranges[index] ?? [weight, weight];
    return Math.min(most, Math.max(least, weight));
  });
}

/** Training reckons in single precision, where an end of a range may be a little outside: 0.8 is 0.80000001. */
function isInside(weight: unknown, [least, most]: readonly [number, number]): boolean {
  if (typeof weight !== "number") return false;
  return weight >= Math.min(least, Math.fround(least)) && weight <= Math.max(most, Math.fround(most));
}
