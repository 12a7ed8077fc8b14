import { type Draw, diceFrom } from "#lib/tcp/dice.ts";
import { flagsOf, kindOf } from "#lib/tcp/segment.ts";
import { add } from "#lib/tcp/sequence.ts";
import { type Film, type Flight, hostsAt } from "#lib/tcp/world/film.ts";
import type { Scenario } from "#lib/tcp/world/scenario.ts";
import { FRAMES_MAX, simulate } from "#lib/tcp/world/simulate.ts";
import type { Blank, Exercise, Moment, SpotField, Which } from "./exercise.ts";
import { type Question, questionAt, reactionAt } from "./prediction.ts";
import { pickOne, varied } from "./vary.ts";

/** A question as it is put, with everything that its picture needs, and the right answer to each of its parts. */
export type Drawn = { readonly right: Answer } & (
  | { readonly kind: "choice"; readonly options: readonly string[]; readonly several: boolean }
  | { readonly kind: "order"; readonly film: Film; readonly rows: readonly Row[] }
  | { readonly kind: "fill" | "spot"; readonly film: Film; readonly rows: readonly Row[] }
  | { readonly kind: "predict"; readonly film: Film; readonly question: Question }
);
export type DrawnPrediction = Extract<Drawn, { kind: "predict" }>;

/** What is answered, part by part: the parts' names are those of `Drawn.right`. */
export type Answer = Readonly<Record<string, string>>;

/** A segment as a line of a table, with absolute numbers; null: blank, to be filled in. */
export interface Row {
  readonly flight: number;
  readonly from: string;
  readonly to: string;
  readonly isLost: boolean;
  readonly flags: string | null;
  readonly seq: string | null;
  readonly ack: string | null;
  readonly len: string | null;
  /** The hosts whose state is asked. */
  readonly states: readonly string[];
}

/** The most segments that a table or a list to be put in order may have. */
export const ROWS_MAX = 14;

/** What is written where a segment has no ACK flag. */
export const NO_ACK = "–";

/** 32 bits from a text, spread evenly (FNV-1a). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** What is drawn at a review: the same however often the page is loaded, another at the next review of the card. */
export function reviewSeed(cardId: string, version: number): number {
  return seedOf(`${cardId} ${version}`);
}

/** The scenario that an exercise is asked about with this seed: the same that `draw` asks about. */
export function scenarioFor(exercise: Exercise | null, scenario: Scenario, seed: number): Scenario {
  const vary = exercise && "vary" in exercise ? exercise.vary : undefined;
  return vary === undefined ? scenario : varied(scenario, vary, diceFrom(seed));
}

/** Puts an exercise as a question. Throws where the film has not what the exercise names; `attempt` tells it instead. */
export function draw(exercise: Exercise, scenario: Scenario, seed: number): Drawn {
  const drawn = attempt(exercise, scenario, seed);
  if ("problem" in drawn) throw new Error(`seed ${seed} of an exercise that the build has passed: ${drawn.problem}`);
  return drawn;
}

/** The question; or what is wrong with the exercise, a sentence in English. */
export function attempt(exercise: Exercise, scenario: Scenario, seed: number): Drawn | { readonly problem: string } {
  // Other dice than those of the scenario, so that the order does not hang on what varies.
  const dice = diceFrom(seedOf(`order ${seed}`));
  if (exercise.kind === "choice") {
    const { options, right } = exercise;
    const answers = options.map((id) => [id, right.includes(id) ? "yes" : "no"]);
    return {
      kind: "choice",
      options: shuffled(options, dice),
      several: right.length > 1,
      right: Object.fromEntries(answers),
    };
  }
  const film = simulate(scenarioFor(exercise, scenario, seed), FRAMES_MAX);
  if (exercise.kind === "predict") return drawPrediction(film, exercise.before);
  if (film.flights.length > ROWS_MAX) {
    return { problem: `the film has ${film.flights.length} segments; at most ${ROWS_MAX} can be asked about` };
  }
  if (exercise.kind === "order") return drawOrder(film, dice);
  return exercise.kind === "fill" ? drawFill(film, exercise.blanks) : drawSpot(film, exercise.fields, dice);
}

function drawOrder(film: Film, dice: Draw): Drawn {
  const rows = film.flights.map(rowOf);
  const right = rows.map((row, i) => [String(i + 1), String(row.flight)]);
  const mixed = shuffled(rows, dice);
  // What is in order already asks nothing.
  const shown = mixed.every((row, i) => row.flight === i) ? mixed.reverse() : mixed;
  return { kind: "order", film, rows: shown, right: Object.fromEntries(right) };
}

function drawFill(film: Film, blanks: readonly Blank[]): Drawn | { readonly problem: string } {
  const rows = film.flights.map(rowOf);
  const right: Record<string, string> = {};
  for (const { segment, fields = [], states = [] } of blanks) {
    const flight = find(film, segment);
    const row = flight && rows[flight.id];
    if (!row) return { problem: `there is no segment ${JSON.stringify(segment)}` };
    for (const field of fields) right[`${flight.id}.${field}`] = row[field] ?? "";
    for (const host of states) {
      const state = stateAfter(film, flight, host);
      if (state === null) return { problem: `${host} neither sends nor gets ${JSON.stringify(segment)}` };
      right[`${flight.id}.state.${host}`] = state;
    }
    const hidden = Object.fromEntries(fields.map((field) => [field, null]));
    rows[flight.id] = { ...row, ...hidden, states };
  }
  return { kind: "fill", film, rows, right };
}

function drawPrediction(film: Film, before: Moment): Drawn | { readonly problem: string } {
  const frame = "arrival" in before ? arrivalFrame(film, before.arrival) : timeoutFrame(film, before);
  const question = frame === null ? null : questionAt(film, frame);
  return question === null
    ? { problem: `nothing can be foretold at ${JSON.stringify(before)}` }
    : predictionOf(film, question);
}

/** What a film asks before a frame, with what comes in it as the right answer. PSH is up to the sender, so it is not asked for. */
export function predictionOf(film: Film, question: Question): DrawnPrediction {
  if (question.kind === "when") {
    const atUs = film.frames[question.frame]?.atUs ?? 0;
    return { kind: "predict", film, question, right: { when: String(atUs - question.sinceUs) } };
  }
  const { flags, seq, ack, state } = reactionAt(film, question);
  const numbers: Answer = flags === null ? {} : { seq: String(seq), ack: ack === null ? NO_ACK : String(ack) };
  const right: Answer = { flags: flags?.filter((flag) => flag !== "PSH").join() ?? "none", ...numbers, state };
  return { kind: "predict", film, question, right };
}

/** One cell is falsified: never an initial number, since then the fault could be in the answer as well. */
function drawSpot(film: Film, fields: readonly SpotField[], dice: Draw): Drawn | { readonly problem: string } {
  const rows = film.flights.map(rowOf);
  const faults = film.flights.flatMap((flight) =>
    fields.flatMap((field) => {
      const fault = falsify(flight, field, dice);
      return fault === null ? [] : [{ flight: flight.id, fault }];
    }),
  );
  const chosen = pickOne(faults, dice);
  const row = chosen && rows[chosen.flight];
  if (!row) return { problem: "no segment of the film can be falsified" };
  rows[chosen.flight] = { ...row, ...chosen.fault };
  return { kind: "spot", film, rows, right: { row: String(chosen.flight) } };
}

function falsify({ segment, nature }: Flight, field: SpotField, dice: Draw): Partial<Row> | null {
  if (nature === "ghost" || nature === "copy" || segment.rst) return null;
  const off = dice() < 0.5 ? -1 : 1;
  if (field === "seq") return segment.syn ? null : { seq: String(add(segment.seq, off)) };
  if (segment.ack === null) return null;
  if (field === "ack") return { ack: String(add(segment.ack, off)) };
  if (segment.syn) return { flags: "SYN", ack: NO_ACK };
  return { flags: segment.fin ? "FIN" : "SYN,ACK", ...(segment.fin && { ack: NO_ACK }) };
}

/** A segment as a line, nothing hidden; PSH is up to the sender and left out. */
export function rowOf({ id, from, to, segment, arrivesAtUs }: Flight): Row {
  return {
    flight: id,
    from,
    to,
    isLost: arrivesAtUs === null,
    flags: flagsOf(segment)
      .filter((flag) => flag !== "PSH")
      .join(),
    seq: String(segment.seq),
    ack: segment.ack === null ? NO_ACK : String(segment.ack),
    len: String(segment.len),
    states: [],
  };
}

/** The segment that is meant; null: the film has none. */
function find(film: Film, { from, of, nth, ghost }: Which): Flight | null {
  const those = film.flights.filter(
    (flight) =>
      flight.from === from &&
      flight.nature !== "copy" &&
      (flight.nature === "ghost") === (ghost ?? false) &&
      (of === "any" || kindOf(flight.segment) === of),
  );
  return those[nth - 1] ?? null;
}

function arrivalFrame(film: Film, which: Which): number | null {
  const flight = find(film, which);
  const frame = film.frames.findIndex(({ event }) => event.kind === "arrival" && event.flight === flight?.id);
  return frame < 0 ? null : frame;
}

function timeoutFrame(film: Film, { timeout, nth }: { readonly timeout: string; readonly nth: number }): number | null {
  const frames = film.frames.flatMap(({ event, sent }, i) =>
    event.kind === "timeout" && event.host === timeout && sent.length > 0 ? [i] : [],
  );
  return frames[nth - 1] ?? null;
}

/** The state of a host once it has sent the segment, or once it has got it; null: it has to do with neither. */
function stateAfter(film: Film, flight: Flight, host: string): string | null {
  const frame =
    host === flight.from
      ? film.frames.findIndex(({ sent }) => sent.includes(flight.id))
      : film.frames.findIndex(({ event }) => event.kind === "arrival" && event.flight === flight.id);
  return frame < 0 || (host !== flight.from && host !== flight.to) ? null : (hostsAt(film, frame)[host]?.state ?? null);
}

export function shuffled<T>(list: readonly T[], dice: Draw): T[] {
  return list
    .map((item) => ({ item, place: dice() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
