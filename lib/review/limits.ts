/** How much one answer may hold; the page keeps to it, the door insists on it. */
export const NOTES_MAX = 5_000;
export const DURATION_MAX_MS = 24 * 60 * 60 * 1000;
/** The most parts that an exercise can have. */
export const ANSWER_PARTS_MAX = 100;
/**
 * How large a log may be that is imported: as large as one's own may become. The file next.config.js lets a little more
 * in, so that more is noticed.
 */
export const LOG_BYTES_MAX = 64 * 1024 * 1024;
export const LOG_LINES_MAX = 1_000_000;
