import { type Flag, flagsOf } from "#lib/tcp/segment.ts";
import { distance } from "#lib/tcp/sequence.ts";
import type { State } from "#lib/tcp/state.ts";
import { type Film, type Flight, hostsAt } from "#lib/tcp/world/film.ts";
import type { Answer } from "./draw.ts";
import type { Question } from "./question.ts";
import { plain } from "./typed.ts";

export { type Question, questionAt } from "./question.ts";

/** The segment that is expected next, with numbers relative to the connection's initial ones; flags null: none is sent. */
export interface Reaction {
  readonly flags: readonly Flag[] | null;
  readonly seq: number;
  /** null: without the ACK flag. */
  readonly ack: number | null;
  readonly state: State;
}

/** A segment as it was predicted, with relative numbers. */
export type PredictedSegment = Pick<Reaction, "seq" | "ack"> & { readonly flags: readonly Flag[] };

/** What is chosen where no segment is sent. */
export const NOTHING_SENT = "none";

export type PredictionPart = "when" | "flags" | "seq" | "ack" | "state";

/**
 * The parts of a prediction that are asked, as far as it is made: numbers only of a segment that is sent, and an ack only
 * of one that has the flag for it.
 */
export function partsAsked({ kind }: Question, { flags = "" }: Answer): readonly PredictionPart[] {
  if (kind === "when") return ["when"];
  const sends = flags !== "" && flags !== NOTHING_SENT;
  return ["flags", ...(sends ? (["seq"] as const) : []), ...(hasAck(flags) ? (["ack"] as const) : []), "state"];
}

/** The segment of an answer; null: it sends none, or one of which something is not said yet. */
export function segmentIn(answer: Answer): PredictedSegment | null {
  const flags = FLAGS.filter((flag) => namesIn(answer.flags ?? "").includes(flag));
  const seq = numberIn(answer.seq);
  const ack = hasAck(answer.flags ?? "") ? numberIn(answer.ack) : null;
  if (flags.length === 0 || seq === null || (ack === null && flags.includes("ACK"))) return null;
  return { flags, seq, ack };
}

const FLAGS: readonly Flag[] = ["SYN", "FIN", "RST", "ACK"];

function hasAck(flags: string): boolean {
  return namesIn(flags).includes("ACK");
}

function namesIn(flags: string): string[] {
  return plain(flags).split(",");
}

function numberIn(typed = ""): number | null {
  const number = Number(plain(typed) || Number.NaN);
  return Number.isSafeInteger(number) ? number : null;
}

/** What the host really does in the frame. */
export function reactionAt(film: Film, { frame, host }: Question): Reaction {
  const flight = firstSent(film, frame);
  const state = hostsAt(film, frame)[host]?.state;
  if (state === undefined) throw new Error(`frame ${frame} is asked about ${host}, which the film has not`);
  if (flight === null) return { flags: null, seq: 0, ack: null, state };
  const { segment, base } = flight;
  const ack = segment.ack === null ? null : distance(base.ack, segment.ack);
  return { flags: flagsOf(segment), seq: distance(base.seq, segment.seq), ack, state };
}

/** The first segment that leaves in the frame; null: none does. */
export function firstSent(film: Film, frame: number): Flight | null {
  const id = film.frames[frame]?.sent[0];
  return id === undefined ? null : (film.flights[id] ?? null);
}
