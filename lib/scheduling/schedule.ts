import { daysFrom, fromStudyClock, studyDay, studyDaysBetween, toStudyClock } from "./day.ts";
import { daysAbove, FSRSVersion, recallAfter, reckon } from "./fsrs.ts";
import type { Memory } from "./memory.ts";
import type { Rating } from "./rating.ts";
import type { Rules, StudyClock } from "./settings.ts";
import { stepDelayMs } from "./steps.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Which scheduler; kept with every review, so that later readers can tell. */
export const ALGORITHM = FSRSVersion;

/**
 * The memory after an answer at `at`. The same memory, answer, study day and rules give the same interval: what a
 * button says is what happens. Answers come in the order of the log, whatever their times say: of a clock that was set
 * back, no time has passed since the last answer, and the next interval begins at the time it shows now.
 */
export function schedule(memory: Memory, rating: Rating, at: Date, rules: Rules): Memory {
  const { clock, settings, cardId } = rules;
  const atClock = toStudyClock(at, clock.zone, clock.rolloverHour);
  const lastAt = memory.lastReviewAt && toStudyClock(earlier(memory.lastReviewAt, at), clock.zone, clock.rolloverHour);
  const after = reckon(memory, rating, { lastAt, at: atClock, cardId }, settings);
  const isLongTerm = (elapsedDays(memory, at, clock) ?? 0) > 0;
  const common = {
    lastReviewAt: at,
    missedAt: missedAfter(memory, rating, at, rules),
    longTermReviews: memory.longTermReviews + (isLongTerm ? 1 : 0),
    longTermLapses: memory.longTermLapses + (isLongTerm && rating === 1 ? 1 : 0),
  };
  if (after.state === "learning" || after.state === "relearning") {
    // On a lapse the card enters its steps; otherwise it stood at one of them.
    const before = memory.state === after.state ? memory.learningStep : 0;
    const delayMs = stepDelayMs(settings, after.state, rating, { before, after: after.learningStep });
    return { ...after, ...common, dueAt: new Date(at.getTime() + delayMs) };
  }
  const scheduledDays = beforeInterview(after, Math.min(after.scheduledDays, settings.maximumInterval), at, rules);
  // Minutes are minutes whatever the clocks do; days are counted on the learner's calendar.
  const dueAt = fromStudyClock(new Date(atClock.getTime() + scheduledDays * DAY_MS), clock.zone, clock.rolloverHour);
  return { ...after, ...common, scheduledDays, dueAt };
}

/** What each of the four answers would lead to. */
export function preview(memory: Memory, now: Date, rules: Rules): Record<Rating, Memory> {
  const after = (rating: Rating) => schedule(memory, rating, now, rules);
  return { 1: after(1), 2: after(2), 3: after(3), 4: after(4) };
}

/**
 * How long a memory waits that an answer has just made, in milliseconds. Days are those of the calendar, each counted as
 * 24 hours: that the clocks are changed meanwhile makes no other interval.
 */
export function intervalMs({ scheduledDays, dueAt, lastReviewAt }: Memory): number {
  return scheduledDays > 0 ? scheduledDays * DAY_MS : dueAt.getTime() - (lastReviewAt ?? dueAt).getTime();
}

/** How long each of the four answers would make the memory wait, in milliseconds. */
export function intervalsMs(memory: Memory, now: Date, rules: Rules): Record<Rating, number> {
  const after = preview(memory, now, rules);
  return { 1: intervalMs(after[1]), 2: intervalMs(after[2]), 3: intervalMs(after[3]), 4: intervalMs(after[4]) };
}

/** The chance of recall at `now`, 0 … 1, counted in whole study days; null for a card that was never answered. */
export function retrievability(memory: Memory, now: Date, { clock, settings }: Omit<Rules, "cardId">): number | null {
  const days = elapsedDays(memory, now, clock);
  return days === null ? null : recallAfter(days, memory.stability, settings);
}

/** Whole study days since the last answer, 0 or more; null for a card that was never answered. */
export function elapsedDays(
  { lastReviewAt }: Pick<Memory, "lastReviewAt">,
  now: Date,
  clock: StudyClock,
): number | null {
  if (lastReviewAt === null) return null;
  return Math.max(0, studyDaysBetween(lastReviewAt, now, clock.zone, clock.rolloverHour));
}

/** How long a card may wait that was answered at `at`, in days: its interval, unless an interview shortens it. */
export function waitWithInterview(memory: Memory, { clock, settings, cardId }: Rules): number {
  const { lastReviewAt, scheduledDays } = memory;
  if (lastReviewAt === null) return scheduledDays;
  return beforeInterview(memory, scheduledDays, lastReviewAt, { clock, settings, cardId });
}

/**
 * An interval that would leave less than the wished-for chance of recall on the day of the interview ends sooner: on a
 * day near enough to the interview, drawn by the card, so that not all of them fall on its eve.
 */
function beforeInterview(
  { stability, reps }: Pick<Memory, "stability" | "reps">,
  days: number,
  at: Date,
  { clock, settings, cardId }: Rules,
): number {
  if (settings.interview === null) return days;
  const { day, retention } = settings.interview;
  const left = daysFrom(studyDay(at, clock.zone, clock.rolloverHour), day);
  // A card that comes before that day is asked again anyway.
  if (left < 2 || days < left || recallAfter(left, stability, settings) >= retention) return days;
  const last = left - 1;
  const first = Math.min(last, Math.max(1, left - daysAbove(retention, stability, settings)));
  return first + Math.floor(shareOf(`${cardId} ${reps}`) * (last - first + 1));
}

function missedAfter(memory: Memory, rating: Rating, at: Date, { clock }: Rules): Date | null {
  if (rating === 1) return at;
  if (memory.missedAt === null) return null;
  // An earlier day is another one as well: the clock was set back in between.
  return studyDaysBetween(memory.missedAt, at, clock.zone, clock.rolloverHour) !== 0 ? null : memory.missedAt;
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}

/** 0 … 1, spread evenly over texts (FNV-1a, then mixed once more). */
function shareOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
