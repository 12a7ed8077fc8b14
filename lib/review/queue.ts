import { daysFrom, studyDay } from "#lib/scheduling/day.ts";
import { recallAfter } from "#lib/scheduling/fsrs.ts";
import type { Memory } from "#lib/scheduling/memory.ts";
import { elapsedDays, waitWithInterview } from "#lib/scheduling/schedule.ts";
import type { Rules, StudyClock } from "#lib/scheduling/settings.ts";

/** A learning step that ends this soon may come early, when nothing else is left. */
export const LEARN_AHEAD_MS = 20 * 60 * 1000;
/** Waiting a day costs a card that may wait less than this of its chance of recall. */
export const MAY_WAIT_LOSS = 0.005;

export interface NewCard {
  readonly cardId: string;
  readonly requires: readonly string[];
}

/** New cards in the order of learning, but none before what it requires; `unmet`: cards that are new themselves. */
export function inReadyOrder(cards: readonly NewCard[], unmet: ReadonlySet<string>): string[] {
  const ready = cards.filter(({ requires }) => !requires.some((id) => unmet.has(id)));
  // Content that requires in a circle, or something far behind, must not lock anybody out.
  return (ready.length > 0 ? ready : cards).map(({ cardId }) => cardId);
}

/** Whether a card in review that is not due should come now nevertheless, because of the interview. */
export function isNeededForInterview(memory: Memory, now: Date, rules: Rules): boolean {
  const days = elapsedDays(memory, now, rules.clock);
  return days !== null && waitWithInterview(memory, rules) <= days && days < memory.scheduledDays;
}

/** Whether the interview lies ahead: not today any more. */
export function liesAhead(day: string, now: Date, { zone, rolloverHour }: StudyClock): boolean {
  return daysFrom(studyDay(now, zone, rolloverHour), day) > 0;
}

/** What a card in review loses of its chance of recall if it waits until tomorrow, 0 … 1. */
export function lossOfWaiting(
  memory: Pick<Memory, "lastReviewAt" | "stability">,
  now: Date,
  { clock, settings }: Omit<Rules, "cardId">,
): number {
  const days = elapsedDays(memory, now, clock) ?? 0;
  return recallAfter(days, memory.stability, settings) - recallAfter(days + 1, memory.stability, settings);
}
