import { z } from "zod";
import { isZone, ROLLOVER_HOUR } from "#lib/scheduling/day.ts";
import { LEECH_LAPSES } from "#lib/scheduling/leech.ts";
import {
  DEFAULT_SETTINGS,
  MAXIMUM_INTERVAL_RANGE,
  RETENTION_RANGE,
  type SchedulerSettings,
  type Step,
  type StudyClock,
  WEIGHT_COUNTS,
} from "#lib/scheduling/settings.ts";

const STEPS_MAX = 10;
const retention = z.number().min(RETENTION_RANGE[0]).max(RETENTION_RANGE[1]);
const step = z
  .string()
  .regex(/^[1-9]\d{0,4}[mhd]$/, "a number and m, h or d: 10m")
  .transform((text) => text as Step);

/** A study day as people write it: "2026-12-05". */
const studyDayText = z.iso.date();

/** The door for the date of an interview alone; null: there is none. */
export const interviewDate = z.strictObject({ day: studyDayText.nullable() });

/** The door for all that an interval depends on. */
export const schedulerSettings = z.strictObject({
  desiredRetention: retention,
  maximumInterval: z.int().min(MAXIMUM_INTERVAL_RANGE[0]).max(MAXIMUM_INTERVAL_RANGE[1]),
  fuzz: z.boolean(),
  weights: z
    .array(z.number())
    .refine(({ length }) => WEIGHT_COUNTS.includes(length), `${WEIGHT_COUNTS.join(", ")} weights are known`)
    .nullable(),
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
  weights: schedulerSettings.shape.weights.default(null),
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

export function schedulerSettingsOf(settings: LearnerSettings): SchedulerSettings {
  const { desiredRetention, maximumInterval, fuzz, weights, interview } = settings;
  return { ...DEFAULT_SETTINGS, desiredRetention, maximumInterval, fuzz, weights, interview };
}

export function clockOf({ zone, rolloverHour }: LearnerSettings, machineZone: string): StudyClock {
  return { zone: zone ?? machineZone, rolloverHour };
}
