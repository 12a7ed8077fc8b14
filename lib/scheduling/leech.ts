/** A card that is forgotten again and again is not learned by more of the same. Anki's threshold. */
export const LEECH_LAPSES = 8;

/** Whether the learner is to be told at this lapse: at the threshold, then at every half of it. 0: never. */
export function isLeechMoment(lapses: number, threshold: number = LEECH_LAPSES): boolean {
  if (threshold === 0 || lapses < threshold) return false;
  return (lapses - threshold) % Math.ceil(threshold / 2) === 0;
}
