/** How the cards stand now: counts of alike cards, and what they add up to. */

/**
 * Where a card stands: never answered, in its (re)learning steps, in review with an interval below 21 days, or of 21 and
 * more; a suspended one is only that.
 */
export const STANDINGS = ["new", "learning", "young", "mature", "suspended"] as const;
export type Standing = (typeof STANDINGS)[number];

/** Intervals and stabilities are sorted by days: below 1, 1, 2 and 3, 4 to 7 … The bin of a value is how many it reached. */
export const DAY_EDGES = [1, 2, 4, 8, 15, 21, 31, 61, 121, 241, 366] as const;
/** Chances of recall are sorted by the hundredth, and shown by the twentieth. */
export const RECALL_BINS = 100;
const RECALL_BARS = 20;

/** Cards that are alike in all of this. */
export interface AlikeCards {
  readonly topicId: string;
  readonly standing: Standing;
  /** Bins of `DAY_EDGES`. */
  readonly interval: number;
  readonly stability: number;
  /** The chance of recall now: 0 … `RECALL_BINS` - 1, the lowest first; of no meaning for new cards. */
  readonly recall: number;
  readonly cards: number;
}

/** How many cards fall into a bin that begins at `from` and ends before `to`; null: it is open. */
export interface Bin {
  readonly from: number | null;
  readonly to: number | null;
  readonly cards: number;
}

/** The intervals of cards in review, in days. */
export function intervals(alike: readonly AlikeCards[]): Bin[] {
  const inReview = alike.filter(({ standing }) => standing === "young" || standing === "mature");
  return dayBins(inReview, ({ interval }) => interval);
}

/** The stabilities of cards that were answered, in days. */
export function stabilities(alike: readonly AlikeCards[]): Bin[] {
  return dayBins(alike.filter(isAlive), ({ stability }) => stability);
}

/** The chances of recall now, 0 … 1, of cards that were answered. */
export function recalls(alike: readonly AlikeCards[]): Bin[] {
  const alive = alike.filter(isAlive);
  const barOf = ({ recall }: AlikeCards) => Math.floor((recall * RECALL_BARS) / RECALL_BINS);
  return Array.from({ length: RECALL_BARS }, (_, i) => ({
    from: i / RECALL_BARS,
    to: (i + 1) / RECALL_BARS,
    cards: countOf(alive.filter((row) => barOf(row) === i)),
  }));
}

export interface Mastery {
  readonly cards: Readonly<Record<Standing, number>>;
  /**
   * The mean chance of recall now, 0 … 1, of the cards that were answered and are not suspended, each taken for the
   * middle of its bin: right to half a hundredth. null: there are none.
   */
  readonly recall: number | null;
}

export function masteryOf(alike: readonly AlikeCards[]): Mastery {
  const counts = STANDINGS.map((one) => [one, countOf(alike.filter(({ standing }) => standing === one))]);
  const alive = alike.filter(isAlive);
  const sum = alive.reduce((total, { cards, recall }) => total + (cards * (recall + 0.5)) / RECALL_BINS, 0);
  return {
    cards: Object.fromEntries(counts) as Record<Standing, number>,
    recall: alive.length === 0 ? null : sum / countOf(alive),
  };
}

function dayBins(alike: readonly AlikeCards[], binOf: (row: AlikeCards) => number): Bin[] {
  return Array.from({ length: DAY_EDGES.length + 1 }, (_, i) => ({
    from: DAY_EDGES[i - 1] ?? null,
    to: DAY_EDGES[i] ?? null,
    cards: countOf(alike.filter((row) => binOf(row) === i)),
  }));
}

/** It was answered, and is asked again. */
function isAlive({ standing }: AlikeCards): boolean {
  return standing !== "new" && standing !== "suspended";
}

function countOf(alike: readonly AlikeCards[]): number {
  return alike.reduce((sum, { cards }) => sum + cards, 0);
}
