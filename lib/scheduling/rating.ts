/** 1 Again, 2 Hard, 3 Good, 4 Easy. */
export const RATINGS = [1, 2, 3, 4] as const;
export type Rating = (typeof RATINGS)[number];
