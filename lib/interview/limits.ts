export const MINUTE_MS = 60_000;
/** How often a page says that somebody is there, and how long it gathers what is typed, in milliseconds. */
export const ALIVE_EVERY_MS = 20_000;
export const DRAFT_AFTER_MS = 1_500;
/** From so long a silence on, nobody was there: pages that are hidden say something once a minute. */
export const AWAY_MS = 75_000;
