/** How many cards are met for the first time on one study day. */
export const NEW_PER_DAY = 10;
/** A learning step that ends this soon may come early, when nothing else is left. */
export const LEARN_AHEAD_MS = 20 * 60 * 1000;

export interface Candidates {
  /** The card of the learner's last log entry, when that entry took an answer back. */
  readonly undone: string | null;
  /** In learning or relearning, due now; the longest waiting first. */
  readonly learning: readonly string[];
  /** In review, due on this study day; the longest waiting first. */
  readonly review: readonly string[];
  /** Never answered, in the order of learning. */
  readonly fresh: readonly string[];
  /** New cards that were met today. */
  readonly metToday: number;
  /** In learning, not due yet, but soon. */
  readonly ahead: readonly string[];
}

/** Which card comes next; null: nothing for now. */
export function nextOf(candidates: Candidates): string | null {
  const { undone, learning, review, fresh, metToday, ahead } = candidates;
  const newOnes = metToday < NEW_PER_DAY ? fresh : [];
  return undone ?? learning[0] ?? review[0] ?? newOnes[0] ?? ahead[0] ?? null;
}
