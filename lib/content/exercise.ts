import { z } from "zod";
import { BLANK_FIELDS, type Exercise, SPOT_FIELDS, type Vary, type Which } from "#lib/quiz/exercise.ts";
import { name, profileName, rule, segmentKind } from "./scenario.ts";

/** The door for exercises: the types are those of lib/quiz, which reaches the browser and knows nothing of zod. */

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "a slug: small letters, digits, hyphens");

function range(min: number, max: number) {
  const end = z.int().min(min).max(max);
  return z.tuple([end, end]).refine(([from, to]) => from <= to, "the first is the smaller one");
}

const vary = z
  .strictObject({
    iss: z.enum(["small", "near-top"]),
    delayMs: range(5, 2000).refine((ends) => ends.every((ms) => ms % 5 === 0), "multiples of 5"),
    len: range(1, 100_000),
    rules: z.array(z.array(rule).max(10)).min(2).max(10),
    profile: z.array(profileName).min(2),
  })
  .partial()
  .refine((parts) => Object.keys(parts).length > 0, "varies nothing") satisfies z.ZodType<Vary>;

const which = z.strictObject({
  from: name,
  of: segmentKind,
  nth: z.int().min(1).max(100),
  ghost: z.literal(true).optional(),
}) satisfies z.ZodType<Which>;

export const exercise = z.discriminatedUnion("kind", [
  z
    .strictObject({
      kind: z.literal("choice"),
      options: z.array(slug).min(3).max(6),
      right: z.array(slug).min(1),
    })
    .refine(({ options, right }) => right.every((id) => options.includes(id)), "right: names no option")
    .refine(({ options, right }) => right.length < options.length, "right: not every option can be right"),
  z.strictObject({ kind: z.literal("order"), vary: vary.optional() }),
  z.strictObject({
    kind: z.literal("fill"),
    blanks: z
      .array(
        z
          .strictObject({
            segment: which,
            fields: z.array(z.enum(BLANK_FIELDS)).optional(),
            states: z.array(name).optional(),
          })
          .refine(({ fields = [], states = [] }) => fields.length + states.length > 0, "hides nothing"),
      )
      .min(1)
      .max(8),
    vary: vary.optional(),
  }),
  z.strictObject({
    kind: z.literal("predict"),
    before: z.union([
      z.strictObject({ arrival: which }),
      z.strictObject({ timeout: name, nth: z.int().min(1).max(100) }),
    ]),
    vary: vary.optional(),
  }),
  z.strictObject({ kind: z.literal("spot"), fields: z.array(z.enum(SPOT_FIELDS)).min(1), vary: vary.optional() }),
]) satisfies z.ZodType<Exercise>;
