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
export interface Asking {
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
  readonly next: Asking | null;
}

/** One thing that was asked, and what became of it. */
export interface CourseTurn {
  readonly asked: Asking;
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
  const fold = new Fold(events[0]?.at ?? standing.now, rules, limitMs, standing.draft);
  for (const event of events) fold.happens(event);
  return fold.until(standing);
}

const UNTOUCHED = { end: "open", text: "", board: null, thinkMs: 0, answerMs: 0, repeats: 0 } as const;

/** An interview while its events are folded; once it has ended, nothing more happens to it. */
class Fold {
  readonly #rules: ClockRules;
  readonly #limitMs: number;
  readonly #draft: CourseStanding["draft"];
  readonly #turns: CourseTurn[] = [];
  readonly #sum = { elapsedMs: 0, pausedMs: 0, awayMs: 0, pauses: 0 };
  #since: number;
  #isAnswering = false;
  #isPaused = false;
  #isAway = false;
  #endedAt: number | null = null;

  constructor(since: number, rules: ClockRules, limitMs: number, draft: CourseStanding["draft"]) {
    this.#since = since;
    this.#rules = rules;
    this.#limitMs = limitMs;
    this.#draft = draft;
  }

  happens(event: CourseEvent): void {
    this.#passUntil(event.at);
    if (this.#endedAt !== null) return;
    if (this.#since - event.at > SET_BACK_MS) this.#since = event.at;
    const { kind } = event;
    if (kind === "answering") this.#isAnswering = true;
    if (kind === "answered") this.#change({ end: "answered", text: event.text ?? "", board: event.board });
    if (kind === "skipped") this.#change({ end: "skipped" });
    if (kind === "repeated") this.#change({ repeats: (this.#turns.at(-1)?.repeats ?? 0) + 1 });
    if (kind === "paused") this.#sum.pauses++;
    if (kind === "paused" || kind === "resumed") this.#isPaused = kind === "paused";
    if (kind === "left" || kind === "returned") this.#isAway = kind === "left";
    if (event.next) {
      this.#turns.push({ asked: event.next, ...UNTOUCHED });
      this.#isAnswering = false;
    } else if (kind === "answered" || kind === "skipped" || kind === "ended") this.#end(this.#since);
  }

  /** As it stands when all events have happened. */
  until({ now, seenAt }: CourseStanding): Course {
    if (!this.#isPaused && now - seenAt > AWAY_MS) {
      this.#passUntil(seenAt);
      this.#isAway = true;
    }
    this.#passUntil(now);
    const open = this.#isPaused ? "paused" : this.#isAnswering ? "answering" : "asked";
    const endedAt = this.#endedAt;
    return { ...this.#sum, turns: this.#turns, endedAt, phase: endedAt === null ? open : "over" };
  }

  #passUntil(at: number): void {
    if (this.#endedAt !== null) return;
    const from = this.#since;
    const ms = Math.max(0, at - from);
    this.#since = Math.max(from, at);
    if (this.#isPaused) this.#sum.pausedMs += ms;
    else if (this.#isAway && !this.#rules.countsAbsence) this.#sum.awayMs += ms;
    else this.#count(ms, from);
  }

  /** Time on the clock of the interview, which may end it. */
  #count(ms: number, from: number): void {
    const isStrict = this.#rules.end === "at once";
    const counted = isStrict ? Math.min(ms, Math.max(0, this.#limitMs - this.#sum.elapsedMs)) : ms;
    if (this.#isAway) this.#sum.awayMs += counted;
    this.#sum.elapsedMs += counted;
    const turn = this.#turns.at(-1);
    if (turn?.end === "open") {
      this.#change(this.#isAnswering ? { answerMs: turn.answerMs + counted } : { thinkMs: turn.thinkMs + counted });
    }
    if (isStrict && this.#sum.elapsedMs >= this.#limitMs) this.#end(from + counted);
  }

  #end(at: number): void {
    this.#endedAt = at;
    if (this.#turns.at(-1)?.end === "open") this.#change({ end: "cut", ...this.#draft });
  }

  #change(part: Partial<CourseTurn>): void {
    const last = this.#turns.pop();
    if (last) this.#turns.push({ ...last, ...part });
  }
}
