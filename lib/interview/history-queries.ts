import { readSpokenCards } from "#lib/content/interview-queries.ts";
import type { Db } from "#lib/db/client.ts";
import type { Language } from "#lib/i18n/languages.ts";
import { topicTitles } from "./debrief-queries.ts";
import { judgedCards } from "./judgement.ts";
import { type Score, scoreOf } from "./score.ts";
import { readAllStored } from "./stored.ts";
import type { Wishes } from "./wishes.ts";

/** One interview in a list. */
export interface InterviewSummary {
  readonly id: string;
  readonly startedAt: Date;
  readonly wishes: Wishes;
  /** Empty: it is over, and nothing was answered. */
  readonly state: "open" | "empty" | "to judge" | "judged";
  readonly questions: number;
  /** null: nothing is judged yet. */
  readonly score: Score | null;
}

export interface InterviewHistory {
  /** The latest first. */
  readonly interviews: readonly InterviewSummary[];
  readonly topics: ReadonlyMap<string, string>;
}

/** So many interviews are listed and compared. */
export const HISTORY_MAX = 50;

/** The last interviews with their scores. */
export async function readInterviews(db: Db, language: Language, now: Date): Promise<InterviewHistory> {
  const all = await readAllStored(db, now, HISTORY_MAX);
  const cards = await readSpokenCards(db, [...new Set(all.flatMap(({ plan }) => plan))]);
  const interviews = all.map((stored): InterviewSummary => {
    const { id, startedAt, wishes, course, judgedAt } = stored;
    const judged = judgedCards(stored, cards);
    const ended = judged.length === 0 ? "empty" : judgedAt === null ? "to judge" : "judged";
    const state = course.phase === "over" ? ended : "open";
    const score = judgedAt === null ? null : scoreOf(judged);
    return { id, startedAt, wishes, state, questions: judged.length, score };
  });
  return { interviews, topics: await topicTitles(db, language) };
}
