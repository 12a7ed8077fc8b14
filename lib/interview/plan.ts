import { CARD_LEVELS, type Level } from "#lib/content/levels.ts";
import type { Draw } from "#lib/tcp/dice.ts";
import type { Wishes } from "./wishes.ts";

/** A card that may be asked. */
export interface PlanCandidate {
  readonly cardId: string;
  readonly topicId: string;
  readonly level: Level;
  /** Its segments can be put into order at the whiteboard, which takes time. */
  readonly hasBoard: boolean;
  /** How much it is worth asking a learner who wants their weak spots: 0 known well … 1 missed, or hardly recalled. */
  readonly weakness: number;
}

/** Thinking, an answer of about ninety seconds, a follow-up: what is harder takes longer. */
const MINUTES_OF = { junior: 2, mid: 2.5, senior: 3 } as const satisfies Record<Level, number>;
const MINUTES_AT_BOARD = 1;
/** Even what is known well is asked now and then. */
const WEIGHT_MIN = 0.15;
/** Cards of the wished level come so much more often than easier ones. */
const WEIGHT_OF_LEVEL = 2;

/** How long a question is meant to take with what it leads to, in minutes. */
export function minutesFor({ level, hasBoard }: Pick<PlanCandidate, "level" | "hasBoard">): number {
  return MINUTES_OF[level] + (hasBoard ? MINUTES_AT_BOARD : 0);
}

/**
 * The main questions, in the order in which they are asked: none twice, of the wished level or easier, of the wished
 * topics, together no longer than the interview; the easier ones first, as interviewers do. Nothing that would still fit
 * is left out.
 */
export function planInterview(
  candidates: readonly PlanCandidate[],
  wishes: Pick<Wishes, "level" | "topics" | "weakSpots"> & { readonly minutes: number },
  draw: Draw,
): string[] {
  const rank = ({ level }: { level: Level }) => CARD_LEVELS.indexOf(level);
  let left = candidates.filter(
    (card) => rank(card) <= rank(wishes) && (wishes.topics === null || wishes.topics.includes(card.topicId)),
  );
  let { minutes } = wishes;
  const chosen: PlanCandidate[] = [];
  const fitting = () => left.filter((card) => minutesFor(card) <= minutes);
  for (left = fitting(); left.length > 0; left = fitting()) {
    const weights = left.map(
      ({ level, weakness }) =>
        (wishes.weakSpots ? WEIGHT_MIN + weakness : 1) * (level === wishes.level ? WEIGHT_OF_LEVEL : 1),
    );
    const [card] = left.splice(drawWeighted(weights, draw), 1);
    if (card === undefined) throw new Error("nothing was drawn from what is left");
    minutes -= minutesFor(card);
    chosen.push(card);
  }
  return chosen.toSorted((a, b) => rank(a) - rank(b)).map(({ cardId }) => cardId);
}

/** An index, each as often as its weight says. */
function drawWeighted(weights: readonly number[], draw: Draw): number {
  let rest = draw() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [i, weight] of weights.entries()) {
    rest -= weight;
    if (rest < 0) return i;
  }
  return weights.length - 1;
}
