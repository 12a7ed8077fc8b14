import fc from "fast-check";
import { expect, test } from "vitest";
import type { Reply } from "#app/_ui/ask.ts";
import { type PairInput, type PairState, stepPair, ticksOn } from "./pair.ts";

const YES: Reply = { ok: true, said: null };
const NO: Reply = {
  ok: false,
  said: null,
  problem: { message: "cannot be reached", reason: null, fields: [], status: null },
};
const ticks = (...ticked: string[]): PairInput => ({ kind: "ticked", question: 0, ticked, brought: ["old"] });
const heard = (answer: Reply, ...ticked: string[]): PairInput => ({ kind: "heard", question: 0, ticked, answer });

const after = (...inputs: readonly PairInput[]) =>
  inputs.reduce<PairState>((state, input) => stepPair(state, input).state, {});
const shown = (state: PairState) => ticksOn(state, 0, ["old"]);

test("a tick is on the screen at once, and put there", () => {
  expect(shown({})).toEqual(["old"]);
  expect(shown(after(ticks("old", "new")))).toEqual(["old", "new"]);
  expect(stepPair({}, ticks("new")).effects).toEqual([{ kind: "put", question: 0, ticked: ["new"] }]);
});

test("ticks belong to their question, and are there when it comes back", () => {
  const state = after(ticks("new"), { kind: "ticked", question: 1, ticked: ["x"], brought: [] });
  expect(shown(state)).toEqual(["new"]);
  expect(ticksOn(state, 2, ["b"])).toEqual(["b"]);
});

test("what was not kept goes back to what the server has, and one is told", () => {
  const state = after(ticks("a"));
  const { state: back, effects } = stepPair(state, heard(NO, "a"));
  expect(shown(back)).toEqual(["old"]);
  expect(effects).toEqual([{ kind: "complain", message: "cannot be reached" }]);
  expect(shown(after(ticks("a"), heard(YES, "a"), ticks("a", "b"), heard(NO, "a", "b")))).toEqual(["a"]);
});

test("a failure does not take back what was ticked since", () => {
  expect(shown(after(ticks("a"), ticks("a", "b"), heard(NO, "a")))).toEqual(["a", "b"]);
  expect(shown(after(ticks("a"), ticks("a", "b"), heard(NO, "a"), heard(YES, "a", "b")))).toEqual(["a", "b"]);
});

test("an answer that nobody waits for is a bug", () => {
  expect(() => stepPair({}, heard(YES))).toThrow("nothing was put");
});

test("whatever happens, once every list was answered the screen shows what the server has", () => {
  const list = fc.subarray(["a", "b", "c"]);
  fc.assert(
    fc.property(fc.array(fc.oneof(list, fc.boolean()), { maxLength: 30 }), (moves) => {
      const waiting: (readonly string[])[] = [];
      let [server, state]: [readonly string[], PairState] = [["old"], {}];
      const answers = (isTaken: boolean) => {
        const ticked = waiting.shift();
        if (ticked === undefined) return;
        if (isTaken) server = ticked;
        state = stepPair(state, heard(isTaken ? YES : NO, ...ticked)).state;
      };
      for (const one of moves) {
        if (typeof one === "boolean") answers(one);
        else {
          waiting.push(one);
          state = stepPair(state, ticks(...one)).state;
          expect(shown(state)).toEqual(one);
        }
      }
      while (waiting.length > 0) answers(true);
      expect(shown(state)).toEqual(server);
    }),
  );
});
