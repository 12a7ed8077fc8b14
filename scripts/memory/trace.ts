import { z } from "zod";
import { refuseWeights, schedulerSettings } from "#lib/learner/settings.ts";
import { isZone, ROLLOVER_HOUR, studyDay } from "#lib/scheduling/day.ts";
import { freshMemory } from "#lib/scheduling/memory.ts";
import { retrievability, schedule } from "#lib/scheduling/schedule.ts";
import { DEFAULT_SETTINGS } from "#lib/scheduling/settings.ts";
import { parsed, readJson } from "../input.ts";

const traceFile = z.strictObject({
  zone: z.string().refine(isZone, "no time zone of this name is known").default("UTC"),
  rolloverHour: z.int().min(0).max(23).default(ROLLOVER_HOUR),
  settings: schedulerSettings.partial().superRefine(refuseWeights).default({}),
  /** Seeds the fuzz. */
  cardId: z.string().default("trace"),
  reviews: z.array(
    z.strictObject({
      rating: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
      at: z.iso.datetime({ offset: true }),
    }),
  ),
});

/** Prints the memory after each of the file's reviews, a line of JSON each. */
export function trace(file: string): void {
  const { zone, rolloverHour, settings, cardId, reviews } = parsed(traceFile, readJson(file), file);
  const rules = { clock: { zone, rolloverHour }, settings: { ...DEFAULT_SETTINGS, ...settings }, cardId };
  let memory = freshMemory();
  for (const { rating, at: text } of reviews) {
    const at = new Date(text);
    const predictedRetrievability = retrievability(memory, at, rules);
    memory = schedule(memory, rating, at, rules);
    const { state, stability, difficulty, scheduledDays, dueAt } = memory;
    const line = {
      at: at.toISOString(),
      studyDay: studyDay(at, zone, rolloverHour),
      rating,
      state,
      stability,
      difficulty,
      scheduledDays,
      due: dueAt.toISOString(),
      predictedRetrievability,
    };
    console.log(JSON.stringify(line));
  }
}
