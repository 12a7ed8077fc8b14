import { readSpokenCards } from "#lib/content/interview-queries.ts";
import { CARD_LEVELS } from "#lib/content/levels.ts";
import type { Db, Tx } from "#lib/db/client.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { LEARNER, readLearner } from "#lib/learner/learner.ts";
import { hasBoard } from "#lib/quiz/board.ts";
import { readWeakness } from "#lib/review/weakness.ts";
import { type Draw, diceFrom } from "#lib/tcp/dice.ts";
import { cardAt } from "./card-at.ts";
import type { Asking, EventKind } from "./course.ts";
import { AWAY_MS, MINUTE_MS } from "./limits.ts";
import { afterAnswer, canProbe, nextQuestion } from "./next.ts";
import { type PlanCandidate, planInterview } from "./plan.ts";
import type { DraftInput, EventInput, StartInput } from "./schema.ts";
import { readStored, type Stored } from "./stored.ts";
import type { Wishes } from "./wishes.ts";

export type InterviewRefusal =
  | "unknown-interview"
  | "interview-over"
  | "interview-moved-on"
  | "interview-not-over"
  | "interview-judged"
  | "interview-followed"
  | "no-pause"
  | "nothing-to-ask"
  | "id-taken";
type Refused = { readonly ok: false; readonly reason: InterviewRefusal };
export type Happened = { readonly ok: true; readonly already: boolean } | Refused;

/** So long after the end the last words of a strict interview may arrive. */
const GRACE_MS = 5_000;

/**
 * Begins an interview with its first question; `seed` decides what is drawn. The same id again is the same interview.
 * Refused when no card fits the wishes.
 */
export async function startInterview(
  db: Db,
  { id, wishes }: StartInput,
  now: Date,
  zone: string,
  seed: number,
): Promise<Happened> {
  const dice = diceFrom(seed);
  const plan = planInterview(await candidates(db, wishes, { now, zone, dice }), wishes, dice);
  return db.$transaction(async (tx) => {
    if ((await tx.interview.findUnique({ where: { id } })) !== null) return { ok: true, already: true };
    if (plan.length === 0) return refused("nothing-to-ask");
    const { clock } = await readLearner(tx, zone);
    const row = { id, learnerId: LEARNER, startedAt: now, seenAt: now, seed, plan, ...clock };
    await tx.interview.create({ data: { ...row, wishes: { ...wishes, topics: wishes.topics && [...wishes.topics] } } });
    await append(tx, { id: `${id} begun`, interviewId: id }, "begun", now, { next: { question: 0, probe: null } });
    return { ok: true, already: false };
  });
}

interface Circumstances {
  readonly now: Date;
  readonly zone: string;
  readonly dice: Draw;
  /** Cards that were asked already. */
  readonly without?: readonly string[];
}

/** The cards that can be asked, and what choosing among them goes by. */
async function candidates(
  db: Tx,
  { level, topics, weakSpots }: Wishes,
  { now, zone, dice, without = [] }: Circumstances,
): Promise<PlanCandidate[]> {
  const levels = CARD_LEVELS.slice(0, CARD_LEVELS.indexOf(level) + 1);
  const weakness = await readWeakness(db, { levels, topics, without, weakFirst: weakSpots }, dice, now, zone);
  const cards = await readSpokenCards(db, [...weakness.keys()]);
  return [...weakness].flatMap(([cardId, weak]): PlanCandidate[] => {
    const card = cards.get(cardId);
    if (card === undefined) return [];
    const { topicId, level, exercise, scenario } = card;
    return [{ cardId, topicId, level, hasBoard: hasBoard(exercise, scenario), weakness: weak }];
  });
}

/**
 * Takes down what happened, and after an answer what is asked next, in one transaction. The same id again is the same
 * event; one that does not fit what is at hand (another window was faster) is refused, nothing written.
 */
export async function recordEvent(db: Db, input: EventInput, now: Date): Promise<Happened> {
  return db.$transaction(async (tx) => {
    const before = await tx.interviewEvent.findUnique({ where: { id: input.id } });
    if (before !== null) {
      const isSame = before.interviewId === input.interviewId && before.kind === input.kind;
      return isSame ? { ok: true, already: true } : refused("id-taken");
    }
    const stored = await readStored(tx, input.interviewId, now);
    const no = whyNot(stored, input);
    if (stored === null || no !== null) return no ?? refused("unknown-interview");
    const next = await asksNext(tx, stored, input, now);
    if (next === "impossible") return refused("interview-moved-on");
    await noticeAbsence(tx, stored, input.id, now);
    const isAnswer = input.kind === "answered";
    await append(tx, input, input.kind, now, { next, ...(isAnswer && { text: input.text, board: input.board }) });
    await tx.interview.update({ where: { id: stored.id }, data: { seenAt: now } });
    return { ok: true, already: false };
  });
}

/** Takes a sign of life, and keeps what is being said if it comes along, so that a crash loses nothing. */
export async function saveDraft(db: Db, input: DraftInput, now: Date): Promise<Happened> {
  return db.$transaction(async (tx) => {
    const stored = await readStored(tx, input.interviewId, now);
    if (stored === null) return refused("unknown-interview");
    if (stored.course.phase === "over" && !isWithinGrace(stored, now)) return refused("interview-over");
    if (input.turn !== stored.course.turns.length - 1) return refused("interview-moved-on");
    await noticeAbsence(tx, stored, `${stored.id} ${now.getTime()}`, now);
    const { turn, said } = input;
    const data = { seenAt: now, ...(said && { draft: { turn, ...said } }) };
    await tx.interview.update({ where: { id: stored.id }, data });
    return { ok: true, already: false };
  });
}

function isWithinGrace({ course, rules, limitMs }: Stored, now: Date): boolean {
  const ranOut = rules.end === "at once" && course.elapsedMs >= limitMs;
  return ranOut && course.endedAt !== null && now.getTime() - course.endedAt <= GRACE_MS;
}

function whyNot(stored: Stored | null, { turn, kind }: EventInput): Refused | null {
  if (stored === null) return refused("unknown-interview");
  const { course, rules } = stored;
  if (course.phase === "over") return refused("interview-over");
  if (turn !== course.turns.length - 1) return refused("interview-moved-on");
  if (kind === "paused" && !rules.mayPause) return refused("no-pause");
  const isPaused = course.phase === "paused";
  const fits = kind === "ended" || (kind === "resumed" ? isPaused : !isPaused);
  const isAgain = kind === "answering" && course.phase === "answering";
  return fits && !isAgain ? null : refused("interview-moved-on");
}

/** What is asked after an answer or a skip; null for nothing more, and for what asks nothing. */
async function asksNext(tx: Tx, stored: Stored, input: EventInput, now: Date): Promise<Asking | null | "impossible"> {
  if (input.kind !== "answered" && input.kind !== "skipped") return null;
  const { course, plan, rules, limitMs, wishes } = stored;
  const question = course.turns.at(-1)?.asked.question ?? 0;
  const card = await cardAt(tx, plan, question);
  const { probe, text, board } = input;
  if (wishes.mode === "pair" && probe !== null) return canProbe(card, probe) ? { question, probe } : "impossible";
  if (rules.end === "after the answer" && course.elapsedMs >= limitMs) return null;
  const turns = course.turns.map((turn, i) => (i === course.turns.length - 1 ? { ...turn, text, board } : turn));
  const isDone = input.kind === "skipped" || wishes.mode === "pair";
  const next = isDone ? nextQuestion(plan, question) : afterAnswer({ plan, turns, card });
  return next ?? oneMore(tx, stored, now);
}

/** Who is quick is asked more: a question that fits into the time that is left, none that was asked in any form. */
async function oneMore(tx: Tx, { id, wishes, plan, course, limitMs, seed, zone }: Stored, now: Date) {
  const cards = await readSpokenCards(tx, plan);
  const followedUp = course.turns.flatMap(({ asked: { question, probe } }) => {
    const card = cards.get(plan[question] ?? "");
    return (probe?.kind === "follow-up" && card?.followUps[probe.index]?.cardId) || [];
  });
  const dice = diceFrom(seed + plan.length);
  const without = [...plan, ...followedUp];
  const minutes = (limitMs - course.elapsedMs) / MINUTE_MS;
  const [more] = planInterview(
    await candidates(tx, wishes, { now, zone, dice, without }),
    { ...wishes, minutes },
    dice,
  );
  if (more === undefined) return null;
  await tx.interview.update({ where: { id }, data: { plan: [...plan, more] } });
  return { question: plan.length, probe: null };
}

/** Somebody is back after a silence: it is taken down, from the last sign of life on. */
async function noticeAbsence(tx: Tx, { id, seenAt, course }: Stored, name: string, now: Date): Promise<void> {
  if (course.phase === "paused" || now.getTime() - seenAt.getTime() <= AWAY_MS) return;
  await append(tx, { id: `${name} left`, interviewId: id }, "left", seenAt, {});
  await append(tx, { id: `${name} returned`, interviewId: id }, "returned", now, {});
}

interface More {
  readonly text?: string;
  readonly board?: Readonly<Record<string, string>> | null;
  readonly next?: Asking | null;
}

async function append(
  tx: Tx,
  { id, interviewId }: { readonly id: string; readonly interviewId: string },
  kind: EventKind,
  at: Date,
  { text, board, next }: More,
): Promise<void> {
  await tx.interviewEvent.create({
    data: {
      ...{ id, interviewId, kind, at, text: text ?? null },
      board: board ? { ...board } : Prisma.DbNull,
      next: next ? { question: next.question, probe: next.probe && { ...next.probe } } : Prisma.DbNull,
    },
  });
}

export function refused(reason: InterviewRefusal): Refused {
  return { ok: false, reason };
}
