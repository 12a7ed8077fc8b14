/** A share, 0 … 1, as "92%"; with `digits` after the point. */
export function percent(share: number, digits = 0): string {
  return `${(share * 100).toFixed(digits)}%`;
}
