/**
 * Sequence numbers: 32 bits on a circle (RFC 9293, 3.4).
 * "Less than" means: ahead by fewer than 2^31 when one walks upwards from a to b.
 */
export type Seq = number;

const SIZE = 2 ** 32;

/** a + n modulo 2^32; n may be negative. In and out: 0 … 2^32 - 1. */
export function add(a: Seq, n: number): Seq {
  return (((a + n) % SIZE) + SIZE) % SIZE;
}

/** The way from a to b, signed: -2^31 … 2^31 - 1. */
export function distance(a: Seq, b: Seq): number {
  return (b - a) | 0;
}

export function lessThan(a: Seq, b: Seq): boolean {
  return distance(a, b) > 0;
}

export function atMost(a: Seq, b: Seq): boolean {
  return distance(a, b) >= 0;
}

/** low < x =< high: the form of every test of an acknowledgment (RFC 9293, 3.4). */
export function isBetween(low: Seq, x: Seq, high: Seq): boolean {
  return lessThan(low, x) && atMost(x, high);
}

/** low =< x < low + size: the form of every test against a window. */
export function isInWindow(low: Seq, x: Seq, size: number): boolean {
  const d = distance(low, x);
  return d >= 0 && d < size;
}
