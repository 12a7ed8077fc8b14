/** A scale from 0 to `top` with a few round marks; `top` is at least `max`, and at least 1. */
export interface Scale {
  readonly top: number;
  readonly ticks: readonly number[];
}

/** A scale for counts: marks are whole numbers, 1, 2 or 5 times a power of ten apart. */
export function countScale(max: number): Scale {
  const rough = Math.max(max, 1) / 4;
  const power = 10 ** Math.max(0, Math.floor(Math.log10(rough)));
  const step = [1, 2, 5, 10].map((times) => times * power).find((size) => size >= rough) ?? power * 10;
  const count = Math.ceil(Math.max(max, 1) / step);
  return { top: count * step, ticks: Array.from({ length: count + 1 }, (_, i) => i * step) };
}

/** How large the square of a day is, 0 … 4: by quarters of the busiest day's count; 0 only for no answer at all. */
export function levelOf(count: number, most: number): number {
  return count === 0 ? 0 : Math.ceil((4 * count) / most);
}
