import { z } from "zod";
import { type Db, readRaw } from "#lib/db/client.ts";
import type { Language } from "#lib/i18n/languages.ts";
import type { Exercise } from "#lib/quiz/exercise.ts";
import type { Scenario } from "#lib/tcp/world/scenario.ts";
import { exercise } from "./exercise.ts";
import type { Level } from "./levels.ts";
import { scenario } from "./scenario.ts";
import {
  type CardText,
  cardId,
  cardSpec,
  cardText,
  type GALLERY_GROUPS,
  galleryEntry,
  type RecordedSegment,
  recordedSegment,
  simulation,
} from "./schema.ts";

/** Another card, by its question in the reader's language. */
export interface CardRef {
  readonly id: string;
  readonly question: string;
}

export type FollowUp =
  | { readonly kind: "card"; readonly card: CardRef }
  | { readonly kind: "own"; readonly question: string; readonly answer: string };

export interface CardView {
  readonly id: string;
  readonly topic: string;
  readonly level: Level;
  readonly keyPointIds: readonly string[];
  readonly text: CardText;
  /** null: the question is answered in one's own words. */
  readonly exercise: Exercise | null;
  /** A card that was retired long ago may have no contrast. */
  readonly simulation: z.infer<typeof storedSimulation>;
  readonly requires: readonly CardRef[];
  readonly followUps: readonly FollowUp[];
  readonly provenance: Provenance;
  readonly sources: readonly { label: string; url?: string | undefined }[];
  readonly retired: boolean;
}

export type Provenance = z.infer<typeof cardSpec.shape.provenance>;

const titleSchema = z.object({ en: z.string(), zh: z.string() });
const { level, keyPoints, sources, provenance, followUps } = cardSpec.shape;
const groupSchema = galleryEntry.shape.group;
/** A card that was retired before these were written has none of them. */
export const storedText = cardText.strip().extend({
  spoken: z
    .string()
    .nullable()
    .transform((text) => text ?? ""),
  choices: cardText.shape.choices.nullable().transform((choices) => choices ?? []),
  followUps: cardText.shape.followUps.nullable().transform((list) => list ?? []),
  tryIt: z
    .string()
    .nullable()
    .transform((text) => text ?? ""),
});
export const storedSimulation = simulation.extend({ contrast: simulation.shape.contrast.optional() });

/** One card in one language; null when there is no such card. Retired ones are shown and say so. */
export async function readCard(db: Db, id: string, language: Language): Promise<CardView | null> {
  const row = await db.card.findUnique({ where: { id }, include: { topic: true, texts: { where: { language } } } });
  const stored = row?.texts[0];
  if (!row || !stored) return null;
  const text = storedText.parse(stored);
  const followUpSpecs = followUps.nullable().parse(row.followUps) ?? [];
  const requires = z.array(cardId).nullable().parse(row.requires) ?? [];
  const named = followUpSpecs.flatMap((followUp) => ("card" in followUp ? [followUp.card] : []));
  const refs = await readRefs(db, [...requires, ...named], language);
  const own = [...text.followUps];
  return {
    id,
    topic: titleSchema.parse(row.topic.title)[language],
    level: level.parse(row.level),
    keyPointIds: keyPoints.parse(row.keyPoints),
    text,
    exercise: exercise.nullable().parse(row.exercise),
    simulation: storedSimulation.parse(row.simulation),
    requires: requires.flatMap((other) => refs.get(other) ?? []),
    followUps: followUpSpecs.flatMap((followUp): FollowUp[] => {
      if (!("card" in followUp)) return own.splice(0, 1).map((question) => ({ kind: "own", ...question }));
      const card = refs.get(followUp.card);
      return card === undefined ? [] : [{ kind: "card", card }];
    }),
    provenance: provenance.parse(row.provenance),
    sources: sources.parse(row.sources),
    retired: row.retiredAt !== null,
  };
}

/** Cards by their id; those that are not there, or not asked any more, are left out. */
export async function readRefs(
  db: Db,
  ids: readonly string[],
  language: Language,
): Promise<ReadonlyMap<string, CardRef>> {
  const rows = await db.cardText.findMany({
    where: { cardId: { in: [...ids] }, language, card: { retiredAt: null } },
    select: { cardId: true, question: true },
  });
  return new Map(rows.map(({ cardId: id, question }) => [id, { id, question }]));
}

/** The topics in their order, by their title in the reader's language; also those whose cards were all retired. */
export async function listTopics(db: Db, language: Language): Promise<{ id: string; title: string }[]> {
  const topics = await db.topic.findMany({ orderBy: { order: "asc" } });
  return topics.map(({ id, title }) => ({ id, title: titleSchema.parse(title)[language] }));
}

/** Those with a card that is asked. */
export async function listAskedTopics(db: Db, language: Language): Promise<{ id: string; title: string }[]> {
  const topics = await listTopics(db, language);
  // One look into the index for each: the cards themselves are not read.
  const [row] = await readRaw(db, {
    sql: `SELECT json_group_array("id") AS "ids" FROM "Topic" WHERE EXISTS
        (SELECT 1 FROM "Card" WHERE "topicId" = "Topic"."id" AND "retiredAt" IS NULL)`,
    values: [],
  });
  const asked = new Set(z.array(z.string()).parse(JSON.parse(String(row?.ids ?? "[]"))));
  return topics.filter(({ id }) => asked.has(id));
}

export interface ExhibitView {
  readonly id: string;
  readonly group: (typeof GALLERY_GROUPS)[number];
  readonly title: string;
  readonly summary: string;
}

/** The gallery in its order, without the scenarios. */
export async function listExhibits(db: Db, language: Language): Promise<ExhibitView[]> {
  const select = { id: true, group: true, title: true, summary: true } as const;
  const rows = await db.exhibit.findMany({ orderBy: { order: "asc" }, select });
  return rows.map(({ id, group, title, summary }) => ({
    id,
    group: groupSchema.parse(group),
    title: titleSchema.parse(title)[language],
    summary: titleSchema.parse(summary)[language],
  }));
}

export interface ExhibitWhole extends ExhibitView {
  readonly scenario: Scenario;
  readonly recording: Recording | null;
}

/** What a real kernel did in the same story. */
export interface Recording {
  readonly name: string;
  readonly segments: readonly RecordedSegment[];
}

/** One scenario of the gallery; null when there is none of that name. */
export async function readExhibit(db: Db, id: string, language: Language): Promise<ExhibitWhole | null> {
  const row = await db.exhibit.findUnique({ where: { id } });
  if (row === null) return null;
  return {
    id,
    group: groupSchema.parse(row.group),
    title: titleSchema.parse(row.title)[language],
    summary: titleSchema.parse(row.summary)[language],
    scenario: scenario.parse(row.scenario),
    recording:
      row.trace === null ? null : { name: row.trace, segments: z.array(recordedSegment).parse(row.recorded ?? []) },
  };
}
