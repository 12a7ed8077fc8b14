/** What an interviewer can go after. */
export interface Askable {
  /** Ids of the key points. */
  readonly keyPoints: readonly string[];
  /** The card's follow-ups; `probes`: the key point that one goes after; null: it is the harder question. */
  readonly followUps: readonly {
    readonly probes: string | null;
    /** It is a question of this interview already. */
    readonly isTaken: boolean;
  }[];
  readonly hasBoard: boolean;
}

/** What was heard in the answers to a question so far. */
export interface Heard {
  /** Ids. */
  readonly keyPoints: ReadonlySet<string>;
  /** Indexes of the usual wrong answers that were given. */
  readonly mistakes: ReadonlySet<number>;
}

/** What is asked next about the same question. */
export type Probe =
  /** Is one sure of this usual mistake? */
  | { readonly kind: "sure"; readonly mistake: number }
  /** A follow-up of the card, by its place. */
  | { readonly kind: "follow-up"; readonly index: number }
  /** Is there anything to add? */
  | { readonly kind: "more" }
  /** The segments are put into order. */
  | { readonly kind: "board" };

/** Nobody is pressed more about one question, whiteboard aside. */
export const PROBES_MAX = 2;

/**
 * The next thing an interviewer would ask. Where a usual wrong answer was heard: is one sure? Where a key point was not
 * said: the follow-up that goes after it, or whether there is anything to add. Where all was said: the harder question.
 * Then the whiteboard. Nothing is asked twice. `heard` is null for an answer that left no text: it was spoken, and nobody
 * can tell what was in it. null: on to the next question.
 */
export function nextProbe(card: Askable, heard: Heard | null, asked: readonly Probe[]): Probe | null {
  const isOpen = (probe: Probe) => !asked.some((other) => isSameProbe(other, probe));
  const spoken = asked.filter(({ kind }) => kind !== "board").length;
  const mayPress = spoken < (card.hasBoard || heard === null ? 1 : PROBES_MAX);
  const pressing = mayPress ? (heard === null ? blindProbes(card) : probesFor(card, heard)) : [];
  const board: Probe[] = card.hasBoard ? [{ kind: "board" }] : [];
  return [...pressing, ...board].find(isOpen) ?? null;
}

/** All that could be asked after what was heard, the most urgent first. */
function probesFor(card: Askable, heard: Heard): Probe[] {
  const doubts = [...heard.mistakes].sort((a, b) => a - b).map((mistake): Probe => ({ kind: "sure", mistake }));
  const unsaid = card.keyPoints.filter((id) => !heard.keyPoints.has(id));
  if (unsaid.length === 0) return [...doubts, ...followUps(card, (probes) => probes === null)];
  const towards = unsaid.flatMap((id) => followUps(card, (probes) => probes === id));
  return [...doubts, ...towards, { kind: "more" }];
}

function blindProbes(card: Askable): Probe[] {
  return followUps(card, () => true);
}

function followUps(card: Askable, isWanted: (probes: string | null) => boolean): Probe[] {
  return card.followUps.flatMap(({ probes, isTaken }, index): Probe[] =>
    isWanted(probes) && !isTaken ? [{ kind: "follow-up", index }] : [],
  );
}

function isSameProbe(one: Probe, other: Probe): boolean {
  return JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());
}
