import type { Answer } from "#lib/quiz/draw.ts";
import type { Probe } from "./follow-up.ts";
import { AWAY_MS } from "./limits.ts";
import type { ClockRules } from "./wishes.ts";

export const EVENT_KINDS = [
  "begun",
  "answering",
  "answered",
  "skipped",
  "repeated",
  "paused",
  "resumed",
  "left",
  "returned",
  "ended",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** What is asked: a question of the plan by its place, and what about it; null: the question itself. */
export interface AskedQuestion {
  readonly question: number;
  readonly probe: Probe | null;
}

export interface CourseEvent {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: EventKind;
  /** Of an answer: what was typed, "" where it was spoken. */
  readonly text: string | null;
  readonly board: Answer | null;
  /** What was asked then; null after an answer: nothing more. */
  readonly next: AskedQuestion | null;
}

/** One thing that was asked, and what became of it. */
export interface CourseTurn {
  readonly asked: AskedQuestion;
  /** Cut: the interview ended before the answer did. */
  readonly end: "open" | "answered" | "skipped" | "cut";
  readonly text: string;
  readonly board: Answer | null;
  /** On the clock: from the question to the first word, and from there to the end of the answer. */
  readonly thinkMs: number;
  readonly answerMs: number;
  readonly repeats: number;
}

export interface Course {
  readonly phase: "asked" | "answering" | "paused" | "over";
  readonly turns: readonly CourseTurn[];
  /** What the clock shows. */
  readonly elapsedMs: number;
  readonly pausedMs: number;
  readonly pauses: number;
  /** Time without a sign of life; whether it is part of `elapsedMs` is up to the rules. */
  readonly awayMs: number;
  /** Milliseconds since 1970; null: it goes on. */
  readonly endedAt: number | null;
}

const SET_BACK_MS = 5 * 60_000;

/** Where an interview stands that nobody has ended. */
export interface CourseStanding {
  readonly now: number;
  /** The last sign of life. */
  readonly seenAt: number;
  /** What was said so far to the thing at hand. */
  readonly draft: { readonly text: string; readonly board: Answer | null };
}

/**
 * An interview as it went: the fold of its events, so that a reload, a crash or a closed lid loses nothing. Time without a
 * sign of life is told apart, and counts if the rules say so. A clock that was set back a little stands still until it
 * is there again; one that was set back further goes on from there.
 */
export function courseOf(
  events: readonly CourseEvent[],
  rules: ClockRules,
  limitMs: number,
  standing: CourseStanding,
): Course {
  const turns: CourseTurn[] = [];
  const sum = { elapsedMs: 0, pausedMs: 0, awayMs: 0, pauses: 0 };
  let since = events[0]?.at ?? standing.now;
  let isAnswering = false;
  let isPaused = false;
  let isAway = false;
  let endedAt: number | null = null;

  const change = (part: Partial<CourseTurn>) => {
    const last = turns.pop();
    if (last) turns.push({ ...last, ...part });
  };
  const end = (at: number) => {
    endedAt = at;
    if (turns.at(-1)?.end === "open") change({ end: "cut", ...standing.draft });
  };
  const passUntil = (at: number) => {
    const ms = Math.max(0, at - since);
    const from = since;
    since = Math.max(since, at);
    if (isPaused) {
      sum.pausedMs += ms;
      return;
    }
    if (isAway && !rules.countsAbsence) {
      sum.awayMs += ms;
      return;
    }
    const left = rules.end === "at once" ? Math.max(0, limitMs - sum.elapsedMs) : ms;
    const counted = Math.min(ms, left);
    if (isAway) sum.awayMs += counted;
    sum.elapsedMs += counted;
    const turn = turns.at(-1);
    if (turn?.end === "open") {
      change(isAnswering ? { answerMs: turn.answerMs + counted } : { thinkMs: turn.thinkMs + counted });
    }
    if (rules.end === "at once" && sum.elapsedMs >= limitMs) end(from + counted);
  };

  for (const event of events) {
    if (endedAt === null) passUntil(event.at);
    if (endedAt !== null) break;
    if (since - event.at > SET_BACK_MS) since = event.at;
    const { kind } = event;
    if (kind === "answering") isAnswering = true;
    if (kind === "answered") change({ end: "answered", text: event.text ?? "", board: event.board });
    if (kind === "skipped") change({ end: "skipped" });
    if (kind === "repeated") change({ repeats: (turns.at(-1)?.repeats ?? 0) + 1 });
    if (kind === "paused") sum.pauses++;
    if (kind === "paused" || kind === "resumed") isPaused = kind === "paused";
    if (kind === "left" || kind === "returned") isAway = kind === "left";
    if (event.next) {
      const untouched = { end: "open", text: "", board: null, thinkMs: 0, answerMs: 0, repeats: 0 } as const;
      turns.push({ asked: event.next, ...untouched });
      isAnswering = false;
    } else if (kind === "answered" || kind === "skipped" || kind === "ended") end(since);
  }
  if (endedAt === null) {
    if (!isPaused && standing.now - standing.seenAt > AWAY_MS) {
      passUntil(standing.seenAt);
      isAway = true;
    }
    if (endedAt === null) passUntil(standing.now);
  }
  const open = isPaused ? "paused" : isAnswering ? "answering" : "asked";
  return { ...sum, turns, endedAt, phase: endedAt === null ? open : "over" };
}
