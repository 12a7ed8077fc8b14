import { diceFrom } from "#lib/tcp/dice.ts";
import type { Scenario } from "#lib/tcp/world/scenario.ts";
import { FRAMES_MAX, simulate } from "#lib/tcp/world/simulate.ts";
import { type Answer, type Row, rowOf, scenarioFor, seedOf, shuffled } from "./draw.ts";
import type { Exercise } from "./exercise.ts";
import type { Graded } from "./grade.ts";

/** So many segments are enough for a diagram, and not too many to be put in order while somebody waits. */
const ROWS = { min: 3, max: 8 };

/** The segments of a diagram, out of order and without their flags. */
export interface Board {
  readonly scenario: Scenario;
  /** `flight` is the place at which a segment is shown, from 0. */
  readonly rows: readonly Row[];
  /** By place, from 1: the segment that belongs there ("1"), and its flags ("1.flags"). */
  readonly right: Answer;
}

/** Whether a diagram of this card can be put to somebody: its segments are asked about anyway, and they are few. */
export function hasBoard(exercise: Exercise | null, scenario: Scenario): boolean {
  return drawBoard(exercise, scenario, 0) !== null;
}

/** The whiteboard of a card, drawn with this seed; null: it has none. */
export function drawBoard(exercise: Exercise | null, scenario: Scenario, seed: number): Board | null {
  if (exercise?.kind !== "order" && exercise?.kind !== "fill") return null;
  const drawn = scenarioFor(exercise, scenario, seed);
  const rows = simulate(drawn, FRAMES_MAX).flights.map(rowOf);
  if (rows.length < ROWS.min || rows.length > ROWS.max) return null;
  const mixed = shuffled(rows, diceFrom(seedOf(`board ${seed}`)));
  // What is in order already asks nothing.
  const shown = mixed.every((row, i) => row.flight === i) ? mixed.toReversed() : mixed;
  const right = rows.flatMap((row, i): [string, string][] => [
    [String(i + 1), String(shown.indexOf(row))],
    [`${i + 1}.flags`, row.flags ?? ""],
  ]);
  return {
    scenario: drawn,
    // Named by where they are shown: their number in the film would tell their place.
    rows: shown.map((row, i) => ({ ...row, flight: i, flags: null })),
    right: Object.fromEntries(right),
  };
}

/** Grades place by place; segments that look the same, but for what was written on them, may stand for each other. */
export function gradeBoard(board: Board, answer: Answer): Graded[] {
  const looks = new Map(board.rows.map((row) => [String(row.flight), lookOf(row)]));
  return Object.entries(board.right).map(([part, right]) => {
    const given = answer[part] ?? "";
    const isPlace = looks.has(right) && !part.endsWith(".flags");
    return { part, given, right, ok: isPlace ? looks.get(given) === looks.get(right) : given === right };
  });
}

function lookOf({ from, to, seq, ack, len }: Row): string {
  return [from, to, seq, ack, len].join();
}
