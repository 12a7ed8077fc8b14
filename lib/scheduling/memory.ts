/** What is known of how well a learner knows a card; the terms are those of FSRS. */
export interface Memory {
  readonly state: "new" | "learning" | "review" | "relearning";
  readonly dueAt: Date;
  readonly lastReviewAt: Date | null;
  /** Days until recall falls to 90 %; 0 while new. */
  readonly stability: number;
  /** 1 … 10; 0 while new. */
  readonly difficulty: number;
  /** Which of the (re)learning steps comes next, from 0. */
  readonly learningStep: number;
  /** 0 while the interval is a matter of minutes. */
  readonly scheduledDays: number;
  readonly reps: number;
  readonly lapses: number;
  /** Answers on a later study day than the one before, and Again among them: what recall is foretold for. */
  readonly longTermReviews: number;
  readonly longTermLapses: number;
  /** The last Again that was not made up for by a recall on a later study day. */
  readonly missedAt: Date | null;
}

/** A new card's: it has always been due. */
export function freshMemory(): Memory {
  return {
    state: "new",
    dueAt: new Date(0),
    lastReviewAt: null,
    stability: 0,
    difficulty: 0,
    learningStep: 0,
    scheduledDays: 0,
    reps: 0,
    lapses: 0,
    longTermReviews: 0,
    longTermLapses: 0,
    missedAt: null,
  };
}
