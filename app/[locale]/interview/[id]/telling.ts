/** What the server is told of a turn, under which id, and what follows from what it says. Pure, as the turn itself. */

import type { Reply } from "#app/_ui/ask.ts";
import type { Keeping, Telling, TurnEffect, TurnState, TurnStep } from "./turn.ts";

/** What is on its way already is not told once more; what nobody has heard is, under the same id. */
export function tell(
  state: TurnState,
  turn: number,
  kind: Telling["kind"],
  told: Telling["told"],
  freshId: string,
): TurnStep {
  const name = nameOf({ turn, kind });
  const before = state.unheard[name];
  if (before?.isUnderWay) return { state, effects: [] };
  const id = before?.id ?? freshId;
  return {
    state: { ...state, problem: "", unheard: { ...state.unheard, [name]: { id, isUnderWay: true } } },
    effects: [{ kind: "tell", telling: { id, turn, kind, told } }],
  };
}

export function hearTelling(state: TurnState, told: Telling, answer: Reply): TurnStep {
  const name = nameOf(told);
  const waiting = state.unheard[name];
  if (waiting?.id !== told.id || !waiting.isUnderWay) throw new Error("an answer is heard, but nothing was told");
  const reason = answer.ok ? null : answer.problem.reason;
  const { [name]: _, ...others } = state.unheard;
  const isHeard = answer.ok || reason !== null;
  const known = { ...state, unheard: isHeard ? others : { ...others, [name]: { ...waiting, isUnderWay: false } } };
  if (isQuiet(told))
    return answer.ok ? { state: known, effects: [] } : failQuietly(known, told, answer.problem.message, isHeard);
  if (answer.ok) return succeed(known, told);
  const { message } = answer.problem;
  const { text, board = null } = told.told;
  // A strict clock was faster: what was said counts as far as it came.
  if (reason !== "interview-over" || text === undefined) return failTelling(known, message, isHeard);
  const late: Keeping = { turn: told.turn, said: { text, board }, after: { kind: "fail", message } };
  return { state: known, effects: [{ kind: "keep", keeping: late }] };
}

function succeed(state: TurnState, { turn }: Telling): TurnStep {
  const { hand } = state;
  const effects: TurnEffect[] = [{ kind: "refresh" }];
  // The next thing is there already.
  if (hand?.asked.turn !== turn) return { state: { ...state, phase: { kind: "resting" } }, effects };
  return { state: { ...state, hand: { ...hand, isEnded: true }, phase: { kind: "refreshing" } }, effects };
}

/** Nothing is lost. What does not fit any more is shown as it is; a page that nobody answers would be lost by a refresh. */
export function failTelling(state: TurnState, problem: string, isHeard: boolean): TurnStep {
  return { state: { ...state, phase: { kind: "resting" }, problem }, effects: isHeard ? [{ kind: "refresh" }] : [] };
}

/** What the server has not heard is told again with the next word. */
function failQuietly(state: TurnState, { turn, kind }: Telling, problem: string, isHeard: boolean): TurnStep {
  const { hand } = state;
  const isBegun = kind === "answering" && hand?.asked.turn === turn;
  const known = isBegun ? { ...state, hand: { ...hand, begunAt: null } } : state;
  return { state: { ...known, problem }, effects: isHeard ? [{ kind: "refresh" }] : [] };
}

function isQuiet({ kind }: Pick<Telling, "kind">): boolean {
  return kind === "answering" || kind === "repeated";
}

function nameOf({ turn, kind }: Pick<Telling, "turn" | "kind">): string {
  return `${turn} ${kind}`;
}
