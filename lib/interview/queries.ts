import type { SpokenCard } from "#lib/content/interview-queries.ts";
import type { Db } from "#lib/db/client.ts";
import type { Language } from "#lib/i18n/languages.ts";
import { type Board, drawBoard } from "#lib/quiz/board.ts";
import type { Row } from "#lib/quiz/draw.ts";
import { cardAt } from "./card-at.ts";
import type { Asking, Course } from "./course.ts";
import { saidIn } from "./heard.ts";
import { readStored, type Stored } from "./stored.ts";
import type { ClockRules, Wishes } from "./wishes.ts";

/** What an interviewer says: the words of the card, or the kind of question that needs none of it. */
export type InterviewerWords =
  | { readonly kind: "question" | "follow-up"; readonly text: string }
  /** Is one sure of this? */
  | { readonly kind: "sure"; readonly text: string }
  | { readonly kind: "more" }
  | { readonly kind: "board" };

/** An interview that goes on, as the screen shows it: nothing that would answer the question. */
export interface Room {
  readonly id: string;
  readonly wishes: Wishes;
  readonly rules: ClockRules;
  readonly limitMs: number;
  readonly course: Pick<Course, "elapsedMs" | "awayMs"> & { readonly phase: Exclude<Course["phase"], "over"> };
  /** The place of what is at hand among all that was asked. */
  readonly turn: number;
  /** The place of the question in the plan, and how many are planned. */
  readonly question: number;
  readonly of: number;
  readonly said: InterviewerWords;
  /** Of what is at hand. */
  readonly thinkMs: number;
  readonly answerMs: number;
  readonly draft: Stored["draft"];
  /** The segments to be put into order; null: not at the whiteboard. */
  readonly board: readonly Row[] | null;
}

/** What only who interviews somebody sees. */
export interface PairView {
  readonly card: SpokenCard;
  readonly ticked: readonly string[];
  /** The segments in their order; null: the question has no diagram. */
  readonly board: readonly Row[] | null;
  /** Indexes of the follow-ups that were asked. */
  readonly asked: readonly number[];
}

export type ReadRoom =
  | { readonly state: "unknown" | "over" }
  | { readonly state: "open"; readonly room: Room; readonly pair: PairView | null };

/** Where an interview stands, for the screen; `language` is that of the page. */
export async function readRoom(db: Db, id: string, language: Language, now: Date): Promise<ReadRoom> {
  const stored = await readStored(db, id, now);
  if (stored === null) return { state: "unknown" };
  const { course, wishes, rules, limitMs, plan, draft, ticks } = stored;
  const turn = course.turns.at(-1);
  if (course.phase === "over" || turn === undefined) return { state: "over" };
  const card = await cardAt(db, plan, turn.asked.question);
  const board = boardOf(stored, card, turn.asked.question);
  const { question, probe } = turn.asked;
  return {
    state: "open",
    room: {
      id,
      wishes,
      rules,
      limitMs,
      course: { phase: course.phase, elapsedMs: course.elapsedMs, awayMs: course.awayMs },
      turn: course.turns.length - 1,
      question,
      of: plan.length,
      said: saidOf(turn.asked, card, language),
      thinkMs: turn.thinkMs,
      answerMs: turn.answerMs,
      draft,
      board: probe?.kind === "board" ? (board?.rows ?? []) : null,
    },
    pair:
      wishes.mode === "alone"
        ? null
        : {
            card,
            ticked: ticks.get(question) ?? [],
            board: board && rightRows(board),
            asked: course.turns.flatMap(({ asked }) =>
              asked.question === question && asked.probe?.kind === "follow-up" ? [asked.probe.index] : [],
            ),
          },
  };
}

/** What was, or is, asked, in words. */
export function saidOf({ probe }: Asking, card: SpokenCard, language: Language): InterviewerWords {
  const text = card.texts[language];
  if (probe === null) return { kind: "question", text: text.question };
  if (probe.kind === "follow-up") {
    return { kind: "follow-up", text: card.followUps[probe.index]?.texts[language].question ?? "" };
  }
  if (probe.kind === "sure") return { kind: "sure", text: saidIn(text.mistakes[probe.mistake] ?? "") ?? "" };
  return probe.kind === "more" ? { kind: "more" } : { kind: "board" };
}

/** The whiteboard of a question: the same each time it is asked for; each question of an interview has its own. */
export function boardOf({ seed }: Pick<Stored, "seed">, card: SpokenCard, question: number): Board | null {
  return drawBoard(card.exercise, card.scenario, seed + question);
}

/** The segments in their order, with their flags. */
export function rightRows({ rows, right }: Board): Row[] {
  return rows.map((_, i) => {
    const row = rows.find(({ flight }) => String(flight) === right[String(i + 1)]);
    if (row === undefined) throw new Error(`nothing belongs in place ${i + 1}`);
    return { ...row, flags: right[`${i + 1}.flags`] ?? "" };
  });
}
