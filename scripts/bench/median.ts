/** The middle one of so many measurements, the first of which only warms up. */
export function median(runs: number, measure: () => number): number {
  measure();
  const values = Array.from({ length: runs }, measure).sort((a, b) => a - b);
  return values[Math.floor(values.length / 2)] ?? Number.NaN;
}

export function secondsOf(what: () => unknown): number {
  const begun = performance.now();
  what();
  return (performance.now() - begun) / 1000;
}
