import { z } from "zod";
import type { Language } from "#lib/i18n/languages.ts";
import type { Scenario } from "#lib/tcp/scenario.ts";
import { likeScenario, promised, scenario } from "./scenario.ts";

export type { Scenario };

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "a slug: small letters, digits, hyphens");
export const cardId = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, "topic/slug");

/** content/<topic>/topic.ts */
export const topicSpec = z.strictObject({
  order: z.int(),
  title: z.strictObject({ en: z.string().min(1), zh: z.string().min(1) }),
});
export type TopicSpec = z.infer<typeof topicSpec>;

export const source = z.strictObject({ label: z.string().min(1), url: z.url({ protocol: /^https$/ }).optional() });

const shows = z.array(promised).min(1);

export const simulation = z.strictObject({ scenario, shows });
export type Simulation = z.infer<typeof simulation>;

const inBothLanguages = z.strictObject({ en: z.string().min(1).max(200), zh: z.string().min(1).max(200) });

export const GALLERY_GROUPS = ["opening", "listening", "closing", "time-wait", "resets"] as const;

/** content/scenarios/<slug>.ts: a scenario that cards, claims and the lab share by its name. */
export const galleryEntry = z.strictObject({
  /** The place within its group. */
  order: z.int(),
  group: z.enum(GALLERY_GROUPS),
  title: inBothLanguages,
  /** One sentence: what to watch for. */
  summary: inBothLanguages,
  scenario,
  shows,
  /** The recorded connection of a real kernel that tells the same story, by its name in lib/conformance/data/traces. */
  trace: slug.optional(),
});
export type GalleryEntry = z.infer<typeof galleryEntry>;

/** content/<topic>/<slug>/card.ts: everything about a card that is not prose. */
export const cardSpec = z.strictObject({
  /** The place among the cards of its topic. */
  order: z.int(),
  level: z.enum(["junior", "mid", "senior"]),
  /** Ids of the key points, in the order of the list in each text: 3 to 6. */
  keyPoints: z.array(slug).min(3).max(6),
  /** A scenario of the gallery with this card's changes, or one of its own; and what its film must show. */
  simulation: z.strictObject({ scenario: z.union([scenario, likeScenario]), shows }),
  sources: z.array(source).min(1),
  /** Which interview notes the card comes from: their questions (Q…), claims (A…), and where in the notes. */
  provenance: z.strictObject({
    questions: z.array(z.string().regex(/^Q\d+$/)),
    claims: z.array(z.string().regex(/^A\d+$/)),
    notes: z.array(z.strictObject({ note: z.string().regex(/^00\d$/), heading: z.string().min(1) })),
  }),
});
export type CardSpec = z.input<typeof cardSpec>;

/** content/<topic>/<slug>/<language>.md, taken apart. */
export const cardText = z.strictObject({
  question: z.string().min(1),
  short: z.string().min(1),
  full: z.string().min(1),
  keyPoints: z.array(z.string().min(1)),
  mistakes: z.array(z.string().min(1)),
  simulation: z.string().min(1),
});
export type CardText = z.infer<typeof cardText>;

/** A card as it is read from its folder. */
export interface Card {
  readonly id: string;
  readonly topicId: string;
  readonly spec: Omit<z.infer<typeof cardSpec>, "simulation"> & { readonly simulation: Simulation };
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
  readonly spec: GalleryEntry;
  readonly recorded: readonly RecordedSegment[] | null;
}

export interface Content {
  readonly exhibits: readonly Exhibit[];
  readonly topics: readonly Topic[];
  readonly cards: readonly Card[];
}

/** Something wrong in the content: where, and what, in a sentence. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}
