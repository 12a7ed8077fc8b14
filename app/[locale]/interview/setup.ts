/**
 * How an interview is set up: what is wished for, under which id it is asked for, and what came of that.
 *
 * It knows no page and no network, and mints no ids: what is to be done there it names as effects.
 */

import type { Language } from "#lib/i18n/languages.ts";
import type { Wishes } from "#lib/interview/wishes.ts";

export interface Setup {
  readonly wishes: Wishes;
  /** The language that an address need not tell. */
  readonly usual: Language;
  /** What these wishes were sent under; null: they were not. */
  readonly id: string | null;
  readonly phase:
    | { readonly kind: "choosing" }
    | { readonly kind: "sending"; readonly id: string; readonly language: Language }
    /** The interview is there, and its page is on its way. */
    | { readonly kind: "leaving" };
  readonly problem: SetupProblem | null;
}

/** Why nothing begins: no topic is chosen, or a sentence in the page's language. */
export type SetupProblem = { readonly kind: "no topics" } | { readonly kind: "said"; readonly message: string };

/** What it is about: everything, weak spots more often, or some topics only. */
export const ABOUT = ["all", "weak", "some"] as const;
export type SetupAbout = (typeof ABOUT)[number];

export type SetupInput =
  | { readonly kind: "wished"; readonly part: Partial<Wishes> }
  | { readonly kind: "about"; readonly about: SetupAbout }
  | { readonly kind: "topic"; readonly id: string; readonly isChosen: boolean }
  /** To begin; `minted`: the id for it, unless the same was asked for before. */
  | { readonly kind: "started"; readonly minted: string }
  /** `message`: why not; null: the interview is there. */
  | { readonly kind: "heard"; readonly message: string | null };

export type SetupEffect =
  | { readonly kind: "show address"; readonly address: string }
  /** To be answered by "heard". */
  | { readonly kind: "put"; readonly id: string; readonly wishes: Wishes }
  | { readonly kind: "go to"; readonly id: string; readonly language: Language };

export interface SetupStep {
  readonly state: Setup;
  readonly effects: readonly SetupEffect[];
}

/** Nothing is asked for yet. */
export function beginSetup(chosen: Wishes): Setup {
  return { wishes: chosen, usual: chosen.language, id: null, phase: { kind: "choosing" }, problem: null };
}

/**
 * What becomes of it. An input that makes no sense changes nothing. Throws only when an answer is heard that nobody waits
 * for: a bug of the caller.
 */
export function setUp(setup: Setup, input: SetupInput): SetupStep {
  switch (input.kind) {
    case "wished":
      return wish(setup, input.part);
    case "about":
      return wish(setup, wishesAbout(setup, input.about));
    case "topic":
      return wish(setup, withTopic(setup, input.id, input.isChosen));
    case "started":
      return start(setup, input.minted);
    case "heard":
      return hear(setup, input.message);
  }
}

export function isStarting({ phase }: Setup): boolean {
  return phase.kind !== "choosing";
}

export function aboutIn({ topics, weakSpots }: Wishes): SetupAbout {
  if (topics !== null) return "some";
  return weakSpots ? "weak" : "all";
}

/** Other wishes are another interview. The address follows them, so that a bookmark brings them back. */
function wish(setup: Setup, part: Partial<Wishes>): SetupStep {
  const wishes = { ...setup.wishes, ...part };
  return {
    state: { ...setup, wishes, id: null, problem: null },
    effects: [{ kind: "show address", address: addressOf(wishes, setup.usual) }],
  };
}

function wishesAbout({ wishes }: Setup, about: SetupAbout): Partial<Wishes> {
  return { weakSpots: about === "weak", topics: about === "some" ? (wishes.topics ?? []) : null };
}

function withTopic({ wishes }: Setup, id: string, isChosen: boolean): Partial<Wishes> {
  const others = (wishes.topics ?? []).filter((other) => other !== id);
  return { topics: isChosen ? [...others, id] : others };
}

/** A reply may be lost: tried again, it is the same interview. */
function start(setup: Setup, minted: string): SetupStep {
  if (isStarting(setup)) return { state: setup, effects: [] };
  const { wishes } = setup;
  if (wishes.topics?.length === 0) return { state: { ...setup, problem: { kind: "no topics" } }, effects: [] };
  const id = setup.id ?? minted;
  return {
    state: { ...setup, id, phase: { kind: "sending", id, language: wishes.language } },
    effects: [{ kind: "put", id, wishes }],
  };
}

/** What was asked for is what begins, whatever was wished for meanwhile. */
function hear(setup: Setup, message: string | null): SetupStep {
  if (setup.phase.kind !== "sending") throw new Error("an answer is heard, but no interview was asked for");
  const { id, language } = setup.phase;
  if (message === null) {
    return { state: { ...setup, phase: { kind: "leaving" } }, effects: [{ kind: "go to", id, language }] };
  }
  return { state: { ...setup, phase: { kind: "choosing" }, problem: { kind: "said", message } }, effects: [] };
}

function addressOf({ minutes, level, topics, weakSpots, clock, mode, language }: Wishes, usual: Language): string {
  const query = new URLSearchParams({ minutes: String(minutes), level, clock, mode });
  if (topics) query.set("topics", topics.join(","));
  if (language !== usual) query.set("language", language);
  if (weakSpots) query.set("about", "weak");
  return `?${query}`;
}
