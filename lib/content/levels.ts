/** What a card asks of a candidate, the easiest first. */
export const LEVELS = ["junior", "mid", "senior"] as const;
export type Level = (typeof LEVELS)[number];
