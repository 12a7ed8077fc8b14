/**
 * What only who interviews somebody decides: which key points were said. A tick is on the screen at once, and goes back to
 * what the server has if that did not take it. Pure, as the turn beside it.
 */

import type { Reply } from "#app/_ui/ask.ts";

export interface QuestionTicks {
  /** Ids, as they are on the screen. */
  readonly shown: readonly string[];
  /** As the server has them. */
  readonly kept: readonly string[];
  /** How many lists the server has not answered yet. */
  readonly underWay: number;
}

/** By question; those that are not here are as the page brought them. */
export type PairState = Readonly<Record<number, QuestionTicks>>;

export type PairInput =
  /** `brought`: what came with the page. */
  | {
      readonly kind: "ticked";
      readonly question: number;
      readonly ticked: readonly string[];
      readonly brought: readonly string[];
    }
  | { readonly kind: "heard"; readonly question: number; readonly ticked: readonly string[]; readonly answer: Reply };

export type PairEffect =
  /** To be answered by "heard", in the order in which they were put. */
  | { readonly kind: "put"; readonly question: number; readonly ticked: readonly string[] }
  | { readonly kind: "complain"; readonly message: string };

export interface PairStep {
  readonly state: PairState;
  readonly effects: readonly PairEffect[];
}

/** What becomes of the ticks. Throws when an answer is heard that nobody waits for: a bug of the caller. */
export function stepPair(state: PairState, input: PairInput): PairStep {
  const { question, ticked } = input;
  const before = state[question];
  if (input.kind === "ticked") {
    const { kept, underWay } = before ?? { kept: input.brought, underWay: 0 };
    return {
      state: { ...state, [question]: { shown: ticked, kept, underWay: underWay + 1 } },
      effects: [{ kind: "put", question, ticked }],
    };
  }
  if (before === undefined || before.underWay === 0) throw new Error("an answer is heard, but nothing was put");
  return hear(state, before, input);
}

/** What is ticked, where this came with the page. */
export function ticksOn(state: PairState, question: number, brought: readonly string[]): readonly string[] {
  return state[question]?.shown ?? brought;
}

function hear(state: PairState, before: QuestionTicks, input: Extract<PairInput, { kind: "heard" }>): PairStep {
  const { question, ticked, answer } = input;
  const underWay = before.underWay - 1;
  const kept = answer.ok ? ticked : before.kept;
  // As long as a later list is under way, that one decides.
  const shown = underWay > 0 || answer.ok ? before.shown : kept;
  return {
    state: { ...state, [question]: { shown, kept, underWay } },
    effects: answer.ok ? [] : [{ kind: "complain", message: answer.problem.message }],
  };
}
