import { add } from "#lib/tcp/sequence.ts";
import type { Film, Flight } from "#lib/tcp/world/film.ts";
import type { Scenario } from "#lib/tcp/world/scenario.ts";
import { FRAMES_MAX, simulate } from "#lib/tcp/world/simulate.ts";
import { firstSent, type PredictedSegment, type Question } from "./prediction.ts";

/**
 * What comes of a wrong segment: the right one is lost, this one travels in its place, and the frame in which it arrives
 * is told. null: there is nobody for it to reach.
 */
export function consequenceOf(
  film: Film,
  question: Question,
  predicted: PredictedSegment,
): { readonly film: Film; readonly frame: number } | null {
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
    flags: predicted.flags,
    seq: add(base.seq, predicted.seq),
    ...(predicted.ack === null ? {} : { ack: add(base.ack, predicted.ack) }),
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

function arrivalOf(film: Film, frame: number): Flight | null {
  const event = film.frames[frame]?.event;
  return event?.kind === "arrival" ? (film.flights[event.flight] ?? null) : null;
}
