import { type CardInput, createEmptyCard, FSRSVersion, fsrs, type Grade, generatorParameters, State } from "ts-fsrs";
import { fromStudyClock, studyDay, toStudyClock } from "./day.ts";
import type { Rating } from "./rating.ts";

/** What is known of how well a learner knows a card; the terms are those of FSRS. */
export interface Memory {
  readonly state: "new" | "learning" | "review" | "relearning";
  readonly dueAt: Date;
  readonly lastReviewAt: Date | null;
  /** Days until recall falls to 90 %; 0 while new. */
  readonly stability: number;
  /** 1 … 10; 0 while new. */
  readonly difficulty: number;
  /** Which of the (re)learning steps comes next, from 0. */
  readonly learningStep: number;
  /** 0 while the interval is a matter of minutes. */
  readonly scheduledDays: number;
  readonly reps: number;
  readonly lapses: number;
  /** The last Again that was not made up for by a recall on a later study day. */
  readonly missedAt: Date | null;
}

const DESIRED_RETENTION = 0.9;
const MAXIMUM_INTERVAL_DAYS = 36_500;

/** No fuzz: the interval on the button is the interval applied. */
const scheduler = fsrs(
  generatorParameters({
    request_retention: DESIRED_RETENTION,
    maximum_interval: MAXIMUM_INTERVAL_DAYS,
    enable_fuzz: false,
    enable_short_term: true,
    learning_steps: ["1m", "10m"],
    relearning_steps: ["10m"],
  }),
);

/** Which scheduler with which parameters; kept with every review, so that later readers can tell. */
export const ALGORITHM = `${FSRSVersion}; default weights; retention ${DESIRED_RETENTION}`;

export function freshMemory(at: Date): Memory {
  return {
    state: "new",
    dueAt: at,
    lastReviewAt: null,
    stability: 0,
    difficulty: 0,
    learningStep: 0,
    scheduledDays: 0,
    reps: 0,
    lapses: 0,
    missedAt: null,
  };
}

/** The memory after an answer at `now` by a learner in `zone` (an IANA name). A clock set back counts as standing still. */
export function schedule(memory: Memory, rating: Rating, now: Date, zone: string): Memory {
  const at = atLeast(now, memory.lastReviewAt);
  const clock = toStudyClock(at, zone);
  const { card } = scheduler.next(toFsrs(memory, zone), clock, rating as Grade);
  const inMinutes = card.scheduled_days === 0;
  return {
    state: NAMES[card.state],
    // Minutes are minutes whatever the clocks do; days are counted on the learner's calendar.
    dueAt: inMinutes ? new Date(at.getTime() + card.due.getTime() - clock.getTime()) : fromStudyClock(card.due, zone),
    lastReviewAt: at,
    stability: card.stability,
    difficulty: card.difficulty,
    learningStep: card.learning_steps,
    scheduledDays: card.scheduled_days,
    reps: card.reps,
    lapses: card.lapses,
    missedAt: missedAfter(memory, rating, at, zone),
  };
}

/** What each of the four answers would lead to. */
export function preview(memory: Memory, now: Date, zone: string): Record<Rating, Memory> {
  const after = (rating: Rating) => schedule(memory, rating, now, zone);
  return { 1: after(1), 2: after(2), 3: after(3), 4: after(4) };
}

/** The chance of recall at `now`, 0 … 1; null for a card that was never answered. */
export function retrievability(memory: Memory, now: Date, zone: string): number | null {
  if (memory.state === "new") return null;
  const at = atLeast(now, memory.lastReviewAt);
  return scheduler.get_retrievability(toFsrs(memory, zone), toStudyClock(at, zone), false);
}

function missedAfter(memory: Memory, rating: Rating, at: Date, zone: string): Date | null {
  if (rating === 1) return at;
  if (memory.missedAt === null) return null;
  return studyDay(memory.missedAt, zone) === studyDay(at, zone) ? memory.missedAt : null;
}

const STATES = {
  new: State.New,
  learning: State.Learning,
  review: State.Review,
  relearning: State.Relearning,
} as const;
const NAMES: Record<State, Memory["state"]> = {
  [State.New]: "new",
  [State.Learning]: "learning",
  [State.Review]: "review",
  [State.Relearning]: "relearning",
};

/** ts-fsrs counts days in UTC and knows no rollover, so it is handed shifted instants. */
function toFsrs(memory: Memory, zone: string): CardInput {
  const due = toStudyClock(memory.dueAt, zone);
  return {
    ...createEmptyCard(due),
    due,
    stability: memory.stability,
    difficulty: memory.difficulty,
    scheduled_days: memory.scheduledDays,
    learning_steps: memory.learningStep,
    reps: memory.reps,
    lapses: memory.lapses,
    state: STATES[memory.state],
    ...(memory.lastReviewAt && { last_review: toStudyClock(memory.lastReviewAt, zone) }),
  };
}

function atLeast(now: Date, earliest: Date | null): Date {
  return earliest !== null && now < earliest ? earliest : now;
}
