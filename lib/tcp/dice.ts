/** A throw of the dice, 0 … 1 (1 left out). */
export type Draw = () => number;

/** Dice from a seed: mulberry32, small and even enough for mishaps and for shuffling. */
export function diceFrom(seed: number): Draw {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  };
}
