"use client";

import { useEffect, useState } from "react";
import type { Answer } from "#lib/quiz/draw.ts";

/** What the learner has done with a card before grading it. */
export interface Draft {
  readonly notes: string;
  readonly revealed: boolean;
  readonly ticked: readonly string[];
  /** The answer to the card's exercise, part by part. */
  readonly answer: Answer;
}

const EMPTY: Draft = { notes: "", revealed: false, ticked: [], answer: {} };

/** A draft that outlives reloads, kept in this browser under `key` until it is discarded; it begins with `start`. */
export function useDraft(
  key: string,
  start: Pick<Draft, "notes" | "ticked"> | null,
): [Draft, (change: Partial<Draft>) => void, () => void] {
  const [draft, setDraft] = useState<Draft>({ ...EMPTY, ...start });
  useEffect(() => setDraft((empty) => load(key) ?? empty), [key]);
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    attempt(() => sessionStorage.setItem(key, JSON.stringify(next)));
  };
  const discard = () => attempt(() => sessionStorage.removeItem(key));
  return [draft, change, discard];
}

function load(key: string): Draft | null {
  const stored = attempt(() => JSON.parse(sessionStorage.getItem(key) ?? "null") as Partial<Draft> | null);
  return (
    stored && {
      notes: typeof stored.notes === "string" ? stored.notes : "",
      revealed: stored.revealed === true,
      ticked: Array.isArray(stored.ticked) ? stored.ticked.filter((id) => typeof id === "string") : [],
      answer: answerOf(stored.answer),
    }
  );
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
