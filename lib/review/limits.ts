/** How much one answer may hold; the page keeps to it, the door insists on it. */
export const NOTES_MAX = 5_000;
export const DURATION_MAX_MS = 24 * 60 * 60 * 1000;
/** The most parts that an exercise can have. */
export const ANSWER_PARTS_MAX = 100;
