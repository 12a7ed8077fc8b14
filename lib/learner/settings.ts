import { z } from "zod";
import { isZone, ROLLOVER_HOUR } from "#lib/scheduling/day.ts";
import { LEECH_LAPSES } from "#lib/scheduling/leech.ts";
import {
  DEFAULT_SETTINGS,
  type LearningStep,
  MAXIMUM_INTERVAL_RANGE,
  RETENTION_RANGE,
  type SchedulerSettings,
  type StudyClock,
  WEIGHT_COUNTS,
} from "#lib/scheduling/settings.ts";
import { clippedWeights, weightProblems, weightRule } from "#lib/scheduling/weights.ts";

const STEPS_MAX = 10;
const retention = z.number().min(RETENTION_RANGE[0]).max(RETENTION_RANGE[1]);
const step = z
  .string()
  .regex(/^[1-9]\d{0,4}[mhd]$/, "a number and m, h or d: 10m")
  .transform((text) => text as LearningStep);

/** A study day as people write it: "2026-12-05". */
const studyDayText = z.iso.date();

/** The door for the date of an interview alone; null: there is none. */
export const interviewDate = z.strictObject({ day: studyDayText.nullable() });

/** Any finite weights: those that are stored may be older than the check of their ranges. */
const weights = z
  .array(z.number({ error: ({ path = [] }) => weightRule(Number(path.at(-1)), true) }))
  .refine(({ length }) => WEIGHT_COUNTS.includes(length), `${WEIGHT_COUNTS.join(", ")} weights are known`)
  .nullable();

/** All that an interval depends on, as it is stored; where it comes in from outside, with `refuseWeights`. */
export const schedulerSettings = z.strictObject({
  desiredRetention: retention,
  maximumInterval: z.int().min(MAXIMUM_INTERVAL_RANGE[0]).max(MAXIMUM_INTERVAL_RANGE[1]),
  fuzz: z.boolean(),
  weights,
  interview: z.strictObject({ day: studyDayText, retention }).nullable(),
  learningSteps: z.array(step).max(STEPS_MAX),
  relearningSteps: z.array(step).max(STEPS_MAX),
  shortTerm: z.boolean(),
}) satisfies z.ZodType<SchedulerSettings>;

/** What a learner can choose. */
export const learnerSettings = z.strictObject({
  desiredRetention: retention.default(DEFAULT_SETTINGS.desiredRetention),
  maximumInterval: schedulerSettings.shape.maximumInterval.default(DEFAULT_SETTINGS.maximumInterval),
  fuzz: z.boolean().default(true),
  /** Those that were found from the learner's own log; null: those that come with FSRS. */
  weights: weights
    .superRefine((given, context) => addWeightIssues(given, DEFAULT_SETTINGS.shortTerm, context))
    .default(null),
  interview: schedulerSettings.shape.interview.default(null),
  /** How many cards are met for the first time on one study day. */
  newPerDay: z.int().min(0).max(100).default(10),
  /** How many grades are offered: Again and Good, or all four. */
  grades: z.union([z.literal(2), z.literal(4)]).default(4),
  /** Whether each grade says when it brings the card back. */
  showIntervals: z.boolean().default(true),
  /** At how many lapses a card is called a leech, 0: never. */
  leechLapses: z.int().min(0).max(50).default(LEECH_LAPSES),
  /** An IANA name; null: the zone of the machine. */
  zone: z.string().max(60).refine(isZone, "no time zone of this name is known").nullable().default(null),
  rolloverHour: z.int().min(0).max(23).default(ROLLOVER_HOUR),
});
export type LearnerSettings = z.infer<typeof learnerSettings>;

type Shape = typeof learnerSettings.shape;

/** Some of it, from outside: what a request does not name is no wish for a default. */
export const changedSettings = z.strictObject(
  Object.fromEntries(
    Object.entries(learnerSettings.shape).map(([name, field]) => [name, field.removeDefault().exactOptional()]),
  ) as { [Name in keyof Shape]: z.ZodExactOptional<ReturnType<Shape[Name]["removeDefault"]>> },
);

export function schedulerSettingsOf(settings: LearnerSettings): SchedulerSettings {
  const { desiredRetention, maximumInterval, fuzz, weights, interview } = settings;
  return { ...DEFAULT_SETTINGS, desiredRetention, maximumInterval, fuzz, weights, interview };
}

export function clockOf({ zone, rolloverHour }: LearnerSettings, machineZone: string): StudyClock {
  return { zone: zone ?? machineZone, rolloverHour };
}

/** For superRefine: tells of each weight that lies outside the ranges of FSRS. */
export function refuseWeights(
  { weights: given = null, shortTerm = DEFAULT_SETTINGS.shortTerm }: Partial<SchedulerSettings>,
  context: z.RefinementCtx,
): void {
  addWeightIssues(given, shortTerm, context, ["weights"]);
}

function addWeightIssues(
  given: readonly number[] | null,
  shortTerm: boolean,
  context: z.RefinementCtx,
  path: readonly string[] = [],
): void {
  if (given === null || !WEIGHT_COUNTS.includes(given.length)) return;
  for (const { index, message } of weightProblems(given, shortTerm)) {
    context.addIssue({ code: "custom", path: [...path, index], message });
  }
}

const storedSettings = learnerSettings.extend({ weights: weights.default(null) });

/** What is stored of a learner. Earlier versions took any weights: those outside the ranges of FSRS count as the nearest inside. */
export function readStoredSettings(stored: unknown): LearnerSettings {
  return withClippedWeights(storedSettings.parse(stored), DEFAULT_SETTINGS.shortTerm);
}

/** The same for all that an interval depends on. */
export function readStoredScheduler(stored: unknown): SchedulerSettings {
  const settings = schedulerSettings.parse(stored);
  return withClippedWeights(settings, settings.shortTerm);
}

const told = new Set<string>();

/** Says once of each weight that it counts as another; the scheduler has always reckoned with that one. */
function withClippedWeights<T extends { weights: readonly number[] | null }>(stored: T, shortTerm: boolean): T {
  const problems = stored.weights === null ? [] : weightProblems(stored.weights, shortTerm);
  if (stored.weights === null || problems.length === 0) return stored;
  const clipped = clippedWeights(stored.weights, shortTerm);
  for (const { index, message } of problems) {
    const sentence = `stored settings: ${message}; it counts as ${clipped[index]}`;
    if (!told.has(sentence)) console.warn(sentence);
    told.add(sentence);
  }
  return { ...stored, weights: clipped };
}
