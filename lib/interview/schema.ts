import { z } from "zod";
import { CARD_LEVELS } from "#lib/content/levels.ts";
import { LANGUAGES } from "#lib/i18n/languages.ts";
import { ANSWER_PARTS_MAX, NOTES_MAX } from "#lib/review/limits.ts";
import { text as textOf } from "#lib/review/schema.ts";
import type { Asking } from "./course.ts";
import type { Probe } from "./follow-up.ts";
import { CLOCKS, MINUTES, MODES, type Wishes } from "./wishes.ts";

const id = z.uuid();
const text = textOf(NOTES_MAX);
const place = z.int().min(0).max(1000);

export const board = z
  .record(z.string().max(20), z.string().max(40))
  .refine((parts) => Object.keys(parts).length <= ANSWER_PARTS_MAX, "too many parts")
  .nullable();

export const wishes = z.strictObject({
  minutes: z.literal(MINUTES),
  level: z.enum(CARD_LEVELS),
  topics: z.array(z.string().max(80)).min(1).max(100).readonly().nullable(),
  weakSpots: z.boolean(),
  language: z.enum(LANGUAGES),
  clock: z.enum(CLOCKS),
  mode: z.enum(MODES),
}) satisfies z.ZodType<Wishes>;

export const startInput = z.strictObject({ id, wishes });
export type StartInput = z.infer<typeof startInput>;

export const probe = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("sure"), mistake: place }),
  z.strictObject({ kind: z.literal("follow-up"), index: place }),
  z.strictObject({ kind: z.literal("more") }),
  z.strictObject({ kind: z.literal("board") }),
]) satisfies z.ZodType<Probe>;

export const asked = z.strictObject({ question: place, probe: probe.nullable() }) satisfies z.ZodType<Asking>;

/** What the page tells of an interview. `turn` is the thing at hand, by its place among all that was asked. */
export const eventInput = z.strictObject({
  id,
  interviewId: id,
  turn: place,
  kind: z.enum(["answering", "answered", "skipped", "repeated", "paused", "resumed", "ended"]),
  text: text.default(""),
  board: board.default(null),
  /** Who interviews somebody chooses what is asked next; null: the next question. */
  probe: probe.nullable().default(null),
});
export type EventInput = z.infer<typeof eventInput>;

/** A sign of life, with what is being said to the thing at hand; null: nothing new. */
export const draftInput = z.strictObject({
  interviewId: id,
  turn: place,
  said: z.strictObject({ text, board }).nullable(),
});
export type DraftInput = z.infer<typeof draftInput>;

export const ticksInput = z.strictObject({
  interviewId: id,
  question: place,
  ticked: z.array(z.string().max(80)).max(20),
});
export type TicksInput = z.infer<typeof ticksInput>;

/**
 * The ticks are kept; `call`: what failed is put into today's queue; `isKept`: who asks for it believes that they were
 * kept before.
 */
export const judgementInput = z.strictObject({
  interviewId: id,
  call: z.boolean(),
  isKept: z.boolean().default(false),
});
export type JudgementInput = z.infer<typeof judgementInput>;

export const interviewId = id;
