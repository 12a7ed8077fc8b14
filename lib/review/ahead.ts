/** A time this far after now is a clock's mistake; less is what clocks of two programs differ by. */
export const AHEAD_MS = 5 * 60 * 1000;

/** Whether a time lies in the future; in milliseconds since 1970. */
export function isAhead(at: number, now: Date): boolean {
  return at > now.getTime() + AHEAD_MS;
}
