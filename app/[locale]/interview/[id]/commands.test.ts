import { expect, test } from "vitest";
import { type ScreenCommand, shortcutsOf } from "#app/_ui/keys/commands.ts";
import type { Command } from "#app/_ui/keys/keys.ts";
import { messagesFor } from "#lib/i18n/messages.ts";
import { CLOCK_RULES } from "#lib/interview/wishes.ts";
import type { TurnAsked } from "./at-hand.ts";
import { pairCommands, roomCommands } from "./commands.ts";
import { NOTHING_ASKED, type TurnInput, type TurnState, turnOn } from "./turn.ts";

const words = messagesFor("en").room;
const asked: TurnAsked = {
  ...{ turn: 0, phase: "asked", rules: CLOCK_RULES.normal, limitMs: 600_000, elapsedMs: 0, thinkMs: 0, answerMs: 0 },
  draft: { text: "", board: null },
};
const BEGUN: Partial<TurnAsked> = { phase: "answering" };
const BUSY: Partial<TurnState> = { phase: { kind: "refreshing" } };

/** The commands of both screens, and what was asked for by them. */
function commandsOf(change: Partial<TurnAsked> = {}, of: Partial<TurnState> = {}, isLast = false) {
  const happened: TurnInput[] = [];
  const happen = (input: TurnInput) => happened.push(input);
  const turn = { ...turnOn(NOTHING_ASKED, { ...asked, ...change }), ...of };
  const { hand } = turnOn(NOTHING_ASKED, { ...asked, ...change });
  const room = roomCommands({ ...turn, hand }, false, words, happen);
  const pair = pairCommands({ ...turn, hand }, isLast, words, happen);
  return { room, pair, happened, happen };
}

const all = (commands: Readonly<Record<string, ScreenCommand>>) => Object.values(commands);
const press = (commands: Readonly<Record<string, ScreenCommand>>, key: Command) => {
  const meant = all(commands).find(({ keys }) => keys.includes(key));
  if (meant?.enabled) meant.act(key);
};

test("a key means one thing on each screen", () => {
  const { room, pair } = commandsOf();
  const keysOf = (commands: Readonly<Record<string, ScreenCommand>>) =>
    all(commands)
      .flatMap(({ keys }) => keys)
      .sort();
  expect(keysOf(room)).toEqual(["Escape", "Mod+Enter", "Space", "p", "r", "s"]);
  expect(keysOf(pair)).toEqual(["Escape", "Mod+Enter", "Space", "n", "p"]);
});

test("what a screen reader is told of keys is what they do", () => {
  const { room, pair } = commandsOf();
  expect([room.begin, room.done, room.skip, room.repeat, room.pause, room.end].map(shortcutsOf)).toEqual([
    ...["Space", "Control+Enter Meta+Enter", "s", "r", "p"],
    undefined,
  ]);
  expect([pair.begin, pair.next, pair.skip].map(shortcutsOf)).toEqual([
    ...["Space", "n Control+Enter Meta+Enter"],
    undefined,
  ]);
});

test("who alone begins is led to the answer, also by a second press; at the whiteboard to the question", () => {
  const { room, happened, happen } = commandsOf(BEGUN);
  press(room, "Space");
  roomCommands(turnOn(NOTHING_ASKED, asked), true, words, happen).begin.act("Space");
  expect(happened).toEqual([
    { kind: "began", to: "answer" },
    { kind: "began", to: "heading" },
  ]);
});

test("an interviewer's key leaves the focus where it is; the button is gone, so the focus goes to the question", () => {
  const { pair, happened } = commandsOf();
  press(pair, "Space");
  pair.begin.act(null);
  expect(happened).toEqual([
    { kind: "began", to: null },
    { kind: "began", to: "heading" },
  ]);
});

test("nothing is done before it was begun, and an interviewer need not begin", () => {
  const early = commandsOf();
  for (const commands of [early.room, early.pair]) press(commands, "Mod+Enter");
  expect(early.happened).toEqual([{ kind: "went on", probe: null }]);
  const begun = commandsOf(BEGUN);
  press(begun.room, "Mod+Enter");
  expect(begun.happened).toEqual([{ kind: "done" }]);
});

test("while something ends nothing else can be had but to look", () => {
  const { room, pair, happened } = commandsOf(BEGUN, BUSY);
  for (const key of ["Mod+Enter", "p", "r", "s", "n"] as const)
    for (const commands of [room, pair]) press(commands, key);
  expect(happened).toEqual([]);
  press(room, "Escape");
  expect(happened).toEqual([{ kind: "went to", place: "heading" }]);
  expect(room["really end"].enabled).toBe(false);
});

test("a strict clock has no pause, and the last question says that it is", () => {
  const strict = commandsOf({ rules: CLOCK_RULES.strict });
  press(strict.room, "p");
  expect(strict.happened).toEqual([]);
  expect(commandsOf({}, {}, true).pair.next.label).not.toBe(commandsOf().pair.next.label);
});
