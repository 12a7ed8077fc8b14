import { z } from "zod";

/** The cases as their file writes them. An object with a key that is not named here is refused: nothing is overlooked. */
const flag = z.enum(["SYN", "FIN", "RST", "PSH", "ACK"]);
const byHost = <T extends z.ZodType>(value: T) => z.partialRecord(z.enum(["A", "B", "D"]), value);

/** Numbers are relative to the initial ones; a text is one of "SND.NXT", "RCV.NXT-1", "absolute 0", "Z+1". */
const segmentLine = z.strictObject({
  seg: z.enum(["P>D", "D>P", "A>B", "B>A"]),
  flags: z.array(flag),
  seq: z.union([z.number(), z.string()]),
  ack: z.union([z.number(), z.string(), z.null()]),
  len: z.number(),
  /** Events: seconds since the case began. */
  t: z.union([z.number(), z.string()]).optional(),
  win: z.number().optional(),
  tsval: z.number().nullable().optional(),
  abs_ack: z.number().optional(),
  old_duplicate: z.literal(true).optional(),
  note: z.string().optional(),
});
export type SegmentLine = z.infer<typeof segmentLine>;

const op = z.strictObject({
  op: z.enum([
    "active_open",
    "send",
    "shutdown_wr",
    "close",
    "close listener",
    "bind same port",
    "bind same port with SO_REUSEADDR",
    "connect same 4-tuple",
  ]),
  host: z.enum(["A", "B"]).optional(),
  len: z.number().optional(),
  /** It happens before an ACK that may wait so long was sent. */
  within_s: z.number().optional(),
  so_linger: z.tuple([z.number(), z.number()]).optional(),
  after: z.string().optional(),
  delay: z.string().optional(),
  iss: z.number().optional(),
});
export type Op = z.infer<typeof op>;

const event = z.union([
  segmentLine,
  op,
  z.strictObject({ advance_s: z.number() }),
  z.strictObject({ drop: z.string() }),
  z.strictObject({ table: z.string() }),
  z.strictObject({ repeat: z.string() }),
  // biome-ignore lint/suspicious/noThenProperty: the name that the data file uses; an event is never awaited
  z.strictObject({ then: z.string() }),
  z.strictObject({ one_of: z.array(segmentLine) }),
  z.strictObject({ or_: segmentLine }),
]);
export type CaseEvent = z.infer<typeof event>;

const expectation = z.union([
  segmentLine,
  z.strictObject({
    state: byHost(z.string()),
    /** Seconds since the case began. */
    at_s: z.union([z.number(), z.string(), z.record(z.string(), z.number())]).optional(),
    delivered: byHost(z.number()).optional(),
    peer: z.string().optional(),
  }),
  z.strictObject({ delivered: byHost(z.number()) }),
  z.strictObject({ no_segment: z.literal(true) }),
  z.strictObject({ no_synack: z.literal(true) }),
  z.strictObject({ error: z.string() }),
  z.strictObject({ errors: z.array(z.string().nullable()) }),
  z.strictObject({
    times_s: z.partialRecord(z.enum(["SYN", "SYN-ACK", "DATA"]), z.array(z.number())),
    give_up_s: z.number().nullable(),
    tolerance: z.string(),
  }),
  z.strictObject({ advance_s: z.literal("2MSL") }),
  z.strictObject({ accept: z.array(z.string()), reject: z.array(z.string()) }),
  z.strictObject({ responses: z.array(z.number()) }),
  z.strictObject({ close_returns_after_s: z.number() }),
  z.strictObject({ rule: z.string() }),
  z.strictObject({ note: z.string() }),
  z.strictObject({ at_s: z.string() }),
]);
export type Expectation = z.infer<typeof expectation>;

const given = z.strictObject({
  D: z.string().optional(),
  A: z.string().optional(),
  B: z.string().optional(),
  sysctl: z.record(z.string(), z.number()).optional(),
  params: z.strictObject({ initial_rto: z.number() }).optional(),
  peer_isn: z.string().optional(),
  iss: z.record(z.string(), z.union([z.number(), z.array(z.number())])).optional(),
  /** What SND.NXT is. */
  next: z.record(z.string(), z.number()).optional(),
  abs: z.boolean().optional(),
  after: z.string().optional(),
});

const caseSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  source: z.array(z.string()),
  level: z.enum(["host", "two-host"]),
  profile: z.enum(["rfc9293", "rfc6191", "linux", "linux-6.18"]),
  given,
  events: z.array(event),
  expect: z.array(expectation),
  /** What is expected instead, by profile. */
  variants: z.record(z.string(), z.array(expectation)).optional(),
  note: z.string().optional(),
  measured_linux_6_18: z.unknown().optional(),
});
export type Case = z.infer<typeof caseSchema>;

export const casesFile = z.object({ cases: z.array(caseSchema) });
