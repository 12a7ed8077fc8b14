import {
  type CardInput,
  CLAMP_PARAMETERS,
  clipParameters,
  type FSRS,
  FSRS5_DEFAULT_DECAY,
  FSRSVersion,
  fsrs,
  GenSeedStrategyWithCardId,
  type Grade,
  State,
  StrategyMode,
  W17_W18_Ceiling,
} from "ts-fsrs";
import type { Memory } from "./memory.ts";
import type { Rating } from "./rating.ts";
import type { SchedulerSettings } from "./settings.ts";

/**
 * The one file that knows ts-fsrs 5.4.2, and what has to be worked around in it. It is handed instants of a study clock
 * (day.ts), since it counts days in UTC.
 */
export { FSRSVersion };

// Importing the library adds methods to every Date of the program; it does not need them itself.
for (const method of ["scheduler", "diff", "format", "dueFormat"]) Reflect.deleteProperty(Date.prototype, method);

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

/** What an answer makes of a memory, in the library's own reckoning: whole days, no cap, steps in rounded minutes. */
export interface Reckoned
  extends Pick<Memory, "state" | "stability" | "difficulty" | "learningStep" | "scheduledDays" | "reps" | "lapses"> {}

/** `lastAt` and `at` are of the study clock, `at` not before `lastAt`. */
export function reckon(
  memory: Memory,
  rating: Rating,
  { lastAt, at, cardId }: { readonly lastAt: Date | null; readonly at: Date; readonly cardId: string },
  settings: SchedulerSettings,
): Reckoned {
  const before: CardInput & { cardId: string } = {
    due: at,
    elapsed_days: 0,
    // Its default seed holds the millisecond of the answer: it would show one interval and apply another.
    cardId: `${cardId} `,
    stability: memory.stability,
    difficulty: memory.difficulty,
    scheduled_days: memory.scheduledDays,
    learning_steps: memory.learningStep,
    reps: memory.reps,
    lapses: memory.lapses,
    state: STATES[memory.state],
    last_review: lastAt,
  };
  const { card } = schedulerFor(settings).next(before, at, rating as Grade);
  return {
    state: NAMES[card.state],
    stability: card.stability,
    difficulty: card.difficulty,
    learningStep: card.learning_steps,
    scheduledDays: card.scheduled_days,
    reps: card.reps,
    lapses: card.lapses,
  };
}

/** The chance of recall after so many whole study days, 0 … 1. */
export function recallAfter(days: number, stability: number, settings: SchedulerSettings): number {
  return schedulerFor(settings).forgetting_curve(days, stability);
}

/** The whole days, 0 or more, that recall stays at `retention` or above. */
export function daysAbove(retention: number, stability: number, settings: SchedulerSettings): number {
  return Math.floor(stability * ageAt(retention, settings));
}

/** The forgetting curve turned round: days over stability at which recall has fallen to `recall`, above 0 and up to 1. */
export function ageAt(recall: number, settings: SchedulerSettings): number {
  return schedulerFor(settings).calculate_interval_modifier(recall);
}

/** What FSRS knows of a card: days until recall falls to 90 %, and 1 … 10. */
export type Strength = Pick<Memory, "stability" | "difficulty">;

export interface Forecaster {
  /** The chance of recall after so many whole study days, 0 … 1. */
  recall(days: number, stability: number): number;
  /** After an answer that came so many whole study days after the one before; `before` null: it was the first. */
  after(before: Strength | null, rating: Rating, days: number): Strength;
}

/** Foretells under such settings without a calendar: for weighing settings against a whole log. */
export function forecaster(settings: SchedulerSettings): Forecaster {
  const scheduler = schedulerFor(settings);
  return {
    recall: (days, stability) => scheduler.forgetting_curve(days, stability),
    after: (before, rating, days) => scheduler.next_state(before, days, rating as Grade),
  };
}

/** Between which numbers FSRS keeps each of its 21 weights; older ones have the first of them. */
export function weightRanges(shortTerm: boolean): readonly (readonly [least: number, most: number])[] {
  return CLAMP_PARAMETERS(W17_W18_Ceiling, shortTerm) as [number, number][]; // the library says number[][]
}

const schedulers = new Map<string, FSRS>();
/** More settings than one learner has in an hour; a program that replays for ever does not grow. */
const SCHEDULERS_MAX = 100;

/** The same by the object that holds the settings: to read it anew takes longer than the reckoning. */
const bySettings = new WeakMap<SchedulerSettings, FSRS>();

function schedulerFor(settings: SchedulerSettings): FSRS {
  const known = bySettings.get(settings);
  if (known) return known;
  const scheduler = schedulerLike(settings);
  bySettings.set(settings, scheduler);
  return scheduler;
}

function schedulerLike(settings: SchedulerSettings): FSRS {
  const { interview, ...own } = settings;
  const key = JSON.stringify(own);
  const known = schedulers.get(key);
  if (known) return known;
  if (schedulers.size >= SCHEDULERS_MAX) schedulers.clear();
  const scheduler = made(settings);
  // The formula of FSRS-5 and older lacks this weight: 0, which the library clips to 0.01 as if FSRS-6 had been trained so.
  if (settings.weights && settings.weights.length < 21) (scheduler.parameters.w as number[])[19] = 0;
  schedulers.set(key, scheduler);
  return scheduler;
}

function made(settings: SchedulerSettings): FSRS {
  return fsrs({
    request_retention: settings.desiredRetention,
    maximum_interval: settings.maximumInterval,
    enable_fuzz: settings.fuzz,
    enable_short_term: settings.shortTerm,
    learning_steps: [...settings.learningSteps],
    relearning_steps: [...settings.relearningSteps],
    ...(settings.weights && { w: converted(settings.weights, settings) }),
  }).useStrategy(StrategyMode.SEED, GenSeedStrategyWithCardId("cardId"));
}

/**
 * The 21 weights that 19 of FSRS-5 or 17 of FSRS-4.5 amount to, by the formulas of the library (migrateParameters), which
 * prints a line whenever it does it itself.
 */
function converted(weights: readonly number[], { relearningSteps, shortTerm }: SchedulerSettings): number[] {
  const w = clipParameters([...weights], relearningSteps.length, shortTerm);
  if (w.length === 17) {
    const [w4 = 0, w5 = 0, w6 = 0] = w.slice(4, 7);
    w.splice(4, 3, rounded(w5 * 2 + w4), rounded(Math.log(w5 * 3 + 1) / 3), rounded(w6 + 0.5));
    w.push(0, 0);
  }
  if (w.length === 19) w.push(0, FSRS5_DEFAULT_DECAY);
  return w;
}

function rounded(weight: number): number {
  return Number(weight.toFixed(8));
}
