/**
 * The desk that review and drill share: what lies on it, what was done with it, and what is under way.
 *
 * It decides everything about answering a card: what counts as an answer, when it is sent and how often, what becomes
 * of a draft, what is told. It knows no page, no clock, no network: what is to be done there it names as effects.
 */

import type { Answer, Drawn } from "#lib/quiz/draw.ts";
import { gradeAnswer, isAnswered } from "#lib/quiz/grade.ts";
import { DURATION_MAX_MS } from "#lib/review/limits.ts";
import { RATINGS, type Rating } from "#lib/scheduling/rating.ts";
import { type Draft, type EarlyEntry, EMPTY_DRAFT, foundDraft, swapped } from "./draft.ts";
import type { Method, ReviewPath, SendOutcome } from "./send.ts";
import type { Shown } from "./shown.ts";

export type ActionKind = "bury" | "suspend" | "reset";

/** A card as the page asks it. A refresh asks the same again, with other ids. */
export interface AskedCard {
  readonly cardId: string;
  /** Counts what was done to the card: the same at another version is asked anew. */
  readonly version: number;
  /** Minted when the card was shown: however often it is sent, it is one answer. */
  readonly reviewId: string;
  /** The same for what else is done to the card. */
  readonly actionId: string;
  readonly schedulerId: string | null;
  /** A cram answer leaves the schedule alone. */
  readonly kind: "answer" | "cram";
  readonly language: string;
  /** The page of the card. */
  readonly href: string;
  /** How many grades are offered: all four, or only Again and Good. */
  readonly offered: 2 | 4;
  /** When the grades bring the card back; null: the learner does not want to know. */
  readonly shown: Shown | null;
  /** What the answer held that was just taken back. */
  readonly takenBack: { readonly notes: string; readonly ticked: readonly string[] } | null;
}

/** A card on the desk. Times are milliseconds of a clock that only runs forward. */
export interface DeskCard {
  readonly asked: AskedCard;
  /** The id that the answer is sent under: the first that was minted. */
  readonly reviewId: string;
  /** What the grades say now. */
  readonly shown: Shown | null;
  readonly draft: Draft;
  readonly shownAt: number;
  /** Since when the answer, or what the grades say, can be read; null: since an earlier visit, or not yet. */
  readonly readableSince: number | null;
}

/** What is under way: what was asked for, and what it means once the server has said yes. */
interface Sending {
  readonly told: Told;
  /** The card it is about, as it was sent; null: something is taken back. */
  readonly about: {
    readonly card: DeskCard;
    readonly isAnswer: boolean;
    /** Something was written after it was sent, which the server does not have. */
    readonly isOutrun: boolean;
  } | null;
}

/** What was just said; each language has its own sentence for it. */
export type Told =
  | { readonly kind: "recorded"; readonly rating: Rating }
  | { readonly kind: "acted"; readonly action: ActionKind }
  | { readonly kind: "undone" }
  | { readonly kind: "redone" }
  | { readonly kind: "failed"; readonly message: string };

export interface Desk {
  /** Null: nothing to answer. */
  readonly card: DeskCard | null;
  readonly phase:
    | { readonly kind: "resting" }
    | { readonly kind: "sending"; readonly sending: Sending }
    /** The page is being asked what comes next. */
    | { readonly kind: "refreshing" };
  readonly told: Told | null;
  /** The card answered last was forgotten again and again: how often, and where its page is. Until the next request. */
  readonly leech: { readonly lapses: number; readonly href: string } | null;
}

export type FocusPlace = "heading" | "answer" | "result" | "notes";

export type DeskInput =
  /** A card is on the page: for the first time, or as a refresh asks it again. */
  | { readonly kind: "asked"; readonly asked: AskedCard; readonly found: Draft | null; readonly early: EarlyEntry }
  | { readonly kind: "left"; readonly key: string }
  | { readonly kind: "wrote"; readonly notes: string }
  | { readonly kind: "filled"; readonly answer: Answer }
  | { readonly kind: "ticked"; readonly ticked: readonly string[] }
  | { readonly kind: "took other" }
  | { readonly kind: "revealed" }
  /** In passing: by the key that also reveals, which may have been pressed twice. */
  | { readonly kind: "graded"; readonly rating: Rating; readonly inPassing: boolean }
  | { readonly kind: "acted"; readonly action: ActionKind }
  | { readonly kind: "took back"; readonly entryId: string; readonly told: "undone" | "redone" }
  | { readonly kind: "heard"; readonly outcome: SendOutcome }
  | { readonly kind: "refreshed" }
  | { readonly kind: "went to"; readonly place: FocusPlace };

export type DeskEffect =
  | { readonly kind: "send"; readonly method: Method; readonly path: ReviewPath; readonly body: object | null }
  | { readonly kind: "keep"; readonly key: string; readonly draft: Draft }
  | { readonly kind: "forget"; readonly key: string }
  | { readonly kind: "refresh" }
  | { readonly kind: "focus"; readonly place: FocusPlace }
  | { readonly kind: "scroll to top" };

export interface DeskStep {
  readonly state: Desk;
  readonly effects: readonly DeskEffect[];
}

export const EMPTY_DESK: Desk = { card: null, phase: { kind: "resting" }, told: null, leech: null };
export const READ_AT_LEAST_MS = 400;

/**
 * One thing that happens at the desk: what it becomes, and what is to be done. Pure. An input that makes no sense where
 * the desk stands changes nothing. Throws only when an answer is heard that nobody waits for: a bug of the caller.
 */
export function stepDesk(desk: Desk, input: DeskInput, now: number): DeskStep {
  switch (input.kind) {
    case "asked":
      return lay(desk, input.asked, found(input.found, input.early), now);
    case "left":
      return still(desk.card && keyOf(desk.card.asked) === input.key ? { ...desk, card: null } : desk);
    case "wrote":
      return draft(desk, { notes: input.notes });
    case "filled":
      return draft(desk, { answer: input.answer });
    case "ticked":
      return draft(desk, { ticked: input.ticked });
    case "took other":
      return draft(desk, desk.card ? swapped(desk.card.draft) : {});
    case "revealed":
      return reveal(desk, now);
    case "graded":
      return grade(desk, input.rating, input.inPassing, now);
    case "acted":
      return act(desk, input.action);
    case "took back":
      return send(desk, "DELETE", `/api/reviews/${input.entryId}`, null, { told: { kind: input.told }, about: null });
    case "heard":
      return hear(desk, input.outcome, now);
    case "refreshed":
      return still(desk.phase.kind === "refreshing" ? { ...desk, phase: { kind: "resting" } } : desk);
    case "went to":
      return { state: desk, effects: desk.card ? [{ kind: "focus", place: input.place }] : [] };
  }
}

/** A request is under way, or the next card is. */
export function isDeskBusy({ phase }: Desk): boolean {
  return phase.kind !== "resting";
}

/** What a card is known by while it is asked: the name of its draft as well. */
export function keyOf({ cardId, version }: Pick<AskedCard, "cardId" | "version">): string {
  return `draft ${cardId} ${version}`;
}

/** The card that is asked as it lies on the desk, or as it will. */
export function cardOn(desk: Desk, asked: AskedCard): DeskCard {
  return desk.card !== null && keyOf(desk.card.asked) === keyOf(asked) ? desk.card : laid(asked, null, 0);
}

/** All of it right is Good, anything wrong is Again; the learner decides. Nothing is proposed for what was not answered. */
export function proposedGrade(drawn: Drawn, answer: Answer): Rating | null {
  if (!isAnswered(answer)) return null;
  return gradeAnswer(drawn, answer).every(({ ok }) => ok) ? 3 : 1;
}

export function isOffered(offered: 2 | 4, rating: Rating): boolean {
  return offered === 4 || rating === 1 || rating === 3;
}

function still(state: Desk): DeskStep {
  return { state, effects: [] };
}

function found(stored: Draft | null, early: EarlyEntry): Draft | null {
  return stored && foundDraft(stored, early);
}

/** A refresh mints new ids for the same card; the answer keeps the one that was first shown, and what was typed stays. */
function lay(desk: Desk, asked: AskedCard, stored: Draft | null, now: number): DeskStep {
  const { card } = desk;
  if (card === null || keyOf(card.asked) !== keyOf(asked)) {
    // Who answered the one before is led to this one.
    const effects: DeskEffect[] = hasMovedOn(desk) ? [{ kind: "focus", place: "heading" }] : [];
    return { state: { ...desk, card: laid(asked, stored, now) }, effects };
  }
  return still(card.asked === asked ? desk : { ...desk, card: { ...card, asked, shown: asked.shown } });
}

function laid(asked: AskedCard, stored: Draft | null, now: number): DeskCard {
  const begun = { ...EMPTY_DRAFT, ...asked.takenBack, ...stored };
  return { asked, reviewId: asked.reviewId, shown: asked.shown, draft: begun, shownAt: now, readableSince: null };
}

/** Whatever is done with a card is kept at once. */
function draft(desk: Desk, part: Partial<Draft>): DeskStep {
  const { card } = desk;
  if (card === null) return still(desk);
  const next = { ...card.draft, ...part };
  return {
    state: { ...desk, card: { ...card, draft: next }, phase: outrun(desk.phase, card) },
    effects: [{ kind: "keep", key: keyOf(card.asked), draft: next }],
  };
}

function outrun(phase: Desk["phase"], { asked }: DeskCard): Desk["phase"] {
  const about = phase.kind === "sending" ? phase.sending.about : null;
  if (phase.kind !== "sending" || about === null || keyOf(about.card.asked) !== keyOf(asked)) return phase;
  return { kind: "sending", sending: { ...phase.sending, about: { ...about, isOutrun: true } } };
}

function reveal(desk: Desk, now: number): DeskStep {
  const { card } = desk;
  if (card === null || card.draft.revealed) return still(desk);
  const shown = draft({ ...desk, card: { ...card, readableSince: now } }, { revealed: true });
  // What one answered is read first, then what would have been right.
  const place = isAnswered(card.draft.answer) ? "result" : "answer";
  return { ...shown, effects: [...shown.effects, { kind: "focus", place }] };
}

function grade(desk: Desk, rating: Rating, inPassing: boolean, now: number): DeskStep {
  const { card } = desk;
  if (card === null || !card.draft.revealed || !isOffered(card.asked.offered, rating)) return still(desk);
  // The second of two quick presses is not a judgement on an answer that nobody can have read.
  if (inPassing && now - (card.readableSince ?? Number.NEGATIVE_INFINITY) <= READ_AT_LEAST_MS) return still(desk);
  const told = { kind: "recorded", rating } as const;
  return send(desk, "PUT", `/api/reviews/${card.reviewId}`, answerOf(card, rating, now), {
    told,
    about: { card, isAnswer: true, isOutrun: false },
  });
}

function answerOf({ asked, shown, draft: done, shownAt }: DeskCard, rating: Rating, now: number): object {
  const { cardId, version, kind, schedulerId, language } = asked;
  return {
    cardId,
    version,
    kind,
    schedulerId,
    intervalMs: shown?.intervals[RATINGS.indexOf(rating)],
    rating,
    durationMs: Math.min(Math.round(now - shownAt), DURATION_MAX_MS),
    notes: done.notes,
    tickedKeyPoints: done.ticked,
    answer: done.answer,
    language,
  };
}

function act(desk: Desk, kind: ActionKind): DeskStep {
  const { card } = desk;
  // A drill leaves the schedule alone.
  if (card === null || card.asked.kind === "cram") return still(desk);
  const { actionId, cardId, version } = card.asked;
  const told = { kind: "acted", action: kind } as const;
  return send(
    desk,
    "PUT",
    `/api/actions/${actionId}`,
    { cardId, version, kind },
    {
      told,
      about: { card, isAnswer: false, isOutrun: false },
    },
  );
}

/** One thing at a time: what is asked for meanwhile was meant for what was there before. */
function send(desk: Desk, method: Method, path: ReviewPath, body: object | null, sending: Sending): DeskStep {
  if (isDeskBusy(desk)) return still(desk);
  return {
    state: { ...desk, phase: { kind: "sending", sending } },
    effects: [{ kind: "send", method, path, body }],
  };
}

function hear(desk: Desk, outcome: SendOutcome, now: number): DeskStep {
  if (desk.phase.kind !== "sending") throw new Error("an answer of the server is heard, but nothing was sent");
  const { sending } = desk.phase;
  return outcome.ok ? succeed(desk, sending, outcome.leech) : fail(desk, sending, outcome, now);
}

function succeed(desk: Desk, { told, about }: Sending, lapses: number | null): DeskStep {
  const effects: DeskEffect[] = [{ kind: "refresh" }];
  if (!hasMovedOn(desk) && desk.card !== null) effects.push({ kind: "focus", place: "heading" });
  if (about !== null && !about.isOutrun) effects.push({ kind: "forget", key: keyOf(about.card.asked) });
  if (about?.isAnswer) effects.push({ kind: "scroll to top" });
  const leech = about?.isAnswer && lapses !== null ? { lapses, href: about.card.asked.href } : null;
  return { state: { ...desk, phase: { kind: "refreshing" }, told, leech }, effects };
}

/** Nothing is lost: what was sent stays as it is, and can be sent again under the same id. */
function fail(desk: Desk, { about }: Sending, outcome: Extract<SendOutcome, { ok: false }>, now: number): DeskStep {
  const failed: Desk = { ...desk, told: { kind: "failed", message: outcome.message }, leech: null };
  if (outcome.outdated) return { state: { ...failed, phase: { kind: "refreshing" } }, effects: [{ kind: "refresh" }] };
  const state: Desk = { ...failed, phase: { kind: "resting" } };
  const { card } = desk;
  const isMeant = about?.isAnswer && card !== null && card.reviewId === about.card.reviewId;
  if (outcome.changed === null || !isMeant) return still(state);
  // What the grades say now has to be read, too.
  return still({ ...state, card: { ...card, shown: outcome.changed, readableSince: now } });
}

/** A card was answered or taken back on this page: the next one is to be announced. */
function hasMovedOn({ told }: Desk): boolean {
  return told !== null && told.kind !== "failed";
}
