import { z } from "zod";
import type { Call } from "#lib/tcp/calls.ts";
import { PROFILE_NAMES, type ProfileName } from "#lib/tcp/profile.ts";
import type { Promised } from "#lib/tcp/promise.ts";
import { type Cue, type Ghost, HOSTS, type Rule, type Scenario } from "#lib/tcp/scenario.ts";
import type { Flag } from "#lib/tcp/segment.ts";
import { STATES } from "#lib/tcp/state.ts";
import { MINUTE } from "#lib/tcp/time.ts";

/** The door for scenarios: the types are those of lib/tcp, which knows nothing of zod. */

const host = z.enum(HOSTS);
const state = z.enum(STATES);
const micros = z
  .int()
  .min(0)
  .max(60 * MINUTE);
const seq = z
  .int()
  .min(0)
  .max(2 ** 32 - 1);
const bytes = z.int().min(1).max(1_000_000);
const flags = z.array(z.enum(["SYN", "FIN", "RST", "PSH", "ACK"])) satisfies z.ZodType<Flag[]>;

const call = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("listen") }),
  z.strictObject({ kind: z.literal("connect"), len: bytes.optional() }),
  z.strictObject({ kind: z.literal("send"), len: bytes }),
  z.strictObject({ kind: z.literal("shutdown") }),
  z.strictObject({ kind: z.literal("close") }),
  z.strictObject({ kind: z.literal("abort") }),
]) satisfies z.ZodType<Call>;

const cue = z.union([
  z.strictObject({ host, atUs: micros, call }),
  z.strictObject({ host, on: state, afterUs: micros, call }),
]) satisfies z.ZodType<Cue>;

const rule = z.strictObject({
  from: host,
  of: z.enum(["SYN", "SYN-ACK", "ACK", "DATA", "FIN", "RST", "any"]),
  nth: z.union([z.int().min(1), z.literal("every")]),
  fate: z.literal("drop"),
}) satisfies z.ZodType<Rule>;

const ghost = z.strictObject({
  from: host,
  arrivesAtUs: micros,
  flags,
  seq,
  ack: seq.optional(),
  len: bytes.optional(),
}) satisfies z.ZodType<Ghost>;

export const scenario = z.strictObject({
  profile: z.enum(PROFILE_NAMES as [ProfileName, ...ProfileName[]]),
  iss: z.strictObject({ client: seq, server: seq }),
  wire: z.strictObject({ delayUs: micros, rules: z.array(rule).max(100).optional() }),
  script: z.array(cue).max(100),
  ghosts: z.array(ghost).max(100).optional(),
  untilUs: micros.optional(),
}) satisfies z.ZodType<Scenario>;

/** A scenario of the gallery, by name, and what is different here. */
export const likeScenario = z.strictObject({
  like: z.string(),
  ...scenario.pick({ profile: true, iss: true, ghosts: true, untilUs: true }).partial().shape,
  /** Instead of the model's rules. */
  rules: z.array(rule).max(100).optional(),
  /** Behind the model's script. */
  andThen: z.array(cue).max(100).optional(),
});

export const promised = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("state"), host, state, atUs: micros }),
  z.strictObject({ kind: z.literal("ends"), host, state }),
  z.strictObject({ kind: z.literal("never"), host, state }),
  z.strictObject({
    kind: z.literal("segments"),
    from: host,
    flags,
    are: z.array(
      z.strictObject({
        seq: z.int().optional(),
        ack: z.int().optional(),
        len: z.int().optional(),
        sentAtUs: micros.optional(),
        nature: z.enum(["first", "resent", "ghost"]).optional(),
      }),
    ),
  }),
  z.strictObject({ kind: z.literal("delivered"), host, bytes: z.int().min(0) }),
]) satisfies z.ZodType<Promised>;
