import { z } from "zod";
import { cardId } from "#lib/content/schema.ts";
import { LANGUAGES } from "#lib/i18n/languages.ts";
import { ANSWER_PARTS_MAX, DURATION_MAX_MS, NOTES_MAX } from "./limits.ts";

/** SQLite's driver cuts text at U+0000; nobody means to type it. */
export function text(max: number) {
  return z
    .string()
    .max(max)
    .refine((s) => !s.includes("\0"), "must not contain U+0000");
}

export const reviewId = z.uuid();

/** What the page sends when a card is graded. `id` and `version` were handed out with the card. */
export const answerInput = z.strictObject({
  id: reviewId,
  cardId,
  /** The version of the memory that the learner saw. */
  version: z.int().min(0),
  /** The settings that the intervals on the buttons were made with; left out: those in force. */
  schedulerId: z.string().max(40).nullable().optional(),
  /** How long the button said that the card will wait, in milliseconds; left out: it said nothing. */
  intervalMs: z.int().min(0).optional(),
  /** A cram answer is remembered and leaves the schedule alone. */
  kind: z.enum(["answer", "cram"]).default("answer"),
  rating: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  durationMs: z.int().min(0).max(DURATION_MAX_MS),
  notes: text(NOTES_MAX),
  tickedKeyPoints: z.array(z.string().max(80)).max(20),
  /** The answer to the card's exercise, part by part; {} where there is none, or none was given. */
  answer: z
    .record(z.string().max(80), text(80))
    .refine((parts) => Object.keys(parts).length <= ANSWER_PARTS_MAX, "too many parts")
    .default({}),
  language: z.enum(LANGUAGES),
});
export type AnswerInput = z.infer<typeof answerInput>;

/** What else can be done to a card. */
export const actionInput = z.strictObject({
  id: reviewId,
  cardId,
  version: z.int().min(0),
  kind: z.enum(["suspend", "resume", "bury", "reset"]),
});
export type ActionInput = z.infer<typeof actionInput>;
