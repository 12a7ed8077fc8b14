import type { Course, CourseTurn } from "./course.ts";

/** A question with all that was asked about it. */
export interface AskedQuestion {
  /** Its place in the plan. */
  readonly question: number;
  readonly main: CourseTurn;
  readonly probes: readonly CourseTurn[];
}

/**
 * The questions of an interview that can be judged: one that ended before the first word was said is left out, unless
 * somebody who listened has ticked something; `ticked`: the places of such questions.
 */
export function judgedQuestions(
  { turns }: Pick<Course, "turns">,
  ticked: ReadonlySet<number> = new Set(),
): AskedQuestion[] {
  return turns
    .filter(({ asked, end, answerMs, text }) => {
      const wasBegun = answerMs > 0 || text.trim() !== "" || ticked.has(asked.question);
      const wasSaid = end === "answered" || (end === "cut" && wasBegun);
      return asked.probe === null && (wasSaid || end === "skipped");
    })
    .map((main) => {
      const { question } = main.asked;
      return {
        question,
        main,
        probes: turns.filter(({ asked }) => asked.question === question && asked.probe !== null),
      };
    });
}

/** One question as it is judged in the debrief. */
export interface Judged {
  readonly topicId: string;
  /** How many key points it has, and how many were ticked as said. */
  readonly keyPoints: number;
  readonly said: number;
  readonly wasSkipped: boolean;
  /** Of the question itself, on the clock. */
  readonly thinkMs: number;
  readonly answerMs: number;
}

export interface Score {
  /** The share of key points that were said, 0 … 1; null: nothing was asked. */
  readonly points: number | null;
  /** The same by topic, in the order in which they were asked. */
  readonly topics: readonly { readonly topicId: string; readonly said: number; readonly keyPoints: number }[];
  readonly composure: Composure;
}

export interface Composure {
  /** The middle time from question to first word, in milliseconds; null: nothing was answered. */
  readonly startMs: number | null;
  /** Answers that took longer than an interviewer listens, and how many there were. */
  readonly overruns: number;
  readonly answers: number;
  readonly skipped: number;
}

/** An answer that takes longer is an overrun: by then an interviewer wants to ask something. */
export const SPOKEN_ANSWER_MAX_MS = 120_000;

/** A question of which less than half was said is failed, and so is one that was skipped. */
export function isFailed({ said, keyPoints, wasSkipped }: Pick<Judged, "said" | "keyPoints" | "wasSkipped">): boolean {
  return wasSkipped || said * 2 < keyPoints;
}

/** What the ticks add up to. Each key point weighs the same; of a skipped question none was said. */
export function scoreOf(questions: readonly Judged[]): Score {
  const topics = new Map<string, { said: number; keyPoints: number }>();
  for (const { topicId, keyPoints, ...question } of questions) {
    const before = topics.get(topicId) ?? { said: 0, keyPoints: 0 };
    const said = question.wasSkipped ? 0 : question.said;
    topics.set(topicId, { said: before.said + said, keyPoints: before.keyPoints + keyPoints });
  }
  const answered = questions.filter(({ wasSkipped }) => !wasSkipped);
  const total = [...topics.values()].reduce((sum, { keyPoints }) => sum + keyPoints, 0);
  const said = [...topics.values()].reduce((sum, topic) => sum + topic.said, 0);
  return {
    points: total === 0 ? null : said / total,
    topics: [...topics].map(([topicId, counts]) => ({ topicId, ...counts })),
    composure: {
      startMs: median(answered.map(({ thinkMs }) => thinkMs)),
      overruns: answered.filter(({ answerMs }) => answerMs > SPOKEN_ANSWER_MAX_MS).length,
      answers: answered.length,
      skipped: questions.length - answered.length,
    },
  };
}

/** What to review first: the failed ones, those of which the least was said before the others. */
export function weakest<T extends Judged>(questions: readonly T[]): T[] {
  const share = ({ said, keyPoints, wasSkipped }: Judged) => (wasSkipped ? 0 : said / keyPoints);
  return questions.filter(isFailed).sort((a, b) => share(a) - share(b));
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
