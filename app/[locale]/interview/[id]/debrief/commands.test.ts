import { expect, test } from "vitest";
import { wordsIn } from "#lib/i18n/form.ts";
import { judgementCommands } from "./commands.ts";
import { beginJudgement, type DebriefInput, judge, type SheetQuestion } from "./judgement.ts";

const plain = { keep: "keep", reopen: "judge again", keepAndCall: "keep and call {n}", callOnly: "call {n}" } as const;
const words = wordsIn({ en: plain, zh: plain }).en;
const spoken = { topicId: "opening", wasSkipped: false, thinkMs: 4_000, answerMs: 60_000, keyPoints: 1 };
const FAILED: SheetQuestion = { ...spoken, question: 0, points: [{ id: "a", isHeard: false }], ticked: [] };
const SAID: SheetQuestion = { ...FAILED, question: 1, ticked: ["a"] };

/** The commands of a debrief, and what was asked of it by them. */
function commandsOf(isKept: boolean, ...questions: SheetQuestion[]) {
  const happened: DebriefInput[] = [];
  const judgement = beginJudgement({ isKept, questions });
  return { happened, judgement, commands: judgementCommands(judgement, words, (input) => happened.push(input)) };
}

const looks = ({ commands }: ReturnType<typeof commandsOf>) =>
  commands.map(({ label, isMain }) => (isMain ? label.toUpperCase() : label));

test("who has failed something is offered to have it back, and the number of the cards", () => {
  expect(looks(commandsOf(false, FAILED, SAID))).toEqual(["KEEP AND CALL 1", "keep"]);
  expect(looks(commandsOf(false, FAILED, { ...FAILED, question: 2 }))).toEqual(["KEEP AND CALL 2", "keep"]);
  expect(looks(commandsOf(false, SAID))).toEqual(["KEEP"]);
});

test("what is kept can be opened again, and what failed can still be called", () => {
  expect(looks(commandsOf(true, FAILED, SAID))).toEqual(["call 1", "judge again"]);
  expect(looks(commandsOf(true, SAID))).toEqual(["judge again"]);
});

test("each button says what it is for", () => {
  for (const isKept of [false, true]) {
    const { commands, happened } = commandsOf(isKept, FAILED);
    for (const { act } of commands) act();
    expect(happened).toEqual([
      { kind: "kept", call: true },
      isKept ? { kind: "reopened" } : { kind: "kept", call: false },
    ]);
  }
});

test("while a judgement is under way, none can be had", () => {
  const { judgement } = commandsOf(false, FAILED);
  const { state } = judge(judgement, { kind: "kept", call: false });
  expect(judgementCommands(judgement, words, () => {}).every(({ enabled }) => enabled)).toBe(true);
  expect(judgementCommands(state, words, () => {}).some(({ enabled }) => enabled)).toBe(false);
});
