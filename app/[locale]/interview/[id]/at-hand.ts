/** What is at hand in an interview, as the screen holds it: what is asked, what was said to it here, and its clock. */

import { ALIVE_EVERY_MS, DRAFT_AFTER_MS } from "#lib/interview/limits.ts";
import type { ClockRules } from "#lib/interview/wishes.ts";
import type { Answer as Arranged } from "#lib/quiz/draw.ts";
import { NOTES_MAX } from "#lib/review/limits.ts";

/** What is said to what is at hand; `board`: how the segments lie, null: there is no whiteboard. */
export interface TurnDraft {
  readonly text: string;
  readonly board: Arranged | null;
}

/** What is asked, as the page was sent. A refresh sends the same again, with another clock. */
export interface TurnAsked {
  /** Its place among all that was asked. */
  readonly turn: number;
  readonly phase: "asked" | "answering" | "paused";
  readonly rules: ClockRules;
  readonly limitMs: number;
  readonly elapsedMs: number;
  readonly thinkMs: number;
  readonly answerMs: number;
  /** What the server has of what is being said to it. */
  readonly draft: TurnDraft;
}

/** Times are milliseconds by the wall: a closed lid is time as well. */
export interface AtHand {
  readonly asked: TurnAsked;
  /** When it came from the server: its clock goes on from there, until `seenAt`. */
  readonly cameAt: number;
  readonly seenAt: number;
  /** When the first word was said here; null: none was. */
  readonly begunAt: number | null;
  /** What was said here; null: nothing, and another window may hold more. */
  readonly typed: TurnDraft | null;
  /** The last of it that the server has, or is being told. */
  readonly kept: TurnDraft | null;
  /** Since when it has not been told something; null: it was told everything. */
  readonly unkeptSince: number | null;
  /** When it was told last that somebody is here. */
  readonly aliveAt: number;
  /** How many characters did not fit the last time. */
  readonly over: number;
  /** That the time is up was noticed. */
  readonly isTimeUp: boolean;
  /** It was ended, and stays on the screen until the next thing comes. */
  readonly isEnded: boolean;
  /** One was asked whether all of it is to end. */
  readonly isEndAsked: boolean;
}

/** As it comes: nothing was said to it here. */
export function newlyAsked(asked: TurnAsked, now: number): AtHand {
  return {
    ...{ asked, cameAt: now, seenAt: now, aliveAt: now, begunAt: null, typed: null, kept: null, unkeptSince: null },
    ...{ over: 0, isTimeUp: false, isEnded: false, isEndAsked: false },
  };
}

/** The same thing asked again: what was said stays, and the clock goes on from what the server says now. */
export function askedAgain(hand: AtHand, asked: TurnAsked, now: number): AtHand {
  const { phase, elapsedMs } = hand.asked;
  if (phase === asked.phase && elapsedMs === asked.elapsedMs) return { ...hand, asked };
  // What has passed before is in the server's numbers.
  return { ...hand, asked, cameAt: now, seenAt: now, begunAt: hand.begunAt === null ? null : now };
}

/** Whether it is the same thing, and the same visit to it: a pause hides what was asked. */
export function isSameHand(one: TurnAsked, other: TurnAsked): boolean {
  return one.turn === other.turn && (one.phase === "paused") === (other.phase === "paused");
}

/** What is said to it, whoever typed it. */
export function draftOf({ typed, asked }: AtHand): TurnDraft {
  return typed ?? asked.draft;
}

export function isAnswering({ asked, begunAt }: AtHand): boolean {
  return asked.phase === "answering" || begunAt !== null;
}

/** What more is said, as much of it as fits. */
export function withDraft(hand: AtHand, part: Partial<TurnDraft>, now: number): AtHand {
  const before = draftOf(hand);
  const { text, board } = { ...before, ...part };
  const over = Math.max(0, text.length - NOTES_MAX);
  const typed = { text: text.slice(0, NOTES_MAX), board };
  if (hand.typed !== null && typed.text === before.text && typed.board === before.board) return { ...hand, over };
  return { ...hand, typed, over, unkeptSince: hand.unkeptSince ?? now };
}

/** What the server was not told yet; null: nothing. */
export function unkeptOf({ typed, kept }: AtHand): TurnDraft | null {
  return typed === kept ? null : typed;
}

/** The server is being told this; null: nothing new. */
export function keeping(hand: AtHand, said: TurnDraft | null): AtHand {
  return said === null ? hand : { ...hand, kept: said, unkeptSince: null };
}

/** The server did not get this. */
export function notKept(hand: AtHand, said: TurnDraft | null): AtHand {
  return said !== null && hand.kept === said ? { ...hand, kept: null } : hand;
}

export function isSignDue({ aliveAt }: AtHand, now: number): boolean {
  return isOver(aliveAt, now, ALIVE_EVERY_MS);
}

export function isKeepingDue({ unkeptSince }: AtHand, now: number): boolean {
  return unkeptSince !== null && isOver(unkeptSince, now, DRAFT_AFTER_MS);
}

/** A clock that was set back says nothing about how much time has passed: then it is time, too. */
function isOver(since: number, now: number, ms: number): boolean {
  return Math.abs(now - since) >= ms;
}

/** What the clock shows. */
export function clockFace(hand: AtHand) {
  const { asked, cameAt, seenAt, begunAt } = hand;
  const passedMs = Math.max(0, seenAt - cameAt);
  const begun = isAnswering(hand);
  const thoughtMs = begun ? Math.max(0, (begunAt ?? cameAt) - cameAt) : passedMs;
  const leftMs = asked.limitMs - asked.elapsedMs - passedMs;
  return {
    leftMs,
    thinkMs: asked.thinkMs + thoughtMs,
    answerMs: asked.answerMs + Math.max(0, passedMs - thoughtMs),
    isAnswering: begun,
    /** The time is up, and this is the last answer. */
    isLast: leftMs <= 0 && asked.rules.end === "after the answer",
  };
}
