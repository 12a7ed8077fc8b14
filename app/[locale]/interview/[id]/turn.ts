/**
 * The turn: what the screen of an interview decides, whoever sits at it. What is asked, what is said to it, when that is
 * kept and when it is sent, how often the server hears of something, and what ends it.
 *
 * It knows no page, no clock and no network: the time and an id that nobody has used come in, what is to be done there
 * comes back as effects.
 */

import type { Reply } from "#app/_ui/ask.ts";
import { AWAY_MS } from "#lib/interview/limits.ts";
import type { EventInput } from "#lib/interview/schema.ts";
import {
  type AtHand,
  askedAgain,
  clockFace,
  draftOf,
  isAnswering,
  isKeepingDue,
  isSameHand,
  isSignDue,
  keeping,
  newlyAsked,
  notKept,
  type TurnAsked,
  type TurnDraft,
  unkeptOf,
  withDraft,
} from "./at-hand.ts";
import { failTelling, hearTelling, tell } from "./telling.ts";

export interface TurnState {
  /** Null: nothing was shown yet. */
  readonly hand: AtHand | null;
  readonly phase:
    | { readonly kind: "resting" }
    /** One has said that one is done; what was dictated last is still to come. */
    | { readonly kind: "hearing out" }
    /** The last words are kept, then the pause or the end is told. */
    | { readonly kind: "leaving" }
    | { readonly kind: "telling" }
    /** The page is being asked what comes next. */
    | { readonly kind: "refreshing" };
  /** What went wrong; it stays until something else is done. "": nothing. */
  readonly problem: string;
  /** What the server has not said that it heard, by turn and kind: told twice under one id, it happened once. */
  readonly unheard: Readonly<Record<string, { readonly id: string; readonly isUnderWay: boolean }>>;
}

/** Something that happened, as the server is told. */
export interface Telling {
  readonly id: string;
  readonly turn: number;
  readonly kind: EventInput["kind"];
  readonly told: Partial<Pick<EventInput, "text" | "board" | "probe">>;
}

/** A sign of life, with what is new; `said` is null where nothing is. `after`: what follows. */
export interface Keeping {
  readonly turn: number;
  readonly said: TurnDraft | null;
  readonly after:
    | { readonly kind: "nothing" }
    /** Once it is heard, the page shows what the clock has made of it. */
    | { readonly kind: "refresh" }
    | { readonly kind: "leave"; readonly how: "paused" | "ended" }
    /** It was said too late to be an answer. */
    | { readonly kind: "fail"; readonly message: string };
}

/** "no" and "end" stand where one is asked whether all of it is to end. */
export type TurnPlace = "heading" | "answer" | "no" | "end";

export type TurnInput =
  /** Something is on the page: for the first time, or as a refresh asks it again. */
  | { readonly kind: "asked"; readonly asked: TurnAsked }
  | { readonly kind: "tick" }
  /** The page is looked at again; it is not any more, or is left. */
  | { readonly kind: "seen" }
  | { readonly kind: "hidden" }
  /** Words and segments that begin an answer; notes do not. */
  | { readonly kind: "wrote"; readonly text: string }
  | { readonly kind: "dictated"; readonly turn: number; readonly phrase: string }
  | { readonly kind: "arranged"; readonly board: NonNullable<TurnDraft["board"]> }
  | { readonly kind: "noted"; readonly text: string }
  /** `to`: where the focus goes; null: it stays. */
  | { readonly kind: "began"; readonly to: TurnPlace | null }
  | { readonly kind: "done" }
  /** All that was dictated to this turn is there. */
  | { readonly kind: "fell silent"; readonly turn: number }
  /** Who interviews somebody has heard enough, and chooses what is asked next; null: the next question. */
  | { readonly kind: "went on"; readonly probe: EventInput["probe"] }
  | { readonly kind: "skipped" | "repeated" | "paused" | "resumed" }
  | { readonly kind: "asked to end" | "stayed" | "ended" }
  | { readonly kind: "went to"; readonly place: TurnPlace }
  /** Something beside the turn went wrong. */
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "kept"; readonly keeping: Keeping; readonly answer: Reply }
  | { readonly kind: "heard"; readonly telling: Telling; readonly answer: Reply }
  | { readonly kind: "refreshed" };

export type TurnEffect =
  /** To be answered by "kept" and "heard". One after the other, since the last one wins. */
  | { readonly kind: "keep"; readonly keeping: Keeping }
  | { readonly kind: "tell"; readonly telling: Telling }
  | { readonly kind: "refresh" }
  /** To be answered by "fell silent". */
  | { readonly kind: "hear out"; readonly turn: number }
  | { readonly kind: "read aloud" }
  /** `isShown`: the page scrolls there. */
  | { readonly kind: "focus"; readonly place: TurnPlace; readonly isShown: boolean }
  | { readonly kind: "scroll to top" };

export interface TurnStep {
  readonly state: TurnState;
  readonly effects: readonly TurnEffect[];
}

const RESTING = { kind: "resting" } as const;
export const NOTHING_ASKED: TurnState = { hand: null, phase: RESTING, problem: "", unheard: {} };

/**
 * One thing that happens in the room: what it becomes, and what is to be done. Pure; `freshId` is taken where something
 * new is told. An input that makes no sense where things stand changes nothing. Throws only when an answer of the server
 * is heard that nobody waits for: a bug of the caller.
 */
export function stepTurn(state: TurnState, input: TurnInput, now: number, freshId: string): TurnStep {
  switch (input.kind) {
    case "asked":
      return lay(state, input.asked, now);
    case "tick":
      return tick(state, now);
    case "seen":
      return say(state, now);
    case "hidden":
      return flush(state);
    case "wrote":
      return then(write(state, { text: input.text }, now), (next) => begin(next, now, freshId));
    case "dictated":
      // A phrase may come late: it belongs to what was asked when it was spoken.
      if (input.turn !== state.hand?.asked.turn) return still(state);
      return then(dictate(state, input.phrase, now), (next) => begin(next, now, freshId));
    case "arranged":
      return then(write(state, { board: input.board }, now), (next) => begin(next, now, freshId));
    case "noted":
      return write(state, { text: input.text }, now);
    case "began":
      return then(begin(state, now, freshId), (next) => goTo(next, input.to));
    case "done":
      return hearOut(state);
    case "fell silent":
      return fallSilent(state, input.turn, freshId);
    case "went on":
      return goOn(state, input.probe, freshId);
    case "skipped":
      return isFree(state) ? end(state, "skipped", {}, freshId) : still(state);
    case "repeated":
      return repeat(state, freshId);
    case "paused":
      return inHand(state)?.asked.rules.mayPause ? leave(state, "paused") : still(state);
    case "resumed":
      return resume(state, freshId);
    case "asked to end":
      return askToEnd(state, true);
    case "stayed":
      return askToEnd(state, false);
    case "ended":
      return leave(state, "ended");
    case "went to":
      return goTo(state, input.place);
    case "failed":
      return still({ ...state, problem: input.message });
    case "kept":
      return hearKept(state, input.keeping, input.answer, freshId);
    case "heard":
      return hearTelling(state, input.telling, input.answer);
    case "refreshed":
      return still(state.phase.kind === "refreshing" ? { ...state, phase: RESTING } : state);
  }
}

/** What the page asks as it is in hand, or as it will be. */
export function turnOn(state: TurnState, asked: TurnAsked): TurnState & { readonly hand: AtHand } {
  const laid = lay(state, asked, state.hand?.seenAt ?? 0).state;
  return { ...laid, hand: laid.hand ?? newlyAsked(asked, 0) };
}

/** Something ends, or the page is being asked what comes next. */
export function isBusyTurn({ phase }: TurnState): boolean {
  return phase.kind !== "resting";
}

function still(state: TurnState): TurnStep {
  return { state, effects: [] };
}

function then(before: TurnStep, next: (state: TurnState) => TurnStep): TurnStep {
  const after = next(before.state);
  return { state: after.state, effects: [...before.effects, ...after.effects] };
}

/** Null also while the clock stands still: then there is nothing to look at. */
function inHand({ hand }: TurnState): AtHand | null {
  return hand === null || hand.asked.phase === "paused" ? null : hand;
}

/** One thing at a time: what is asked for meanwhile was meant for what was there before. */
function isFree(state: TurnState): boolean {
  return inHand(state) !== null && !isBusyTurn(state);
}

/** Its words go with the end, and are not kept besides, unless that fails. */
function isEnding({ hand, phase }: TurnState): boolean {
  return hand?.isEnded === true || phase.kind === "leaving" || phase.kind === "telling";
}

function lay(state: TurnState, asked: TurnAsked, now: number): TurnStep {
  const { hand, phase } = state;
  if (hand?.asked === asked) return still(state);
  if (hand !== null && isSameHand(hand.asked, asked)) {
    return still({ ...state, hand: askedAgain(hand, asked, now) });
  }
  // What is under way is still to be heard.
  const goesOn = phase.kind === "telling" || phase.kind === "leaving";
  const left = flush(state);
  const laid = { ...left.state, hand: newlyAsked(asked, now), phase: goesOn ? phase : RESTING };
  if (asked.phase === "paused") return { state: laid, effects: left.effects };
  // What comes after the first thing on the screen is announced.
  const announced: TurnEffect[] =
    hand === null ? [] : [{ kind: "focus", place: "heading", isShown: false }, { kind: "scroll to top" }];
  // Whoever comes back is there again at once.
  return then({ state: laid, effects: [...left.effects, ...announced] }, (next) => say(next, now));
}

function tick(state: TurnState, now: number): TurnStep {
  const hand = inHand(state);
  if (hand === null) return still(state);
  return then(noticeTime({ ...state, hand: { ...hand, seenAt: now } }), (next) => {
    if (isSignDue(hand, now)) return say(next, now);
    return isKeepingDue(hand, now) ? flush(next) : still(next);
  });
}

/** The last words go first, then the page shows that it is over. */
function noticeTime(state: TurnState): TurnStep {
  const hand = inHand(state);
  if (hand === null) return still(state);
  const isTimeUp = hand.asked.rules.end === "at once" && clockFace(hand).leftMs <= 0;
  const noticed = { ...state, hand: { ...hand, isTimeUp } };
  return isTimeUp && !hand.isTimeUp ? keep(noticed, draftOf(hand), { kind: "refresh" }) : still(noticed);
}

/** Says that somebody is here, with what is new. */
function say(state: TurnState, now: number): TurnStep {
  const hand = inHand(state);
  if (hand === null || isEnding(state)) return still(state);
  // The lid was closed: the page shows what the clock made of it.
  const wasAway = now - hand.aliveAt > AWAY_MS;
  const alive = { ...state, hand: { ...hand, aliveAt: now } };
  return keep(alive, unkeptOf(hand), { kind: wasAway ? "refresh" : "nothing" });
}

function flush(state: TurnState): TurnStep {
  const hand = inHand(state);
  const said = hand && unkeptOf(hand);
  return said === null || isEnding(state) ? still(state) : keep(state, said, { kind: "nothing" });
}

function keep(state: TurnState, said: TurnDraft | null, after: Keeping["after"]): TurnStep {
  const { hand } = state;
  if (hand === null) return still(state);
  const { turn } = hand.asked;
  return {
    state: { ...state, hand: keeping(hand, said) },
    effects: [{ kind: "keep", keeping: { turn, said, after } }],
  };
}

function hearKept(state: TurnState, kept: Keeping, answer: Reply, freshId: string): TurnStep {
  const { hand } = state;
  // Whatever the server thinks of it.
  const isHeard = answer.ok || answer.problem.reason !== null;
  const known = isHeard || hand === null ? state : { ...state, hand: notKept(hand, kept.said) };
  const { after } = kept;
  if (after.kind === "fail") return failTelling(known, after.message, true);
  const refreshes = (isHeard && after.kind === "refresh") || (isHeard && !answer.ok);
  const shown: TurnStep = { state: known, effects: refreshes ? [{ kind: "refresh" }] : [] };
  if (after.kind !== "leave") return shown;
  return then(shown, (next) => tell(telling(next), kept.turn, after.how, {}, freshId));
}

function write(state: TurnState, part: Partial<TurnDraft>, now: number): TurnStep {
  const hand = inHand(state);
  return still(hand === null ? state : { ...state, hand: withDraft(hand, part, now) });
}

function dictate(state: TurnState, phrase: string, now: number): TurnStep {
  const hand = inHand(state);
  if (hand === null) return still(state);
  const { text } = draftOf(hand);
  return write(state, { text: text === "" ? phrase : `${text} ${phrase}` }, now);
}

/** The first word is told to the server, but the screen does not wait for it. */
function begin(state: TurnState, now: number, freshId: string): TurnStep {
  const hand = inHand(state);
  if (hand === null || isAnswering(hand) || isBusyTurn(state)) return still(state);
  const begun = { ...state, hand: { ...hand, begunAt: now, seenAt: now } };
  return tell(begun, hand.asked.turn, "answering", {}, freshId);
}

function hearOut(state: TurnState): TurnStep {
  const hand = inHand(state);
  if (hand === null || !isFree(state) || !isAnswering(hand)) return still(state);
  return {
    state: { ...state, phase: { kind: "hearing out" } },
    effects: [{ kind: "hear out", turn: hand.asked.turn }],
  };
}

function fallSilent(state: TurnState, turn: number, freshId: string): TurnStep {
  const hand = inHand(state);
  if (state.phase.kind !== "hearing out" || hand?.asked.turn !== turn) return still(state);
  return end(state, "answered", draftOf(hand), freshId);
}

function goOn(state: TurnState, probe: EventInput["probe"], freshId: string): TurnStep {
  const hand = inHand(state);
  if (hand === null || !isFree(state)) return still(state);
  return end(state, "answered", { text: draftOf(hand).text, probe }, freshId);
}

function repeat(state: TurnState, freshId: string): TurnStep {
  const hand = inHand(state);
  if (hand === null || !isFree(state)) return still(state);
  const again: TurnEffect[] = [{ kind: "focus", place: "heading", isShown: true }, { kind: "read aloud" }];
  return then({ state, effects: again }, (next) => tell(next, hand.asked.turn, "repeated", {}, freshId));
}

/** What was typed last is kept before anything is told, for the pause or the end does not carry it. */
function leave(state: TurnState, how: "paused" | "ended"): TurnStep {
  const hand = inHand(state);
  if (hand === null || !isFree(state)) return still(state);
  return keep({ ...state, phase: { kind: "leaving" } }, draftOf(hand), { kind: "leave", how });
}

function resume(state: TurnState, freshId: string): TurnStep {
  if (state.hand?.asked.phase !== "paused" || isBusyTurn(state)) return still(state);
  return end(state, "resumed", {}, freshId);
}

function askToEnd(state: TurnState, isEndAsked: boolean): TurnStep {
  const hand = inHand(state);
  if (hand === null || hand.isEndAsked === isEndAsked) return still(state);
  // The button that was pressed is gone.
  return goTo({ ...state, hand: { ...hand, isEndAsked } }, isEndAsked ? "no" : "end");
}

function goTo(state: TurnState, place: TurnPlace | null): TurnStep {
  if (place === null || inHand(state) === null) return still(state);
  return { state, effects: [{ kind: "focus", place, isShown: place !== "heading" }] };
}

/** Tells something after which the page shows what comes next. */
function end(state: TurnState, kind: Telling["kind"], told: Telling["told"], freshId: string): TurnStep {
  const { hand } = state;
  return hand === null ? still(state) : tell(telling(state), hand.asked.turn, kind, told, freshId);
}

function telling(state: TurnState): TurnState {
  return { ...state, phase: { kind: "telling" } };
}
