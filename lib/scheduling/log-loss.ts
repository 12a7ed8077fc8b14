/** Nobody can be sure: without this a single miss of a "certain" card would weigh without end. */
const CERTAINTY_MAX = 1 - 1e-4;

/** What one prediction adds to log loss: −ln of the chance, 0 … 1, that it gave to what happened. 0 is perfect. */
export function lossOf(recall: number, recalled: boolean): number {
  const p = Math.min(Math.max(recall, 1 - CERTAINTY_MAX), CERTAINTY_MAX);
  return -Math.log(recalled ? p : 1 - p);
}
