import type { ProfileName } from "#lib/tcp/profile.ts";
import type { SegmentKind } from "#lib/tcp/segment.ts";
import type { Rule } from "#lib/tcp/world/scenario.ts";

/**
 * How a card asks beyond "say it in your own words". All but "choice" are asked about the film of the card's own
 * scenario, and the simulator knows the answer; with `vary` that scenario is drawn anew at each review.
 */
export type Exercise =
  /** One right option, or several; their texts stand in the card's Markdown, in the order of `options`. */
  | { readonly kind: "choice"; readonly options: readonly string[]; readonly right: readonly string[] }
  /** Put the segments into the order in which they are sent. */
  | { readonly kind: "order"; readonly vary?: Vary }
  /** Fill in what is missing in the table of segments. */
  | { readonly kind: "fill"; readonly blanks: readonly Blank[]; readonly vary?: Vary }
  /** The film stands still: what does the host do when this arrives, or when does its silence end? */
  | { readonly kind: "predict"; readonly before: Moment; readonly vary?: Vary }
  /** One cell of the table of segments is wrong: which row is it? */
  | { readonly kind: "spot"; readonly fields: readonly SpotField[]; readonly vary?: Vary };

export type ExerciseKind = Exercise["kind"];

/** What holds for a whole kind: a new one is a new line here, and the compiler names what else it needs. */
export const EXERCISE_KINDS: Readonly<Record<ExerciseKind, KindTraits>> = {
  choice: { needsEyes: true, isDrawn: "never" },
  order: { needsEyes: true, isDrawn: "with vary" },
  fill: { needsEyes: false, isDrawn: "with vary" },
  predict: { needsEyes: false, isDrawn: "with vary" },
  spot: { needsEyes: true, isDrawn: "always" },
};

interface KindTraits {
  /** Its question speaks of options, or of a table, that nobody sees in an interview. */
  readonly needsEyes: boolean;
  /** Whether something of it comes out of a seed. */
  readonly isDrawn: "never" | "with vary" | "always";
}

/** A segment: the nth of its kind that the host sends; or that is forged or old, and only claims to come from it. */
export interface Which {
  readonly from: string;
  readonly of: SegmentKind | "any";
  readonly nth: number;
  readonly ghost?: true;
}

export const BLANK_FIELDS = ["flags", "seq", "ack", "len"] as const;
export type BlankField = (typeof BLANK_FIELDS)[number];

export interface Blank {
  readonly segment: Which;
  readonly fields?: readonly BlankField[];
  /** The state of these hosts is asked too: the sender's once it has sent the segment, the receiver's once it has arrived. */
  readonly states?: readonly string[];
}

export type Moment =
  | { readonly arrival: Which }
  /** The nth time that a timer of the host runs out and something is sent. */
  | { readonly timeout: string; readonly nth: number };

export const SPOT_FIELDS = ["flags", "seq", "ack"] as const;
export type SpotField = (typeof SPOT_FIELDS)[number];

/** What is drawn: the film must tell the same story whatever comes out. */
export interface Vary {
  /** Both initial sequence numbers: four digits, or so near to 2^32 that the numbers pass 0. */
  readonly iss?: "small" | "near-top";
  /** The way from host to host, in milliseconds: a multiple of 5 between these. */
  readonly delayMs?: readonly [number, number];
  /** The length of each text that is sent, in bytes. */
  readonly len?: readonly [number, number];
  /** What befalls the segments: one of these takes the place of the scenario's rules. */
  readonly rules?: readonly (readonly Rule[])[];
  readonly profile?: readonly ProfileName[];
}

/** Whether no two reviews are the same: something of the question comes out of a seed. */
export function isDrawn(exercise: Exercise): boolean {
  const { isDrawn: when } = EXERCISE_KINDS[exercise.kind];
  return when === "always" || (when === "with vary" && "vary" in exercise && exercise.vary !== undefined);
}
