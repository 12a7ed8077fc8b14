/**
 * The judgement of an interview: what is ticked as said, what of it the server has, and what is under way.
 *
 * It decides what can be ticked, what is put and how often, what becomes of ticks that were not saved, what is told. It
 * knows no page and no network, and asks for no clock: what is to be done there it names as effects.
 */

import { type Judged, weakest } from "#lib/interview/score.ts";

/** The debrief as a page has it. A refresh brings it anew, with what was done in other windows. */
export interface DebriefSheet {
  /** The judgement was kept: nothing is ticked any more. */
  readonly isKept: boolean;
  readonly questions: readonly SheetQuestion[];
}

export interface SheetQuestion extends Omit<Judged, "said"> {
  /** Its place in the plan. */
  readonly question: number;
  readonly points: readonly { readonly id: string; readonly isHeard: boolean }[];
  /** Ids of key points, in their order. */
  readonly ticked: readonly string[];
}

/** What was ticked here of one question. */
interface Ticks {
  readonly shown: readonly string[];
  /** What the server has of it; null: what came with the page. */
  readonly saved: readonly string[] | null;
  /** How many puts are under way. */
  readonly unanswered: number;
}

type Request = { readonly kind: "keep"; readonly call: boolean } | { readonly kind: "reopen" };

export interface Judgement {
  readonly sheet: DebriefSheet;
  /** By question; those of which nothing was ticked here are as the page has them. Nothing while the judgement is kept. */
  readonly made: Readonly<Record<number, Ticks>>;
  readonly phase:
    | { readonly kind: "resting" }
    /** Ticks are on their way: only what the server has of them is judged. */
    | { readonly kind: "waiting"; readonly call: boolean }
    | { readonly kind: "sending"; readonly request: Request }
    /** The page is being asked what is true now. */
    | { readonly kind: "refreshing" };
  /** What came of the last request; `judgementTold` says whether it still holds. */
  readonly told: JudgementTold | null;
  readonly problem: JudgementProblem | null;
}

/** `called`: how many cards were put into the queue; null: nobody wished for it. */
export type JudgementTold = { readonly kind: "kept"; readonly called: number | null } | { readonly kind: "reopened" };

/** Why something was not done: ticks that nobody answered for, or a sentence in the page's language. */
export type JudgementProblem = { readonly kind: "not saved" } | { readonly kind: "said"; readonly message: string };

/** What the server says; refused: what the page shows is not true any more. */
export type DebriefReply =
  | { readonly ok: true; readonly called: number }
  | { readonly ok: false; readonly message: string; readonly isRefused: boolean };

export type DebriefInput =
  /** A page is there: the first, or what a refresh has brought. */
  | { readonly kind: "came"; readonly sheet: DebriefSheet }
  | { readonly kind: "ticked"; readonly question: number; readonly ticked: readonly string[] }
  /** What seems to be in the answer is ticked as well. */
  | { readonly kind: "accepted"; readonly question: number }
  /** To keep the judgement; `call`: what failed goes into today's queue. */
  | { readonly kind: "kept"; readonly call: boolean }
  | { readonly kind: "reopened" }
  | {
      readonly kind: "heard of ticks";
      readonly question: number;
      readonly ticked: readonly string[];
      readonly reply: DebriefReply;
    }
  | { readonly kind: "heard"; readonly reply: DebriefReply }
  | { readonly kind: "refreshed" };

export type DebriefEffect =
  /** To be answered by "heard of ticks", in the order in which they were put. */
  | { readonly kind: "put ticks"; readonly question: number; readonly ticked: readonly string[] }
  /** To be answered by "heard", after all that was put before. `isKept`: what the page believes. */
  | { readonly kind: "put judgement"; readonly call: boolean; readonly isKept: boolean }
  | { readonly kind: "reopen" }
  | { readonly kind: "refresh" }
  | { readonly kind: "focus"; readonly on: "told" }
  /** The first key point of a question. */
  | { readonly kind: "focus"; readonly on: "points"; readonly question: number };

export interface DebriefStep {
  readonly state: Judgement;
  readonly effects: readonly DebriefEffect[];
}

/** A debrief of which nothing was judged here yet. */
export function beginJudgement(sheet: DebriefSheet): Judgement {
  return { sheet, made: {}, phase: { kind: "resting" }, told: null, problem: null };
}

/**
 * What becomes of it. Any input is legal at any time; one that makes no sense changes nothing. Throws only when an answer
 * is heard that nobody waits for: a bug of the caller.
 */
export function judge(judgement: Judgement, input: DebriefInput): DebriefStep {
  switch (input.kind) {
    case "came":
      return still(come(judgement, input.sheet));
    case "ticked":
      return tick(judgement, input.question, input.ticked);
    case "accepted":
      return accept(judgement, input.question);
    case "kept":
      return keep(judgement, input.call);
    case "reopened":
      return judgement.sheet.isKept ? request(judgement, { kind: "reopen" }, { kind: "reopen" }) : still(judgement);
    case "heard of ticks":
      return goOn(hearOfTicks(judgement, input.question, input.ticked, input.reply));
    case "heard":
      return hear(judgement, input.reply);
    case "refreshed":
      return still(judgement.phase.kind === "refreshing" ? { ...judgement, phase: { kind: "resting" } } : judgement);
  }
}

/** The judgement is being kept or opened, or the page that comes of it is on its way. */
export function isJudging({ phase }: Judgement): boolean {
  return phase.kind !== "resting";
}

/** What is ticked of a question. */
export function tickedIn({ made }: Judgement, asked: SheetQuestion): readonly string[] {
  return made[asked.question]?.shown ?? asked.ticked;
}

/** Questions as their ticks judge them. */
export function judgedBy<Question extends SheetQuestion>(
  judgement: Judgement,
  questions: readonly Question[],
): (Question & Judged)[] {
  return questions.map((asked) => ({ ...asked, said: tickedIn(judgement, asked).length }));
}

/** Whether anything seems to be in the answer that is not ticked, and can be. */
export function canAccept(judgement: Judgement, question: number): boolean {
  const asked = tickable(judgement, question);
  if (asked === null) return false;
  const ticked = tickedIn(judgement, asked);
  return heardIn(asked).some((id) => !ticked.includes(id));
}

/** What is to be told of the judgement, as long as the page agrees; null: nothing. */
export function judgementTold({ told, sheet }: Judgement): JudgementTold | null {
  if (told !== null && (told.kind === "kept") === sheet.isKept) return told;
  return sheet.isKept ? { kind: "kept", called: null } : null;
}

function still(state: Judgement): DebriefStep {
  return { state, effects: [] };
}

/** With a judgement that is kept, what was ticked here is over: from here on the ticks are those of the server. */
function come(judgement: Judgement, sheet: DebriefSheet): Judgement {
  const { sheet: before } = judgement;
  if (before.isKept === sheet.isKept && before.questions === sheet.questions) return judgement;
  return { ...judgement, sheet, made: sheet.isKept ? {} : judgement.made };
}

function tick(judgement: Judgement, question: number, ticked: readonly string[]): DebriefStep {
  const asked = tickable(judgement, question);
  if (asked === null) return still(judgement);
  const { saved = null, unanswered = 0 } = judgement.made[question] ?? {};
  const shown = asked.points.map(({ id }) => id).filter((id) => ticked.includes(id));
  return {
    state: { ...withTicks(judgement, question, { shown, saved, unanswered: unanswered + 1 }), problem: null },
    effects: [{ kind: "put ticks", question, ticked: shown }],
  };
}

/** The button goes away: the focus goes to what it has ticked. */
function accept(judgement: Judgement, question: number): DebriefStep {
  const asked = tickable(judgement, question);
  if (asked === null || !canAccept(judgement, question)) return still(judgement);
  const { state, effects } = tick(judgement, question, [...tickedIn(judgement, asked), ...heardIn(asked)]);
  return { state, effects: [{ kind: "focus", on: "points", question }, ...effects] };
}

function keep(judgement: Judgement, call: boolean): DebriefStep {
  const { isKept } = judgement.sheet;
  const isVain = call ? !hasFailed(judgement) : isKept;
  if (isVain) return still(judgement);
  if (isSaving(judgement) && !isJudging(judgement)) {
    return still({ ...judgement, phase: { kind: "waiting", call }, problem: null });
  }
  return request(judgement, { kind: "keep", call }, { kind: "put judgement", call, isKept });
}

/** What waited for ticks goes on when the last of them is answered. One that fails ends the waiting at once: it is told. */
function goOn({ state, effects }: DebriefStep): DebriefStep {
  const { phase, problem } = state;
  if (phase.kind !== "waiting" || (problem === null && isSaving(state))) return { state, effects };
  const rested: Judgement = { ...state, phase: { kind: "resting" } };
  if (problem !== null) return { state: rested, effects };
  // What failed when it was pressed may be ticked by now.
  const kept = keep(rested, phase.call && hasFailed(rested));
  return { state: kept.state, effects: [...effects, ...kept.effects] };
}

function hasFailed(judgement: Judgement): boolean {
  return weakest(judgedBy(judgement, judgement.sheet.questions)).length > 0;
}

function isSaving({ made }: Judgement): boolean {
  return Object.values(made).some(({ unanswered }) => unanswered > 0);
}

/** One thing at a time: what is asked for meanwhile was meant for what was there before. */
function request(judgement: Judgement, asked: Request, effect: DebriefEffect): DebriefStep {
  if (isJudging(judgement)) return still(judgement);
  return {
    state: { ...judgement, phase: { kind: "sending", request: asked }, problem: null },
    effects: [effect],
  };
}

function hearOfTicks(
  judgement: Judgement,
  question: number,
  ticked: readonly string[],
  reply: DebriefReply,
): DebriefStep {
  const before = judgement.made[question];
  // The page that keeps the judgement has come meanwhile, and knows.
  if (before === undefined) return reply.ok ? still(judgement) : failTicks(judgement, reply);
  const unanswered = before.unanswered - 1;
  if (reply.ok) return still(withTicks(judgement, question, { ...before, saved: ticked, unanswered }));
  // What was ticked later says all of it once more.
  if (unanswered > 0) return still(withTicks(judgement, question, { ...before, unanswered }));
  return failTicks(asSaved(judgement, question, before.saved), reply);
}

/** What is on the screen is what is judged: ticks that the server does not have are taken back. */
function asSaved(judgement: Judgement, question: number, saved: readonly string[] | null): Judgement {
  if (saved !== null) return withTicks(judgement, question, { shown: saved, saved, unanswered: 0 });
  const { [question]: _, ...made } = judgement.made;
  return { ...judgement, made };
}

function failTicks(judgement: Judgement, reply: Extract<DebriefReply, { ok: false }>): DebriefStep {
  const { message, isRefused } = reply;
  if (!isRefused) return still({ ...judgement, problem: { kind: "not saved" } });
  return { state: { ...judgement, problem: { kind: "said", message } }, effects: [{ kind: "refresh" }] };
}

function hear(judgement: Judgement, reply: DebriefReply): DebriefStep {
  if (judgement.phase.kind !== "sending") throw new Error("an answer is heard, but no judgement was sent");
  const { request: asked } = judgement.phase;
  if (!reply.ok) return fail(judgement, reply.message, reply.isRefused);
  const told: JudgementTold =
    asked.kind === "reopen" ? { kind: "reopened" } : { kind: "kept", called: asked.call ? reply.called : null };
  return {
    state: { ...judgement, phase: { kind: "refreshing" }, told },
    // The buttons change: whatever key is held down presses none of them.
    effects: [{ kind: "focus", on: "told" }, { kind: "refresh" }],
  };
}

function fail(judgement: Judgement, message: string, isRefused: boolean): DebriefStep {
  const failed: Judgement = { ...judgement, problem: { kind: "said", message } };
  if (!isRefused) return still({ ...failed, phase: { kind: "resting" } });
  return { state: { ...failed, phase: { kind: "refreshing" } }, effects: [{ kind: "refresh" }] };
}

function withTicks(judgement: Judgement, question: number, ticks: Ticks): Judgement {
  return { ...judgement, made: { ...judgement.made, [question]: ticks } };
}

/** A question that can be ticked; null: it was skipped, or there is no such question, or the judgement is kept. */
function tickable({ sheet }: Judgement, question: number): SheetQuestion | null {
  const asked = sheet.questions.find((one) => one.question === question);
  return asked === undefined || asked.wasSkipped || sheet.isKept ? null : asked;
}

function heardIn({ points }: SheetQuestion): string[] {
  return points.filter(({ isHeard }) => isHeard).map(({ id }) => id);
}
