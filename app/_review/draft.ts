import type { Answer } from "#lib/quiz/draw.ts";

/** What the learner has done with a card before grading it. */
export interface Draft extends WrittenDraft {
  readonly revealed: boolean;
  readonly ticked: readonly string[];
  /** What was drafted before, and gave way to what was typed while the page was still loading; null: nothing. */
  readonly other: WrittenDraft | null;
}

export interface WrittenDraft {
  readonly notes: string;
  /** The answer to the card's exercise, part by part. */
  readonly answer: Answer;
}

/** What was done on the page before its scripts ran, which is told after the draft was found. */
export type EarlyEntry = "nothing" | "entered" | "typing";

export const EMPTY_DRAFT: Draft = { notes: "", revealed: false, ticked: [], answer: {}, other: null };

/** A draft as it was found, with room for what was entered early and goes over it. */
export function foundDraft(found: Draft, early: EarlyEntry): Draft {
  return early === "nothing" ? found : aside(found, early === "typing");
}

/** A stored draft that something may be written over: it is kept as well. Whoever is typing is not shown the answer. */
function aside(found: Draft, isTyping: boolean): Draft {
  const { notes, answer, other, revealed } = found;
  const all = [other?.notes, notes].filter(Boolean).join("\n\n");
  return { ...found, revealed: revealed && !isTyping, other: { notes: all, answer: { ...other?.answer, ...answer } } };
}

/** The other draft takes the place of this one, which is kept in its stead. */
export function swapped(draft: Draft): Draft {
  const { notes, answer, other } = draft;
  return other === null ? draft : { ...draft, ...other, other: { notes, answer } };
}

/** What the other draft holds and this one does not. */
export function missingIn({ notes, answer, other }: Draft): { readonly notes: string; readonly answers: boolean } {
  if (other === null) return { notes: "", answers: false };
  return {
    notes: notes.includes(other.notes.trim()) ? "" : other.notes,
    answers: Object.entries(other.answer).some(([part, given]) => given !== "" && answer[part] !== given),
  };
}

/** A draft as it was stored, perhaps by an older version or another hand: what is none of ours is left out. */
export function draftIn(stored: Partial<Draft>): Draft {
  return {
    ...writtenIn(stored),
    revealed: stored.revealed === true,
    ticked: Array.isArray(stored.ticked) ? stored.ticked.filter((id) => typeof id === "string") : [],
    other: stored.other ? writtenIn(stored.other) : null,
  };
}

function writtenIn({ notes, answer }: Partial<WrittenDraft>): WrittenDraft {
  return { notes: typeof notes === "string" ? notes : "", answer: answerOf(answer) };
}

function answerOf(stored: unknown): Answer {
  if (typeof stored !== "object" || stored === null) return {};
  return Object.fromEntries(Object.entries(stored).filter(([, given]) => typeof given === "string"));
}
