import { type Film, type Flight, hostsAt } from "#lib/tcp/film.ts";
import type { Scenario } from "#lib/tcp/scenario.ts";
import { type Flag, flagsOf } from "#lib/tcp/segment.ts";
import { add, distance } from "#lib/tcp/sequence.ts";
import { FRAMES_MAX, simulate } from "#lib/tcp/simulate.ts";
import type { State } from "#lib/tcp/state.ts";
import type { Question } from "./question.ts";

export { type Question, questionAt } from "./question.ts";

/** The segment that is expected next, with numbers relative to the connection's initial ones; flags null: none is sent. */
export interface Reaction {
  readonly flags: readonly Flag[] | null;
  readonly seq: number;
  /** null: without the ACK flag. */
  readonly ack: number | null;
  readonly state: State;
}

/** Which parts of a reaction are right. */
export interface Verdict {
  readonly flags: boolean;
  readonly seq: boolean;
  readonly ack: boolean;
  readonly state: boolean;
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

/** PSH is up to the sender, so it is not asked for. Numbers of a segment that is not sent do not count. */
export function grade(film: Film, question: Question, answer: Reaction): Verdict {
  const right = reactionAt(film, question);
  const names = (flags: readonly Flag[] | null) =>
    flags === null
      ? "none"
      : [...flags]
          .filter((flag) => flag !== "PSH")
          .sort()
          .join();
  const silent = right.flags === null && answer.flags === null;
  return {
    flags: names(right.flags) === names(answer.flags),
    seq: silent || right.seq === answer.seq,
    ack: silent || right.ack === answer.ack,
    state: right.state === answer.state,
  };
}

/**
 * What comes of a wrong segment: the right one is lost, the answer's travels in its place, and the frame in which it
 * arrives is told. null: there is no segment to send, or nobody for it to reach.
 */
export function consequenceOf(
  film: Film,
  question: Question,
  answer: Reaction,
): { readonly film: Film; readonly frame: number } | null {
  if (answer.flags === null) return null;
  const { scenario } = film;
  const right = firstSent(film, question.frame);
  const model = right ?? arrivalOf(film, question.frame);
  const sentAtUs = film.frames[question.frame]?.atUs;
  if (model === null || sentAtUs === undefined) return null;
  const [base, to] =
    right === null ? [{ seq: model.base.ack, ack: model.base.seq }, model.from] : [right.base, right.to];
  const ghost = {
    from: question.host,
    to,
    ...(right === null
      ? { fromPort: model.toPort, toPort: model.fromPort }
      : { fromPort: right.fromPort, toPort: right.toPort }),
    arrivesAtUs: sentAtUs + scenario.wire.delayUs,
    flags: answer.flags,
    seq: add(base.seq, answer.seq),
    ...(answer.ack === null ? {} : { ack: add(base.ack, answer.ack) }),
    ...(right !== null && right.segment.len > 0 ? { len: right.segment.len } : {}),
  };
  const other = simulate(
    { ...withoutSegment(scenario, right), ghosts: [...(scenario.ghosts ?? []), ghost] },
    FRAMES_MAX,
  );
  const frame = other.frames.findIndex(
    ({ event, atUs }) =>
      event.kind === "arrival" && atUs === ghost.arrivesAtUs && other.flights[event.flight]?.nature === "ghost",
  );
  return frame < 0 ? null : { film: other, frame };
}

function withoutSegment(scenario: Scenario, flight: Flight | null): Scenario {
  if (flight === null) return scenario;
  const rule = { from: flight.from, of: "any", nth: flight.nth, fate: "drop" } as const;
  return { ...scenario, wire: { ...scenario.wire, rules: [rule, ...(scenario.wire.rules ?? [])] } };
}

function firstSent(film: Film, frame: number): Flight | null {
  const id = film.frames[frame]?.sent[0];
  return id === undefined ? null : (film.flights[id] ?? null);
}

function arrivalOf(film: Film, frame: number): Flight | null {
  const event = film.frames[frame]?.event;
  return event?.kind === "arrival" ? (film.flights[event.flight] ?? null) : null;
}
