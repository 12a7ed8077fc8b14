import { expect, test } from "vitest";
import { type ScreenCommand, shortcutsOf } from "#app/_ui/keys/commands.ts";
import type { Command } from "#app/_ui/keys/keys.ts";
import { messagesFor } from "#lib/i18n/messages.ts";
import { type CardCommands, cardCommands, takingCommands } from "./commands.ts";
import { type AskedCard, cardOn, type Desk, type DeskInput, EMPTY_DESK } from "./desk.ts";
import { EMPTY_DRAFT } from "./draft.ts";

const words = messagesFor("en").review;
const asked: AskedCard = {
  ...{ cardId: "opening/three-segments", version: 0, reviewId: "r", actionId: "a", schedulerId: null, kind: "answer" },
  ...{ language: "en", href: "/en/cards/opening/three-segments", offered: 4, shown: null, takenBack: null },
};
const BUSY: Desk = { ...EMPTY_DESK, phase: { kind: "refreshing" } };
const done = { entryId: "e", kind: "answer", rating: 3, question: "Why three segments?" } as const;

/** The commands of the whole desk, and what was asked of it by them. */
function commandsOf({ revealed = false, change = {} as Partial<AskedCard>, desk = EMPTY_DESK, undoable = true }) {
  const happened: DeskInput[] = [];
  const happen = (input: DeskInput) => happened.push(input);
  const card = { ...cardOn(desk, { ...asked, ...change }), draft: { ...EMPTY_DRAFT, revealed } };
  const ofCard = cardCommands(desk, card, words, happen);
  const taking = takingCommands(desk, { undoable: undoable ? done : null, redoable: null }, words, happen);
  const all: readonly ScreenCommand[] = [...Object.values(ofCard), ...Object.values(taking)];
  return { ofCard, taking, all, happened };
}

const press = ({ all, happened }: ReturnType<typeof commandsOf>, key: Command) => {
  const meant = all.find(({ keys }) => keys.includes(key));
  if (meant?.enabled) meant.act(key);
  return happened.at(-1) ?? null;
};
const enabledIn = (commands: CardCommands) =>
  Object.values(commands).flatMap(({ name, enabled }) => (enabled ? [name] : []));

test("a key means one thing at a time, and each has its command before and after the reveal", () => {
  for (const revealed of [false, true]) {
    const keys = commandsOf({ revealed }).all.flatMap((command) => command.keys);
    expect(new Set(keys).size).toBe(keys.length);
    const all = [
      "1",
      "2",
      "3",
      "4",
      "-",
      "@",
      "e",
      "u",
      "Mod+z",
      "Mod+Shift+z",
      "Space",
      "Enter",
      "Mod+Enter",
      "Escape",
    ];
    expect(keys.toSorted()).toEqual(all.toSorted());
  }
});

test("Space and Enter show the answer, and then mean Good in passing; 3 is a choice", () => {
  expect(press(commandsOf({}), "Space")).toEqual({ kind: "revealed" });
  for (const key of ["Space", "Enter"] as const) {
    expect(press(commandsOf({ revealed: true }), key)).toEqual({ kind: "graded", rating: 3, inPassing: true });
  }
  expect(press(commandsOf({ revealed: true }), "3")).toEqual({ kind: "graded", rating: 3, inPassing: false });
  const good = commandsOf({ revealed: true });
  good.ofCard["grade 3"].act(null);
  expect(good.happened).toEqual([{ kind: "graded", rating: 3, inPassing: false }]);
});

test("what a screen reader is told of keys is what they do", () => {
  const { ofCard, taking } = commandsOf({});
  expect(shortcutsOf(ofCard.reveal)).toBe("Space Control+Enter Meta+Enter");
  expect(shortcutsOf(commandsOf({ revealed: true }).ofCard["grade 3"])).toBe("3 Space");
  expect(shortcutsOf(ofCard["grade 1"])).toBe("1");
  expect([shortcutsOf(ofCard.bury), shortcutsOf(ofCard.suspend), shortcutsOf(ofCard.reset)]).toEqual([
    "-",
    "@",
    undefined,
  ]);
  expect(shortcutsOf(taking.undo)).toBe("u Control+Z Meta+Z");
  expect(shortcutsOf(taking.redo)).toBe("Control+Shift+Z Meta+Shift+Z");
});

test("what cannot be had is not enabled: grades before the reveal, what is not offered, anything while one is sent", () => {
  const always = ["write", "leave"];
  const actions = ["bury", "suspend", "reset"];
  expect(enabledIn(commandsOf({}).ofCard)).toEqual(["reveal", ...actions, ...always]);
  const grades = ["grade 1", "grade 2", "grade 3", "grade 4"];
  expect(enabledIn(commandsOf({ revealed: true }).ofCard)).toEqual([...grades, ...actions, ...always]);
  const drill = commandsOf({ revealed: true, change: { kind: "cram", offered: 2 } });
  expect(enabledIn(drill.ofCard)).toEqual(["grade 1", "grade 3", ...always]);
  expect(press(drill, "2")).toBeNull();
  expect(enabledIn(commandsOf({ revealed: true, desk: BUSY }).ofCard)).toEqual(always);
  expect(commandsOf({ desk: BUSY }).taking.undo.enabled).toBe(false);
  expect(commandsOf({}).taking).toMatchObject({ undo: { enabled: true }, redo: { enabled: false, label: null } });
});

test("undo says what it takes back, and takes back just that", () => {
  const desk = commandsOf({});
  expect(desk.taking.undo.label).toBe("Undo “Good”");
  expect(press(desk, "u")).toEqual({ kind: "took back", entryId: "e", told: "undone" });
  expect(press(commandsOf({ undoable: false }), "Mod+z")).toBeNull();
});
