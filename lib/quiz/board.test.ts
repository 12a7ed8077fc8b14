import fc from "fast-check";
import { expect, test } from "vitest";
import { calm } from "#lib/tcp/world/testing.ts";
import { type Board, drawBoard, gradeBoard, hasBoard } from "./board.ts";
import type { Exercise } from "./exercise.ts";

const exercise: Exercise = { kind: "order", vary: { iss: "small" } };
const boardOf = (seed: number): Board => {
  const board = drawBoard(exercise, calm, seed);
  if (board === null) throw new Error("the calm scenario has a diagram");
  return board;
};

test("a diagram shows every segment of the film once, never in order, and nothing that tells its place", () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const { rows, right } = boardOf(seed);
      const places = rows.map((_, i) => right[String(i + 1)]);
      expect(rows.every(({ flags }) => flags === null)).toBe(true);
      expect(rows.map(({ flight }) => flight)).toEqual(rows.map((_, i) => i));
      expect(places.toSorted()).toEqual(rows.map((_, i) => String(i)));
      expect(places).not.toEqual(rows.map((_, i) => String(i)));
      expect(Object.keys(right)).toHaveLength(2 * rows.length);
    }),
  );
});

test("what the simulator did is right, and anything else in a place or on a label is wrong there", () => {
  const board = boardOf(7);
  expect(gradeBoard(board, board.right).every(({ ok }) => ok)).toBe(true);
  const wrong = { ...board.right, "1.flags": "FIN", "2": board.right["1"] ?? "" };
  const parts = gradeBoard(board, wrong).filter(({ ok }) => !ok);
  expect(parts.map(({ part }) => part).toSorted()).toEqual(["1.flags", "2"]);
  expect(gradeBoard(board, {}).some(({ ok }) => ok)).toBe(false);
});

test("a question without segments has no whiteboard, nor has one with too many or too few", () => {
  expect(hasBoard(null, calm)).toBe(false);
  expect(hasBoard({ kind: "choice", options: ["a", "b"], right: ["a"] }, calm)).toBe(false);
  expect(hasBoard(exercise, { ...calm, script: calm.script.slice(0, 1) })).toBe(false);
});
