import type { Level } from "#lib/content/levels.ts";
import type { Language } from "#lib/i18n/languages.ts";

/** How long an interview may be, in minutes. */
export const MINUTES = [10, 20, 30, 45] as const;
export type Minutes = (typeof MINUTES)[number];

/** How strict the clock is. */
export const CLOCKS = ["relaxed", "normal", "strict"] as const;
export type Clock = (typeof CLOCKS)[number];

/** Alone: the candidate sits at the screen. In a pair: the interviewer does, and the candidate answers aloud. */
export const MODES = ["alone", "pair"] as const;
export type Mode = (typeof MODES)[number];

/** What is chosen before an interview begins. */
export interface Wishes {
  readonly minutes: Minutes;
  /** What the candidate applies for: nothing harder is asked. */
  readonly level: Level;
  /** Ids; only these topics. null: all of them. */
  readonly topics: readonly string[] | null;
  /** Weak spots come more often. */
  readonly weakSpots: boolean;
  readonly language: Language;
  readonly clock: Clock;
  readonly mode: Mode;
}

export interface ClockRules {
  readonly mayPause: boolean;
  /** Whether time passes while nobody is there: a closed lid, a crash. */
  readonly countsAbsence: boolean;
  /** What happens when the time is up. */
  readonly end: "never" | "after the answer" | "at once";
}

export const CLOCK_RULES: Readonly<Record<Clock, ClockRules>> = {
  relaxed: { mayPause: true, countsAbsence: false, end: "never" },
  normal: { mayPause: true, countsAbsence: true, end: "after the answer" },
  strict: { mayPause: false, countsAbsence: true, end: "at once" },
};
