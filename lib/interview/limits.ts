/** How often a page says that somebody is there, and how long it gathers what is typed, in milliseconds. */
export const ALIVE_EVERY_MS = 20_000;
export const DRAFT_AFTER_MS = 1_500;
