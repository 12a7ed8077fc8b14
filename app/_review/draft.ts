"use client";

import { useLayoutEffect, useState } from "react";
import { isInputEarly } from "#app/_ui/early.ts";
import type { Answer } from "#lib/quiz/draw.ts";

/** What the learner has done with a card before grading it. */
export interface Draft extends Written {
  readonly revealed: boolean;
  readonly ticked: readonly string[];
  /** What was drafted before, and gave way to what was typed while the page was still loading; null: nothing. */
  readonly other: Written | null;
}

interface Written {
  readonly notes: string;
  /** The answer to the card's exercise, part by part. */
  readonly answer: Answer;
}

const EMPTY: Draft = { notes: "", revealed: false, ticked: [], answer: {}, other: null };

/** A draft that outlives reloads, kept in this browser under `key` until it is discarded; it begins with `start`. */
export function useDraft(
  key: string,
  start: Pick<Draft, "notes" | "ticked"> | null,
): [Draft, (change: Partial<Draft>) => void, () => void] {
  const [draft, setDraft] = useState<Draft>({ ...EMPTY, ...start });
  // Before what was entered early is told, which then goes over it.
  useLayoutEffect(() => {
    const stored = load(key);
    if (stored !== null) setDraft(isInputEarly() ? aside(stored) : stored);
  }, [key]);
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    attempt(() => sessionStorage.setItem(key, JSON.stringify(next)));
  };
  const discard = () => attempt(() => sessionStorage.removeItem(key));
  return [draft, change, discard];
}

/** A stored draft that something may be written over: it is kept as well. Whoever is typing is not shown the answer. */
function aside(stored: Draft): Draft {
  const { notes, answer, other, revealed } = stored;
  const all = [other?.notes, notes].filter(Boolean).join("\n\n");
  const isTyping = document.activeElement?.matches("textarea, input[type=text]") ?? false;
  return { ...stored, revealed: revealed && !isTyping, other: { notes: all, answer: { ...other?.answer, ...answer } } };
}

/** What the other draft holds and this one does not. */
export function missingIn({ notes, answer, other }: Draft): { readonly notes: string; readonly answers: boolean } {
  if (other === null) return { notes: "", answers: false };
  return {
    notes: notes.includes(other.notes.trim()) ? "" : other.notes,
    answers: Object.entries(other.answer).some(([part, given]) => given !== "" && answer[part] !== given),
  };
}

function load(key: string): Draft | null {
  const stored = attempt(() => JSON.parse(sessionStorage.getItem(key) ?? "null") as Partial<Draft> | null);
  return (
    stored && {
      ...writtenIn(stored),
      revealed: stored.revealed === true,
      ticked: Array.isArray(stored.ticked) ? stored.ticked.filter((id) => typeof id === "string") : [],
      other: stored.other ? writtenIn(stored.other) : null,
    }
  );
}

function writtenIn({ notes, answer }: Partial<Written>): Written {
  return { notes: typeof notes === "string" ? notes : "", answer: answerOf(answer) };
}

function answerOf(stored: unknown): Answer {
  if (typeof stored !== "object" || stored === null) return {};
  return Object.fromEntries(Object.entries(stored).filter(([, given]) => typeof given === "string"));
}

/** A browser may forbid storage, or have none left; reviewing goes on without it. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
