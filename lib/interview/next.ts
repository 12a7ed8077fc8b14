import type { SpokenCard } from "#lib/content/interview-queries.ts";
import { hasBoard } from "#lib/quiz/board.ts";
import type { Asking, CourseTurn } from "./course.ts";
import { type Askable, nextProbe, type Probe } from "./follow-up.ts";
import { hear } from "./heard.ts";

/** What was asked about the question at hand, the answers among it, the last one ended. */
export interface Behind {
  readonly plan: readonly string[];
  readonly turns: readonly CourseTurn[];
  /** The card of the question at hand. */
  readonly card: SpokenCard;
}

/** What is asked after an answer: something about the same question, or the next one; null: nothing is left. */
export function afterAnswer({ plan, turns, card }: Behind): Asking | null {
  const question = turns.at(-1)?.asked.question;
  if (question === undefined) throw new Error("nothing was asked yet");
  const own = turns.filter(({ asked }) => asked.question === question);
  const probes = own.flatMap(({ asked }) => asked.probe ?? []);
  const said = own.map(({ text }) => text).join("\n");
  const probe = nextProbe(askableOf(card, plan), hear(said, card), probes);
  return probe === null ? nextQuestion(plan, question) : { question, probe };
}

/** The question after this one; null: it was the last. */
export function nextQuestion(plan: readonly string[], question: number): Asking | null {
  return question + 1 < plan.length ? { question: question + 1, probe: null } : null;
}

/** Whether a card has what a probe names: somebody may send anything. */
export function canProbe(card: SpokenCard, probe: Probe): boolean {
  if (probe.kind === "follow-up") return probe.index < card.followUps.length;
  if (probe.kind === "sure") return probe.mistake < card.texts.en.mistakes.length;
  return probe.kind === "more" || hasBoard(card.exercise, card.scenario);
}

function askableOf(card: SpokenCard, plan: readonly string[]): Askable {
  return {
    keyPoints: card.keyPointIds,
    followUps: card.followUps.map(({ probes, cardId }) => ({
      probes,
      isTaken: cardId !== null && plan.includes(cardId),
    })),
    hasBoard: hasBoard(card.exercise, card.scenario),
  };
}
