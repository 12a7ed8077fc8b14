import { readSpokenCards } from "#lib/content/interview-queries.ts";
import type { Db } from "#lib/db/client.ts";
import { idNamed } from "#lib/review/log/ids.ts";
import { callIntoQueue, recordInterviewAnswers, takeInterviewBack } from "#lib/review/log/interviewed.ts";
import { COUNTED_ANSWER_MAX_MS } from "#lib/scheduling/mark.ts";
import { judgedCards } from "./judgement.ts";
import { type Happened, type InterviewRefusal, refused } from "./mutations.ts";
import type { JudgementInput, TicksInput } from "./schema.ts";
import { isFailed } from "./score.ts";
import { readStored, type Stored } from "./stored.ts";

/**
 * Keeps which key points of a question were said. Once an interview is over, and until its judgement is kept; in a pair
 * while it goes on as well. Ids that the card does not know are left out.
 */
export async function saveTicks(db: Db, { interviewId, question, ticked }: TicksInput, now: Date): Promise<Happened> {
  return db.$transaction(async (tx) => {
    const stored = await readStored(tx, interviewId, now);
    if (stored === null) return refused("unknown-interview");
    if (stored.judgedAt !== null) return refused("interview-judged");
    const isOpen = stored.course.phase !== "over";
    if (isOpen && stored.wishes.mode === "alone") return refused("interview-not-over");
    const cardId = stored.plan[question] ?? "";
    const card = (await readSpokenCards(tx, [cardId])).get(cardId);
    if (card === undefined) return refused("interview-moved-on");
    const known = card.keyPointIds.filter((id) => ticked.includes(id));
    const where = { interviewId_question: { interviewId, question } };
    await tx.interviewTick.upsert({
      where,
      create: { interviewId, question, ticked: known },
      update: { ticked: known },
    });
    return { ok: true, already: false };
  });
}

export type JudgementKept =
  | {
      readonly ok: true;
      readonly failed: number;
      /** How many cards were put into the queue now. */
      readonly called: number;
    }
  | { readonly ok: false; readonly reason: InterviewRefusal };

/**
 * Keeps the ticks as they are: every question goes into the log as an interview answer, what failed counts as missed, and
 * no schedule moves. With `call`, exactly what failed is put into the queue. All in one transaction; twice is once. What
 * is left of an earlier judgement, since somebody redid it by hand, goes first. Refused when it was opened again while
 * somebody believed it was kept: nobody has judged these ticks.
 */
export async function keepJudgement(
  db: Db,
  { interviewId, call, isKept }: JudgementInput,
  now: Date,
  zone: string,
): Promise<JudgementKept> {
  return db.$transaction(async (tx) => {
    const stored = await readStored(tx, interviewId, now);
    if (stored === null) return refused("unknown-interview");
    if (stored.course.phase !== "over") return refused("interview-not-over");
    if (isKept && stored.judgedAt === null) return refused("interview-moved-on");
    const questions = judgedCards(stored, await readSpokenCards(tx, stored.plan));
    if (stored.judgedAt === null) {
      if (!(await takeInterviewBack(tx, entryIds(stored), now, zone))) return refused("interview-followed");
      const answers = questions.map(({ question, card, ticked, main, probes, ...judged }) => ({
        id: entryId("interview", interviewId, question),
        cardId: card.id,
        failed: isFailed(judged),
        durationMs: Math.min(Math.round(main.thinkMs + main.answerMs), COUNTED_ANSWER_MAX_MS),
        text: [main, ...probes]
          .map(({ text }) => text.trim())
          .filter(Boolean)
          .join("\n\n"),
        ticked,
        language: stored.wishes.language,
      }));
      await recordInterviewAnswers(tx, answers, now, zone);
      await tx.interview.update({ where: { id: interviewId }, data: { judgedAt: now } });
    }
    const failed = questions.filter(isFailed);
    const calls = failed.map(({ question, card }) => ({ id: entryId("call", interviewId, question), cardId: card.id }));
    return { ok: true, failed: failed.length, called: call ? await callIntoQueue(tx, calls, now, zone) : 0 };
  });
}

/**
 * Opens a judgement that was kept, so that it can be ticked anew: what it wrote into the log and the queue is taken back.
 * Refused, nothing written, when something else was done to a card after an entry of it that still stands. Twice is once.
 */
export async function reopenJudgement(db: Db, interviewId: string, now: Date, zone: string): Promise<Happened> {
  return db.$transaction(async (tx) => {
    const stored = await readStored(tx, interviewId, now);
    if (stored === null) return refused("unknown-interview");
    if (stored.judgedAt === null) return { ok: true, already: true };
    if (!(await takeInterviewBack(tx, entryIds(stored), now, zone))) return refused("interview-followed");
    await tx.interview.update({ where: { id: interviewId }, data: { judgedAt: null } });
    return { ok: true, already: false };
  });
}

/** All that a judgement can have written, whatever its ticks were. */
function entryIds({ id, plan }: Pick<Stored, "id" | "plan">): string[] {
  return plan.flatMap((_, question) => [entryId("interview", id, question), entryId("call", id, question)]);
}

function entryId(kind: "interview" | "call", interviewId: string, question: number): string {
  return idNamed(`${kind} ${interviewId} ${question}`);
}
