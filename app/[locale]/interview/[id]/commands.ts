import type { ScreenCommand } from "#app/_ui/keys/commands.ts";
import type { Command } from "#app/_ui/keys/keys.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import { type AtHand, isAnswering } from "./at-hand.ts";
import { isBusyTurn, type TurnInput, type TurnState } from "./turn.ts";

/** What can be done whoever sits at the screen. */
type Ways = "skip" | "pause" | "end" | "stay" | "really end" | "leave";
type Commands<Names extends string> = { readonly [Name in Names]: ScreenCommand<Name> };
export type WayCommands = Commands<Ways>;
export type RoomCommands = Commands<Ways | "begin" | "done" | "repeat">;
export type PairCommands = Commands<Ways | "begin" | "next">;

type Turn = TurnState & { readonly hand: AtHand };
type Happen = (input: TurnInput) => void;

/** What a candidate can do, who sits there alone. */
export function roomCommands(turn: Turn, isBoard: boolean, words: Messages["room"], happen: Happen): RoomCommands {
  const isFree = !isBusyTurn(turn);
  return {
    ...wayCommands(turn, ["s"], words, happen),
    begin: {
      name: "begin",
      keys: ["Space"],
      label: words.begin,
      // Who has begun is led back to the answer.
      enabled: true,
      // The button becomes the one that ends the answer: whatever key is held down must not press that.
      act: () => happen({ kind: "began", to: isBoard ? "heading" : "answer" }),
    },
    done: {
      name: "done",
      keys: ["Mod+Enter"],
      label: words.done,
      enabled: isFree && isAnswering(turn.hand),
      act: () => happen({ kind: "done" }),
    },
    repeat: {
      name: "repeat",
      keys: ["r"],
      label: words.repeat,
      enabled: isFree,
      act: () => happen({ kind: "repeated" }),
    },
  };
}

/** What an interviewer can do. `isLast`: no question comes after this one. */
export function pairCommands(turn: Turn, isLast: boolean, words: Messages["room"], happen: Happen): PairCommands {
  const { pair } = words;
  const isFree = !isBusyTurn(turn);
  return {
    ...wayCommands(turn, [], words, happen),
    begin: {
      name: "begin",
      keys: ["Space"],
      label: pair.begins,
      enabled: isFree && !isAnswering(turn.hand),
      // The button is gone then.
      act: (by) => happen({ kind: "began", to: by === null ? "heading" : null }),
    },
    next: {
      name: "next",
      keys: ["n", "Mod+Enter"],
      label: isLast ? pair.last : pair.next,
      enabled: isFree,
      act: () => happen({ kind: "went on", probe: null }),
    },
  };
}

function wayCommands(turn: Turn, skipKeys: readonly Command[], words: Messages["room"], happen: Happen): WayCommands {
  const isFree = !isBusyTurn(turn);
  const way = <Name extends Ways>(
    name: Name,
    keys: readonly Command[],
    label: string | null,
    enabled: boolean,
    input: TurnInput,
  ): ScreenCommand<Name> => ({ name, keys, label, enabled, act: () => happen(input) });
  return {
    skip: way("skip", skipKeys, words.skip, isFree, { kind: "skipped" }),
    pause: way("pause", ["p"], words.pause, isFree && turn.hand.asked.rules.mayPause, { kind: "paused" }),
    end: way("end", [], words.end, true, { kind: "asked to end" }),
    stay: way("stay", [], words.endNo, true, { kind: "stayed" }),
    "really end": way("really end", [], words.endYes, isFree, { kind: "ended" }),
    // What is typed is left, and the keys are commands again.
    leave: { ...way("leave", ["Escape"], null, true, { kind: "went to", place: "heading" }), told: words.leave },
  };
}
