import fc from "fast-check";
import { expect, test } from "vitest";
import { type Askable, type Heard, nextProbe, PROBES_MAX, type Probe } from "./follow-up.ts";

const card: Askable = {
  keyPoints: ["one", "two", "three"],
  followUps: [
    { probes: null, isTaken: false },
    { probes: "two", isTaken: false },
    { probes: "one", isTaken: false },
  ],
  hasBoard: false,
};
const ALL = ["one", "two", "three"];
const heard = (keyPoints: string[], mistakes: number[] = []): Heard => ({
  keyPoints: new Set(keyPoints),
  mistakes: new Set(mistakes),
});

test("a missed key point leads to the follow-up that goes after it, the first of several first", () => {
  expect(nextProbe(card, heard(["one", "three"]), [])).toEqual({ kind: "follow-up", index: 1 });
  expect(nextProbe(card, heard([]), [])).toEqual({ kind: "follow-up", index: 2 });
});

test("a missed key point that no follow-up goes after leads to whether there is more to say", () => {
  expect(nextProbe(card, heard(["one", "two"]), [])).toEqual({ kind: "more" });
});

test("when all was said the harder question comes, and after it nothing", () => {
  const harder: Probe = { kind: "follow-up", index: 0 };
  expect(nextProbe(card, heard(ALL), [])).toEqual(harder);
  expect(nextProbe(card, heard(ALL), [harder])).toBeNull();
});

test("a usual wrong answer is doubted before anything else, whatever was said besides", () => {
  expect(nextProbe(card, heard(ALL, [2, 1]), [])).toEqual({ kind: "sure", mistake: 1 });
  expect(nextProbe(card, heard([], [0]), [])).toEqual({ kind: "sure", mistake: 0 });
});

test("an answer that was spoken is followed up once, without pretending to have heard it", () => {
  const first = nextProbe(card, null, []);
  expect(first).toEqual({ kind: "follow-up", index: 0 });
  expect(nextProbe(card, null, [{ kind: "follow-up", index: 0 }])).toBeNull();
});

test("what is a question of this interview anyway is no follow-up", () => {
  const followUps = card.followUps.map((followUp) => ({ ...followUp, isTaken: true }));
  expect(nextProbe({ ...card, followUps }, heard(ALL), [])).toBeNull();
  expect(nextProbe({ ...card, followUps }, heard([]), [])).toEqual({ kind: "more" });
});

test("a question with a whiteboard is pressed once, then the board comes, then the next question", () => {
  const drawn = { ...card, hasBoard: true };
  const first = nextProbe(drawn, heard([]), []);
  expect(first).toEqual({ kind: "follow-up", index: 2 });
  expect(nextProbe(drawn, heard([]), [first as Probe])).toEqual({ kind: "board" });
  expect(nextProbe(drawn, heard([]), [first as Probe, { kind: "board" }])).toBeNull();
});

test("whatever is heard, nothing is asked twice, and no question is pressed for ever", () => {
  const ear = fc.record({ said: fc.subarray(ALL), wrong: fc.subarray([0, 1, 2]), isSpoken: fc.boolean() });
  fc.assert(
    fc.property(fc.array(ear, { maxLength: 8 }), fc.boolean(), (answers, hasBoard) => {
      const asked: Probe[] = [];
      for (const { said, wrong, isSpoken } of answers) {
        const probe = nextProbe({ ...card, hasBoard }, isSpoken ? null : heard(said, wrong), asked);
        if (probe === null) break;
        expect(asked).not.toContainEqual(probe);
        asked.push(probe);
      }
      expect(asked.length).toBeLessThanOrEqual(PROBES_MAX);
    }),
  );
});
