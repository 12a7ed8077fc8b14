/** What a card asks of a candidate, the easiest first. */
export const CARD_LEVELS = ["junior", "mid", "senior"] as const;
export type Level = (typeof CARD_LEVELS)[number];
