import { z } from "zod";
import type { Options } from "#lib/tcp/options.ts";
import { type Segment, segmentOf } from "#lib/tcp/segment.ts";

const side = z.enum(["client", "server"]);

const option = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("mss"), value: z.number() }),
  z.object({ kind: z.literal("ws"), shift: z.number() }),
  z.object({ kind: z.literal("sackOK") }),
  z.object({ kind: z.literal("ts"), val: z.number(), ecr: z.number() }),
  z.object({ kind: z.literal("sack"), blocks_raw: z.array(z.tuple([z.number(), z.number()])) }),
  z.object({ kind: z.literal("tfo"), cookie: z.string() }),
  z.object({ kind: z.literal("nop") }),
]);

const recorded = z.object({
  n: z.number(),
  t: z.number(),
  from: side,
  cport: z.number(),
  flags: z.array(z.string()),
  seq: z.number(),
  ack: z.number().nullable(),
  seq_raw: z.number(),
  ack_raw: z.number(),
  len: z.number(),
  win: z.number(),
  options: z.array(option),
  delivered_t: z.number().nullable(),
  crafted: z.boolean(),
});

const stepTaken = z.object({
  t: z.number(),
  side: z.enum(["client", "server", "lab"]),
  action: z.string(),
  result: z.string().nullish(),
  who: z.string().nullish(),
});

const sysctls = z.record(z.string(), z.number());

/** One recording of two kernels, or of one and hand-written segments; seconds. Every field is explained in data/README.md. */
export const traceFile = z.object({
  id: z.string(),
  server_port: z.number(),
  sysctls: z.object({ client: sysctls, server: sysctls }),
  isns: z.array(z.object({ t: z.number(), side, cport: z.number(), isn: z.number() })),
  steps: z.array(stepTaken),
  segments: z.array(recorded),
  end_t: z.number(),
});

export type Trace = z.infer<typeof traceFile>;
export type Side = z.infer<typeof side>;
export type TracedSegment = z.infer<typeof recorded>;
export type StepTaken = z.infer<typeof stepTaken>;

/** A recorded segment as the machine takes it. */
export function asSegment({ flags, seq_raw, ack_raw, len, win, options }: TracedSegment): Segment {
  return segmentOf({
    seq: seq_raw,
    ack: flags.includes("ACK") ? ack_raw : null,
    syn: flags.includes("SYN"),
    fin: flags.includes("FIN"),
    rst: flags.includes("RST"),
    psh: flags.includes("PSH"),
    len,
    wnd: win,
    options: asOptions(options),
  });
}

function asOptions(items: TracedSegment["options"]): Options {
  let options: Options = {};
  for (const item of items) {
    if (item.kind === "mss") options = { ...options, mss: item.value };
    else if (item.kind === "ws") options = { ...options, windowScale: item.shift };
    else if (item.kind === "sackOK") options = { ...options, sackPermitted: true };
    else if (item.kind === "ts") options = { ...options, timestamps: { value: item.val, echo: item.ecr } };
    else if (item.kind === "tfo") options = { ...options, fastOpen: item.cookie };
    else if (item.kind === "sack") {
      options = { ...options, sack: item.blocks_raw.map(([left, right]) => ({ left, right })) };
    }
  }
  return options;
}
