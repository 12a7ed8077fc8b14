import type { ScreenCommand } from "#app/_ui/keys/commands.ts";
import type { Command } from "#app/_ui/keys/keys.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";
import type { DoneEntry } from "#lib/review/history-queries.ts";
import type { Rating } from "#lib/scheduling/rating.ts";
import { type ActionKind, type Desk, type DeskCard, type DeskInput, isDeskBusy, isOffered } from "./desk.ts";

export type CardCommands = {
  readonly [Name in "reveal" | `grade ${Rating}` | ActionKind | "write" | "leave"]: ScreenCommand<Name>;
};
export type TakingCommands = { readonly [Name in "undo" | "redo"]: ScreenCommand<Name> };

type Happen = (input: DeskInput) => void;

/** What can be done with the card that is asked. */
export function cardCommands(desk: Desk, card: DeskCard, words: Messages["review"], happen: Happen): CardCommands {
  const { draft, asked } = card;
  const isFree = !isDeskBusy(desk);
  const grade = <R extends Rating>(rating: R): ScreenCommand<`grade ${R}`> => ({
    name: `grade ${rating}`,
    // Space and Enter mean Good once the answer is shown, as in Anki.
    keys: rating === 3 && draft.revealed ? ["3", "Space", "Enter"] : [`${rating}`],
    label: words.grades[rating],
    enabled: isFree && draft.revealed && isOffered(asked.offered, rating),
    act: (by) => happen({ kind: "graded", rating, inPassing: by === "Space" || by === "Enter" }),
  });
  const action = <Kind extends ActionKind>(kind: Kind, keys: readonly Command[]): ScreenCommand<Kind> => ({
    name: kind,
    keys,
    label: words.actions[kind],
    enabled: isFree && asked.kind === "answer",
    act: () => happen({ kind: "acted", action: kind }),
  });
  return {
    reveal: {
      name: "reveal",
      keys: draft.revealed ? ["Mod+Enter"] : ["Space", "Enter", "Mod+Enter"],
      label: words.show,
      enabled: !draft.revealed,
      act: () => happen({ kind: "revealed" }),
    },
    "grade 1": grade(1),
    "grade 2": grade(2),
    "grade 3": grade(3),
    "grade 4": grade(4),
    bury: action("bury", ["-"]),
    suspend: action("suspend", ["@"]),
    reset: action("reset", []),
    write: {
      name: "write",
      keys: ["e"],
      label: null,
      told: words.toNotes,
      enabled: true,
      act: () => happen({ kind: "went to", place: "notes" }),
    },
    // What is typed is left, and the keys are commands again.
    leave: {
      name: "leave",
      keys: ["Escape"],
      label: null,
      told: words.leaveNotes,
      enabled: true,
      act: () => happen({ kind: "went to", place: "heading" }),
    },
  };
}

interface Takeable {
  readonly undoable: DoneEntry | null;
  readonly redoable: DoneEntry | null;
}

/** "Undo “Good”", "Redo “Put off”": what was done last, whatever it was, on whatever card. */
export function takingCommands(desk: Desk, done: Takeable, words: Messages["review"], happen: Happen): TakingCommands {
  const taking = <Name extends "undo" | "redo">(
    name: Name,
    entry: DoneEntry | null,
    keys: readonly Command[],
  ): ScreenCommand<Name> => ({
    name,
    keys,
    label: entry && say(words.taking, { act: words[name], what: whatWas(entry, words) }),
    enabled: entry !== null && !isDeskBusy(desk),
    act: () =>
      entry && happen({ kind: "took back", entryId: entry.entryId, told: name === "undo" ? "undone" : "redone" }),
  });
  return {
    undo: taking("undo", done.undoable, ["u", "Mod+z"]),
    redo: taking("redo", done.redoable, ["Mod+Shift+z"]),
  };
}

function whatWas({ kind, rating }: DoneEntry, words: Messages["review"]): string {
  return rating !== null && kind !== "interview" ? words.grades[rating] : words.did[kind];
}
