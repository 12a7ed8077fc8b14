import { z } from "zod";
import type { Failure, SocketOptions } from "#lib/tcp/endpoint/control-block.ts";
import type { Errno } from "#lib/tcp/endpoint/errno.ts";
import type { Options } from "#lib/tcp/options.ts";
import { PROFILE_NAMES, type Profile, type ProfileName } from "#lib/tcp/profile.ts";
import type { Flag } from "#lib/tcp/segment.ts";
import { STATES } from "#lib/tcp/state.ts";
import { MINUTE } from "#lib/tcp/time.ts";
import type { Promised } from "#lib/tcp/world/promise.ts";
import {
  type Cue,
  type Ghost,
  HOSTS,
  type HostSpec,
  type Noise,
  type Rule,
  type Scenario,
  type ScriptCall,
} from "#lib/tcp/world/scenario.ts";

/** The door for scenarios: the types are those of lib/tcp, which knows nothing of zod. */

const side = z.enum(HOSTS);
export const name = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,19}$/, "a name is a small letter, then small letters, digits and dashes");
const state = z.enum(STATES);
const micros = z
  .int()
  .min(0)
  .max(60 * MINUTE);
const seq = z
  .int()
  .min(0)
  .max(2 ** 32 - 1);
const port = z.int().min(1).max(65_535);
const bytes = z.int().min(1).max(1_000_000);
const flags = z.array(z.enum(["SYN", "FIN", "RST", "PSH", "ACK"])) satisfies z.ZodType<Flag[]>;
export const profileName = z.enum(PROFILE_NAMES as [ProfileName, ...ProfileName[]]);
const count = z.int().min(0).max(255);

/** Single fields of a profile. A null, where it is allowed, switches off. */
const settings = z
  .strictObject({
    timestamps: z.boolean(),
    requiresStamps: z.boolean(),
    checksEcho: z.boolean(),
    sack: z.boolean(),
    windowScale: z.int().min(0).max(14).nullable(),
    mss: z.int().min(1).max(65_495),
    rcvWnd: z
      .int()
      .min(1)
      .max(2 ** 30),
    timeWaitUs: micros,
    finWait2Us: micros.nullable(),
    rtoInitialUs: micros.min(1),
    rtoMinUs: micros.min(1),
    rtoMaxUs: micros.min(1),
    rttvarFloorUs: micros,
    rtoAfterSynTimeoutUs: micros.min(1),
    synRetries: count,
    synLinearTimeouts: count,
    synAckRetries: count,
    dataRetries: count,
    orphanRetries: count,
    giveUpAfter: z.enum(["repeats", "time"]),
    tailLossProbe: z.boolean(),
    keepaliveIdleUs: z.int().min(1),
    keepaliveIntervalUs: z.int().min(1),
    keepaliveProbes: count,
    delayedAckUs: micros,
    delayedAckBeforeTextUs: micros,
    quickAcks: count,
    challengeIntervalUs: micros,
    nagle: z.boolean(),
    closePushes: z.boolean(),
    duplicateSyn: z.enum(["ack", "syn-ack"]),
    textOnSyn: z.enum(["keep", "discard"]),
    sequenceCheck: z.enum(["table", "edges"]),
    dropsAckless: z.enum(["after-sequence", "at-once"]),
    believesResetBelow: z.boolean(),
    resetIsTold: z.enum(["standard", "kernel"]),
    socketErrors: z.boolean(),
    resetsTextBehindFin: z.boolean(),
    oldAck: z.enum(["ignore", "challenge"]),
    timeWaitSocket: z.boolean(),
    requestSocket: z.boolean(),
    ignoresResetInTimeWait: z.boolean(),
    reopensTimeWait: z.boolean(),
    refusedSynInTimeWait: z.enum(["ack", "drop"]),
    returnsToTimeWait: z.boolean(),
    hurriesSynUs: micros.nullable(),
    takesMoreThanSyn: z.boolean(),
    synCookies: z.union([z.literal(0), z.literal(1), z.literal(2)]),
    abortOnOverflow: z.boolean(),
    fastOpenClient: z.boolean(),
    fastOpenServer: z.boolean(),
    issTickNs: z.int().min(1).max(1_000_000),
  } satisfies { [Field in keyof Profile]: z.ZodType<Profile[Field]> })
  .partial();

const socketOptions = z
  .strictObject({
    reads: z.enum(["at-once", "on-call"]),
    noDelay: z.boolean(),
    cork: z.boolean(),
    keepalive: z.boolean(),
    finWait2Us: micros.nullable(),
    delaysFirstAck: z.boolean(),
  } satisfies { [Option in keyof SocketOptions]: z.ZodType<SocketOptions[Option]> })
  .partial();

const call = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("listen"),
    port: port.optional(),
    backlog: z.int().min(0).max(4096).optional(),
    deferAcceptS: z.int().min(0).max(3600).optional(),
    fastOpen: z.boolean().optional(),
    reuseAddress: z.boolean().optional(),
    options: socketOptions.optional(),
  }),
  z.strictObject({ kind: z.literal("unlisten"), port: port.optional() }),
  z.strictObject({ kind: z.literal("accept"), port: port.optional() }),
  z.strictObject({
    kind: z.literal("connect"),
    to: name.optional(),
    port: port.optional(),
    from: port.optional(),
    len: bytes.optional(),
    fastOpen: z.boolean().optional(),
    options: socketOptions.optional(),
  }),
  z.strictObject({ kind: z.literal("send"), len: bytes, more: z.boolean().optional() }),
  z.strictObject({ kind: z.literal("receive") }),
  z.strictObject({ kind: z.literal("shutdown"), both: z.boolean().optional(), read: z.boolean().optional() }),
  z.strictObject({ kind: z.literal("close") }),
  z.strictObject({ kind: z.literal("abort") }),
  z.strictObject({ kind: z.literal("status") }),
  z.strictObject({ kind: z.literal("set"), options: socketOptions }),
  z.strictObject({ kind: z.literal("crash") }),
  z.strictObject({ kind: z.literal("boot") }),
]) satisfies z.ZodType<ScriptCall>;

const connection = z.int().min(1).max(100_000).optional();

const cue = z.union([
  z.strictObject({ host: name, connection, atUs: micros, call }),
  z.strictObject({ host: name, connection, on: state, afterUs: micros, call }),
]) satisfies z.ZodType<Cue>;

export const segmentKind = z.enum(["SYN", "SYN-ACK", "ACK", "DATA", "FIN", "RST", "any"]) satisfies z.ZodType<
  Rule["of"]
>;

export const rule = z.strictObject({
  from: name,
  to: name.optional(),
  of: segmentKind,
  nth: z.union([z.int().min(1), z.literal("every")]),
  fate: z.enum(["drop", "duplicate", "delay", "corrupt"]),
  byUs: micros.optional(),
}) satisfies z.ZodType<Rule>;

const share = z.number().min(0).max(1);

const noise = z
  .strictObject({
    seed: seq,
    drop: share.optional(),
    duplicate: share.optional(),
    corrupt: share.optional(),
    delay: share.optional(),
    delayMaxUs: micros.optional(),
  })
  .refine(({ drop = 0, duplicate = 0, corrupt = 0, delay = 0 }) => drop + duplicate + corrupt + delay <= 1, {
    message: "drop, duplicate, corrupt and delay are shares of all segments: together at most 1",
  }) satisfies z.ZodType<Noise>;

const options = z.strictObject({
  mss: z.int().min(1).max(65_535).optional(),
  windowScale: z.int().min(0).max(255).optional(),
  sackPermitted: z.literal(true).optional(),
  timestamps: z.strictObject({ value: seq, echo: seq }).optional(),
  sack: z
    .array(z.strictObject({ left: seq, right: seq }))
    .min(1)
    .max(4)
    .optional(),
  fastOpen: z
    .string()
    .regex(/^([0-9a-f]{2}){0,16}$/, "a cookie is written in pairs of hexadecimal digits, at most 16 of them")
    .optional(),
}) satisfies z.ZodType<Options>;

const ghost = z.strictObject({
  from: name,
  to: name.optional(),
  by: name.optional(),
  fromPort: port.optional(),
  toPort: port.optional(),
  arrivesAtUs: micros,
  flags,
  seq,
  ack: seq.optional(),
  len: bytes.optional(),
  options: options.optional(),
}) satisfies z.ZodType<Ghost>;

const hostSpec = z.strictObject({
  name,
  profile: profileName.optional(),
  settings: settings.optional(),
  iss: seq.optional(),
}) satisfies z.ZodType<HostSpec>;

function namesEachOnce(specs: readonly HostSpec[], context: z.RefinementCtx): void {
  for (const [i, { name: own }] of specs.entries()) {
    if (specs.findIndex((other) => other.name === own) === i) continue;
    context.addIssue({ code: "custom", path: [i, "name"], message: `there is already a host named ${own}` });
  }
}

const parts = z.strictObject({
  profile: profileName,
  settings: settings.optional(),
  hosts: z.array(hostSpec).max(20).superRefine(namesEachOnce).optional(),
  iss: z.strictObject({ client: seq, server: seq }),
  wire: z.strictObject({ delayUs: micros, rules: z.array(rule).max(100).optional(), noise: noise.optional() }),
  script: z.array(cue).max(100_000),
  ghosts: z.array(ghost).max(1000).optional(),
  untilUs: micros.optional(),
});

export const scenario = parts.superRefine(namesItsHosts) satisfies z.ZodType<Scenario>;

/** Nothing comes from, or goes to, a host that is not there. */
function namesItsHosts(value: z.infer<typeof parts>, context: z.RefinementCtx): void {
  const known = new Set<string>([...HOSTS, ...(value.hosts ?? []).map((spec) => spec.name)]);
  const check = (host: string | undefined, path: (string | number)[]) => {
    if (host !== undefined && !known.has(host)) {
      context.addIssue({ code: "custom", path, message: `there is no host named ${host}` });
    }
  };
  for (const [i, { host, call }] of value.script.entries()) {
    check(host, ["script", i, "host"]);
    if (call.kind === "connect") check(call.to, ["script", i, "call", "to"]);
  }
  for (const [i, { from, to }] of (value.wire.rules ?? []).entries()) {
    check(from, ["wire", "rules", i, "from"]);
    check(to, ["wire", "rules", i, "to"]);
  }
  for (const [i, { from, to, by }] of (value.ghosts ?? []).entries()) {
    check(from, ["ghosts", i, "from"]);
    check(to, ["ghosts", i, "to"]);
    check(by, ["ghosts", i, "by"]);
  }
}

/** What is different from another scenario: each part stands in the place of the other's. */
export const scenarioDifferences = z.strictObject({
  ...parts.omit({ wire: true }).partial().shape,
  delayUs: micros.optional(),
  rules: z.array(rule).max(100).optional(),
  /** Behind the script. */
  andThen: z.array(cue).max(100).optional(),
});
export type Differences = z.infer<typeof scenarioDifferences>;

/** A scenario of the gallery, by name, and what is different here. */
const likeScenario = z.strictObject({ like: z.string(), ...scenarioDifferences.shape });

/** A scenario as content says it: whole, or what is different from one of the gallery. */
export const writtenScenario = z.union([scenario, likeScenario]);
export type WrittenScenario = z.infer<typeof writtenScenario>;

const failure = z.enum([
  "connection refused",
  "connection reset",
  "broken pipe",
  "timed out",
]) satisfies z.ZodType<Failure>;
const errno = z.enum([
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
  "EPIPE",
  "EADDRINUSE",
  "EADDRNOTAVAIL",
  "ENOTCONN",
  "ECONNABORTED",
  "EISCONN",
  "EALREADY",
  "EINVAL",
  "EBADF",
]) satisfies z.ZodType<Errno>;

export const promised = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("state"), host: side, state, atUs: micros }),
  z.strictObject({ kind: z.literal("ends"), host: side, state }),
  z.strictObject({ kind: z.literal("never"), host: side, state }),
  z.strictObject({
    kind: z.literal("segments"),
    from: side,
    flags,
    are: z.array(
      z.strictObject({
        seq: z.int().optional(),
        ack: z.int().optional(),
        len: z.int().optional(),
        sentAtUs: micros.optional(),
        nature: z.enum(["first", "resent", "copy", "ghost"]).optional(),
      }),
    ),
  }),
  z.strictObject({ kind: z.literal("delivered"), host: side, bytes: z.int().min(0) }),
  z.strictObject({ kind: z.literal("fails"), host: side, failure: failure.nullable() }),
  z.strictObject({
    kind: z.literal("call"),
    host: side,
    call: z.enum(["listen", "accept", "connect", "send", "receive", "shutdown", "close", "abort", "status", "set"]),
    nth: z.int().min(1),
    errno: errno.nullable(),
  }),
  z.strictObject({
    kind: z.literal("connections"),
    host: side,
    state: state.optional(),
    atUs: micros,
    count: z.int().min(0),
  }),
]) satisfies z.ZodType<Promised>;
