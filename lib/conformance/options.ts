import { z } from "zod";
import { type Options, optionItems } from "#lib/tcp/options.ts";
import { PROFILES, type Profile } from "#lib/tcp/profile.ts";
import type { Segment } from "#lib/tcp/segment.ts";
import { MILLISECOND } from "#lib/tcp/time.ts";
import { perform } from "#lib/tcp/world/script.ts";
import { Bench, PEER, PORT } from "./bench.ts";
import type { Comparison } from "./comparison.ts";
import { lettersOf } from "./letters.ts";

/** What a connection makes of the options of a segment, whether both sides had agreed on them or not. See data/README.md. */
export const optionsFile = z.object({
  meta: z.object({ ways: z.record(z.string(), z.array(z.string())), first_stamp: z.number(), stamp_step: z.number() }),
  rows: z.array(
    z.object({
      offers: z.boolean(),
      state: z.string(),
      probe: z.string(),
      seg: z.object({ flags: z.string(), seq: z.number(), ack: z.number().nullable(), len: z.number() }),
      stamp: z.enum(["none", "newer", "older", "wrong echo", "echo 0"]),
      extra: z.enum(["", "ws", "sackOK", "mss"]),
      reply: z.array(
        z.object({
          flags: z.string(),
          seq: z.union([z.number(), z.string()]),
          ack: z.number().nullable(),
          len: z.number(),
          options: z.string(),
        }),
      ),
      next: z.string(),
    }),
  ),
});
type OptionsFile = z.infer<typeof optionsFile>;
type Row = OptionsFile["rows"][number];

/** The kernel as it was measured: what it offers, and every answer given. */
const AS_MEASURED: Profile = { ...PROFILES["linux-6.18"], challengeIntervalUs: 0 };

/** Runs the table under the Linux profile, or another one. */
export function runOptions({ meta, rows }: OptionsFile, profile: Profile = AS_MEASURED): Comparison[] {
  return rows.map((row) => {
    const told = (replies: readonly string[], next: string) => `${replies.join(", ") || "silence"}, then ${next}`;
    const expected = told(
      row.reply.map((r) => `${r.flags} ${r.seq} ${r.ack} ${r.len} [${r.options}]`),
      row.next,
    );
    const end = new End(profile, row, meta);
    for (const words of meta.ways[row.state] ?? []) end.step(words);
    const got = told(end.probe(), end.state);
    const id = `${row.offers ? "agreed" : "not offered"}, ${row.state}, ${row.probe}, stamp: ${row.stamp} ${row.extra}`;
    return { id: id.trim(), agrees: got === expected, expected, got };
  });
}

/** How long the recorder waited after a step, before the probe, and for the replies. */
const STEP_US = 3 * MILLISECOND;
const COLLECTED_US = 45 * MILLISECOND;

/** So much older than the last was the timestamp that was to be too old. */
const OLDER_BY = 500;
/** Far beyond everything that was ever sent. */
const WRONG_BY = 1_000_000;

class End {
  private readonly bench: Bench;
  private readonly row: Row;
  private readonly stampStep: number;
  private value: number;

  constructor(profile: Profile, row: Row, { first_stamp, stamp_step }: OptionsFile["meta"]) {
    this.bench = new Bench(profile);
    this.row = row;
    this.value = first_stamp;
    this.stampStep = stamp_step;
    if (row.state !== "SYN-SENT") perform(this.bench.machine, { call: { kind: "listen", port: PORT } }, 0);
  }

  get state(): string {
    return this.bench.machine.connections.at(-1)?.endpoint.state ?? "CLOSED";
  }

  step(words: string): void {
    const { bench } = this;
    const [word, flags = "", seq, ack] = words.split(" ");
    const call = (kind: "shutdown" | "close") => perform(bench.machine, { call: { kind } }, bench.now);
    if (word === "peer") bench.peer(flags, Number(seq), Number(ack ?? 0), { options: this.ordinary(flags) });
    else if (word === "connect")
      bench.note(perform(bench.machine, { call: { kind: word, from: PORT, ...TO } }, bench.now));
    else if (word === "shutdown" || word === "close") bench.note(call(word));
    bench.runUntil(bench.now + STEP_US);
  }

  /** Sends the probe; what came back. */
  probe(): string[] {
    const { bench, row } = this;
    const { flags, seq, ack, len } = row.seg;
    bench.runUntil(bench.now + COLLECTED_US);
    const before = bench.sent.length;
    const syn = flags.includes("S") ? { mss: 1460 } : {};
    bench.peer(flags, seq, ack ?? 0, { len, options: { ...syn, ...EXTRAS[row.extra], ...this.stamp(row.stamp) } });
    bench.runUntil(bench.now + COLLECTED_US);
    return bench.sent.slice(before).map(describe);
  }

  private ordinary(flags: string): Options {
    const syn = flags.includes("S") ? { mss: 1460 } : {};
    if (!this.row.offers) return syn;
    const offer = flags.includes("S") ? { sackPermitted: true as const, windowScale: 7 } : {};
    return { ...syn, ...offer, ...this.stamp("newer") };
  }

  private stamp(which: Row["stamp"]): Options {
    if (which === "none") return {};
    this.value += this.stampStep;
    const last = this.bench.sent.findLast(({ options }) => options.timestamps)?.options.timestamps?.value ?? 0;
    const echo = which === "wrong echo" ? (last + WRONG_BY) >>> 0 : which === "echo 0" ? 0 : last;
    return { timestamps: { value: this.value - (which === "older" ? OLDER_BY : 0), echo } };
  }
}

const TO = { to: PEER.host, port: PEER.port };

const EXTRAS: Readonly<Record<Row["extra"], Options>> = {
  "": {},
  ws: { windowScale: 1 },
  sackOK: { sackPermitted: true },
  mss: { mss: 100 },
};

function describe(segment: Segment): string {
  const { seq, ack } = Bench.numbersOf(segment);
  const kinds = optionItems(segment.options).flatMap(({ kind }) => (kind === "nop" ? [] : [kind]));
  return `${lettersOf(segment)} ${seq} ${ack} ${segment.len} [${kinds.join(" ")}]`;
}
