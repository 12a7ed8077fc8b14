import { readSpokenCards } from "#lib/content/interview-queries.ts";
import { listTopics } from "#lib/content/queries.ts";
import type { Db } from "#lib/db/client.ts";
import type { Language } from "#lib/i18n/languages.ts";
import type { Board } from "#lib/quiz/board.ts";
import type { Answer } from "#lib/quiz/draw.ts";
import type { Course, CourseTurn } from "./course.ts";
import { hear } from "./heard.ts";
import { type JudgedCard, judgedCards } from "./judgement.ts";
import { boardOf, type InterviewerWords, saidOf } from "./queries.ts";
import { readStored, type Stored } from "./stored.ts";
import type { Wishes } from "./wishes.ts";

/** A question of the debrief. */
export interface DebriefQuestion extends JudgedCard {
  /** Ids of the key points that seem to be in the text. */
  readonly suggested: readonly string[];
  readonly followUps: readonly DebriefProbe[];
  /** What was put on the whiteboard; null: nothing. */
  readonly board: { readonly board: Board; readonly answer: Answer } | null;
}

export interface DebriefProbe {
  readonly said: InterviewerWords;
  readonly turn: CourseTurn;
  /** What a good answer says, in the language of the page; "": the question is about the key points. */
  readonly model: string;
}

export interface Debrief {
  readonly id: string;
  readonly startedAt: Date;
  readonly zone: string;
  readonly wishes: Wishes;
  readonly judgedAt: Date | null;
  readonly course: Course;
  readonly questions: readonly DebriefQuestion[];
  /** Titles of topics by their id. */
  readonly topics: ReadonlyMap<string, string>;
}

export type ReadDebrief =
  | { readonly state: "unknown" | "open" }
  | { readonly state: "over"; readonly debrief: Debrief };

/** All that is looked at after an interview, in the language of the page. */
export async function readDebrief(db: Db, id: string, language: Language, now: Date): Promise<ReadDebrief> {
  const stored = await readStored(db, id, now);
  if (stored === null) return { state: "unknown" };
  if (stored.course.phase !== "over") return { state: "open" };
  const cards = await readSpokenCards(db, stored.plan);
  const { startedAt, zone, wishes, judgedAt, course } = stored;
  return {
    state: "over",
    debrief: {
      ...{ id, startedAt, zone, wishes, judgedAt, course },
      questions: judgedCards(stored, cards).map((judged) => debriefOf(judged, stored, language)),
      topics: await topicTitles(db, language),
    },
  };
}

function debriefOf(judged: JudgedCard, stored: Stored, language: Language): DebriefQuestion {
  const { card, main, probes, question } = judged;
  const spoken = probes.filter(({ asked }) => asked.probe?.kind !== "board");
  const heard = hear([main, ...spoken].map(({ text }) => text).join("\n"), card);
  const board = boardOf(stored, card, question);
  const drawn = probes.find(({ asked }) => asked.probe?.kind === "board")?.board;
  return {
    ...judged,
    suggested: card.keyPointIds.filter((id) => heard?.keyPoints.has(id)),
    followUps: spoken.map((turn) => ({
      turn,
      said: saidOf(turn.asked, card, language),
      model: modelOf(turn, judged, language),
    })),
    board: board && drawn ? { board, answer: drawn } : null,
  };
}

/** What a good answer to a follow-up says; for a doubt, why the usual answer is wrong. */
function modelOf({ asked: { probe } }: CourseTurn, { card }: JudgedCard, language: Language): string {
  if (probe?.kind === "follow-up") return card.followUps[probe.index]?.texts[language].answer ?? "";
  if (probe?.kind === "sure") return card.texts[language].mistakes[probe.mistake] ?? "";
  return "";
}

/** Titles of topics by their id. */
export async function topicTitles(db: Db, language: Language): Promise<ReadonlyMap<string, string>> {
  return new Map((await listTopics(db, language)).map(({ id, title }) => [id, title]));
}
