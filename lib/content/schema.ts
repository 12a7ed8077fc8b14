import { z } from "zod";
import type { Language } from "#lib/i18n/languages.ts";
import type { Promised } from "#lib/tcp/world/promise.ts";
import type { Scenario } from "#lib/tcp/world/scenario.ts";
import { exercise } from "./exercise.ts";
import { CARD_LEVELS } from "./levels.ts";
import { promised, scenario, scenarioDifferences, type WrittenScenario, writtenScenario } from "./scenario.ts";

export type { Scenario };

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "a slug: small letters, digits, hyphens");
export const cardId = z
  .string()
  .max(160)
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, "topic/slug");

/** content/<topic>/topic.ts */
export const topicSpec = z.strictObject({
  order: z.int(),
  title: z.strictObject({ en: z.string().min(1), zh: z.string().min(1) }),
});
export type TopicSpec = z.infer<typeof topicSpec>;

export const source = z.strictObject({ label: z.string().min(1), url: z.url({ protocol: /^https$/ }).optional() });

const shows = z.array(promised).min(1);

function inBothLanguages(max: number) {
  return z.strictObject({ en: z.string().min(1).max(max), zh: z.string().min(1).max(max) });
}

/** The same story without the condition that decides it: what that changes, in a few words, and how. */
const withoutIt = z.strictObject({ label: inBothLanguages(120), change: scenarioDifferences });

/** As it is stored: both scenarios are whole. */
export const simulation = z.strictObject({
  scenario,
  shows,
  contrast: z.strictObject({ label: inBothLanguages(120), scenario }),
});
export type Simulation = z.infer<typeof simulation>;

export const GALLERY_GROUPS = ["opening", "listening", "closing", "time-wait", "resets"] as const;

/** content/scenarios/<slug>.ts: a scenario that cards, claims and the lab share by its name. */
export const galleryEntry = z.strictObject({
  /** The place within its group. */
  order: z.int(),
  group: z.enum(GALLERY_GROUPS),
  title: inBothLanguages(200),
  /** One sentence: what to watch for. */
  summary: inBothLanguages(200),
  /** Whole, or like another of the gallery. */
  scenario: writtenScenario,
  shows,
  /** The recorded connection of a real kernel that tells the same story, by its name in lib/conformance/data/traces. */
  trace: slug.optional(),
});
export type GalleryEntry = z.input<typeof galleryEntry>;

/** Where in the notes. */
const place = z.strictObject({ note: z.string().regex(/^00\d$/), heading: z.string().min(1) });

/** content/<topic>/<slug>/card.ts: everything about a card that is not prose. */
export const cardSpec = z.strictObject({
  /** The place among the cards of its topic. */
  order: z.int(),
  level: z.enum(CARD_LEVELS),
  /** Ids of the key points, in the order of the list in each text: 3 to 6. */
  keyPoints: z.array(slug).min(3).max(6),
  /** Left out: the question is answered in one's own words. */
  exercise: exercise.optional(),
  /**
   * A scenario of the gallery with this card's changes, or one of its own; what its film must show, left out: what is
   * promised of the gallery's, where nothing is changed; and the contrast: without the decisive condition, these promises
   * hold, which the card's own film breaks.
   */
  simulation: z.strictObject({
    scenario: writtenScenario,
    shows: shows.optional(),
    contrast: z.strictObject({ ...withoutIt.shape, shows }),
  }),
  /** Cards that are better learned before this one. */
  requires: z.array(cardId).optional(),
  /**
   * What an interviewer asks next: another card, or a question of the list in each text, in its order. `probes` is the key
   * point that it goes after when it was not said; without it, it is asked when all was said.
   */
  followUps: z
    .array(
      z.union([
        z.strictObject({ card: cardId, probes: slug.optional() }),
        z.strictObject({ own: slug, probes: slug.optional() }),
      ]),
    )
    .min(2)
    .max(4),
  sources: z.array(source).min(1),
  /** Which interview notes the card comes from: their questions (Q…), claims (A…), and where in the notes. */
  provenance: z.strictObject({
    questions: z.array(z.string().regex(/^Q\d+$/)),
    claims: z.array(z.string().regex(/^A\d+$/)),
    notes: z.array(place),
  }),
});
export type CardSpec = z.input<typeof cardSpec>;

/** content/<topic>/<slug>/<language>.md, taken apart. */
export const cardText = z.strictObject({
  question: z.string().min(1),
  /** The question as it is said in an interview, where nothing can be chosen or seen; "": as it is written. */
  spoken: z.string(),
  short: z.string().min(1),
  full: z.string().min(1),
  keyPoints: z.array(z.string().min(1)),
  mistakes: z.array(z.string().min(1)),
  simulation: z.string().min(1),
  /** Of a choice: each option, and why it is right or wrong. */
  choices: z.array(z.strictObject({ text: z.string().min(1), why: z.string().min(1) })),
  /** The follow-up questions that are not cards, with a short answer. */
  followUps: z.array(z.strictObject({ question: z.string().min(1), answer: z.string().min(1) })),
  /** Commands for a Linux machine, and what one sees. */
  tryIt: z.string().min(1),
});
export type CardText = z.infer<typeof cardText>;

/** A card as it is read from its folder. */
export interface Card {
  readonly id: string;
  readonly topicId: string;
  readonly spec: Omit<z.infer<typeof cardSpec>, "simulation"> & { readonly simulation: Simulation };
  /** What holds in the contrast, and not in the card's own film. */
  readonly contrastShows: readonly Promised[];
  /** Its scenario as card.ts says it. */
  readonly written: WrittenScenario;
  readonly texts: Readonly<Record<Language, CardText>>;
}

export interface Topic {
  readonly id: string;
  readonly spec: TopicSpec;
}

/** A segment that a real kernel sent: when, in seconds, and with numbers relative to the initial ones. */
export const recordedSegment = z.object({
  t: z.number(),
  from: z.enum(["client", "server"]),
  flags: z.array(z.string()),
  seq: z.number(),
  ack: z.number().nullable(),
  len: z.number(),
  dropped: z.boolean(),
});
export type RecordedSegment = z.infer<typeof recordedSegment>;

/** A scenario as it is read from its file, with the recording it names. */
export interface Exhibit {
  readonly id: string;
  readonly spec: Omit<z.infer<typeof galleryEntry>, "scenario"> & { readonly scenario: z.infer<typeof scenario> };
  /** Its scenario as the file says it. */
  readonly written: WrittenScenario;
  readonly recorded: readonly RecordedSegment[] | null;
}

export const VERDICTS = ["correct", "imprecise", "outdated", "wrong"] as const;
export type ClaimVerdict = (typeof VERDICTS)[number];

/** content/claims/<id>.ts: something that the notes say, and what holds. */
export const claimSpec = z.strictObject({
  verdict: z.enum(VERDICTS),
  notes: z.array(place).min(1),
  /** What is claimed, in own words. */
  claim: inBothLanguages(300),
  /** What holds, exactly. */
  statement: inBothLanguages(700),
  sources: z.array(source).min(1),
  /** The claim as what a film must show if it holds. The verdict follows: see check/claims.ts. */
  claimed: shows,
  /** The truth; its contrast is the film of the claim, or, for a correct one, the film in which it would not hold. */
  simulation: z.strictObject({ scenario: writtenScenario, shows: shows.optional(), contrast: withoutIt }),
});
export type ClaimSpec = z.input<typeof claimSpec>;

/** A claim as it is read from its file. */
export interface Claim {
  readonly id: string;
  readonly spec: Omit<z.infer<typeof claimSpec>, "simulation"> & { readonly simulation: Simulation };
  /** Its scenario as the file says it. */
  readonly written: WrittenScenario;
}

/** content/notes.ts: what the five notes hold; all of it must be covered. */
export const notesSpec = z.strictObject({
  /** The questions that the notes ask, by id. */
  questions: z.record(z.string().regex(/^Q\d+$/), inBothLanguages(200)),
  /** How many claims there are: A1 … */
  claims: z.int().min(0),
});
export type NotesSpec = z.infer<typeof notesSpec>;

export interface Content {
  readonly notes: NotesSpec;
  readonly claims: readonly Claim[];
  readonly exhibits: readonly Exhibit[];
  readonly topics: readonly Topic[];
  readonly cards: readonly Card[];
}

/** Something wrong in the content: in which file, what, in a sentence, and where: the line, or the words that lead to it. */
export interface Problem {
  readonly path: string;
  readonly message: string;
  readonly line?: number;
  readonly at?: readonly PropertyKey[];
}
