import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import type { Language } from "#lib/i18n/languages.ts";
import type { Scenario } from "#lib/tcp/scenario.ts";
import { scenario } from "./scenario.ts";
import {
  type CardText,
  cardSpec,
  cardText,
  type GALLERY_GROUPS,
  galleryEntry,
  type RecordedSegment,
  recordedSegment,
  type Simulation,
  simulation,
} from "./schema.ts";

export interface CardView {
  readonly id: string;
  readonly topic: string;
  readonly level: "junior" | "mid" | "senior";
  readonly keyPointIds: readonly string[];
  readonly text: CardText;
  readonly simulation: Simulation;
  readonly sources: readonly { label: string; url?: string | undefined }[];
  readonly retired: boolean;
}

const titleSchema = z.object({ en: z.string(), zh: z.string() });
const { level, keyPoints, sources } = cardSpec.shape;
const groupSchema = galleryEntry.shape.group;

/** One card in one language; null when there is no such card. Retired ones are shown and say so. */
export async function readCard(db: Db, id: string, language: Language): Promise<CardView | null> {
  const row = await db.card.findUnique({ where: { id }, include: { topic: true, texts: { where: { language } } } });
  const text = row?.texts[0];
  if (!row || !text) return null;
  return {
    id,
    topic: titleSchema.parse(row.topic.title)[language],
    level: level.parse(row.level),
    keyPointIds: keyPoints.parse(row.keyPoints),
    text: cardText.strip().parse(text),
    simulation: simulation.parse(row.simulation),
    sources: sources.parse(row.sources),
    retired: row.retiredAt !== null,
  };
}

export interface TopicView {
  readonly id: string;
  readonly title: string;
  readonly cards: readonly { id: string; question: string; level: CardView["level"] }[];
}

/** All cards that are not retired, by topic, in the order of learning. */
export async function listCards(db: Db, language: Language): Promise<TopicView[]> {
  const topics = await db.topic.findMany({
    orderBy: { order: "asc" },
    include: {
      cards: {
        where: { retiredAt: null },
        orderBy: { order: "asc" },
        select: { id: true, level: true, texts: { where: { language }, select: { question: true } } },
      },
    },
  });
  return topics
    .filter((topic) => topic.cards.length > 0)
    .map((topic) => ({
      id: topic.id,
      title: titleSchema.parse(topic.title)[language],
      cards: topic.cards.map((card) => ({
        id: card.id,
        question: card.texts[0]?.question ?? card.id,
        level: level.parse(card.level),
      })),
    }));
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
