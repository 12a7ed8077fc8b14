import { ROLLOVER_HOUR } from "./day.ts";

/** How the days of a learner are counted. */
export interface StudyClock {
  /** An IANA name: "Asia/Shanghai". */
  readonly zone: string;
  /** The hour, 0 … 23, at which a study day begins. */
  readonly rolloverHour: number;
}

/** "10m", "2h", "1d": a wait before a card comes again that was just learned, or just forgotten. */
export type LearningStep = `${number}${"m" | "h" | "d"}`;

/** All that an interval depends on beside the memory itself; the terms are those of FSRS. */
export interface SchedulerSettings {
  /** The chance of recall at which a card comes back, 0.70 … 0.97. */
  readonly desiredRetention: number;
  /** No card waits longer, in days, 1 … 36,500. */
  readonly maximumInterval: number;
  /** Spreads cards that would fall on one day over the days around it. */
  readonly fuzz: boolean;
  /** The 21 weights of FSRS-6; null: those that come with it. 19 of FSRS-5 and 17 of FSRS-4.5 are converted. */
  readonly weights: readonly number[] | null;
  /** The day of an interview, "2026-12-05", and the chance of recall that every card shall have then; null: none. */
  readonly interview: { readonly day: string; readonly retention: number } | null;
  readonly learningSteps: readonly LearningStep[];
  readonly relearningSteps: readonly LearningStep[];
  /** Whether answers within one study day change the stability. */
  readonly shortTerm: boolean;
}

export const RETENTION_RANGE = [0.7, 0.97] as const;
/** What is wished for on the day of an interview when nothing was chosen: a little more than from day to day. */
export const INTERVIEW_RETENTION = 0.95;
export const MAXIMUM_INTERVAL_RANGE = [1, 36_500] as const;
export const WEIGHT_COUNTS: readonly number[] = [17, 19, 21];

export const DEFAULT_SETTINGS: SchedulerSettings = {
  desiredRetention: 0.9,
  maximumInterval: 36_500,
  fuzz: false,
  weights: null,
  interview: null,
  learningSteps: ["1m", "10m"],
  relearningSteps: ["10m"],
  shortTerm: true,
};

/** What a schedule needs to know of the learner and of the card. */
export interface Rules {
  readonly clock: StudyClock;
  readonly settings: SchedulerSettings;
  /** Seeds what is drawn: the same answer to the same memory gives the same interval, whenever it is asked. */
  readonly cardId: string;
}

export function clockIn(zone: string, rolloverHour: number = ROLLOVER_HOUR): StudyClock {
  return { zone, rolloverHour };
}
