import { createHash } from "node:crypto";
import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { LANGUAGES } from "#lib/i18n/languages.ts";
import type { Card, Claim, Content } from "./schema.ts";

/** Content is written at the start, when nobody else waits for the database; a slow disk may take its time. */
const TRANSACTION = { maxWait: 10_000, timeout: 120_000 };

export interface WrittenContent {
  readonly changed: number;
  readonly retired: number;
  readonly unchanged: number;
}

/** The digest of what the content tables were last written from; null: unknown. */
export async function writtenFrom(db: Db): Promise<string | null> {
  return (await db.contentBuild.findFirst())?.digest ?? null;
}

/**
 * Brings the content tables to `content`, in one transaction: new and changed cards are written, cards that are gone
 * are retired, never deleted, so that what was learned of them stays. Learner tables are not touched. `digest` stands for
 * all that the content was made from; it is remembered.
 */
export async function writeContent(db: Db, content: Content, now: Date, digest?: string): Promise<WrittenContent> {
  return db.$transaction(async (tx) => {
    const stored = new Map((await tx.card.findMany()).map((card) => [card.id, card]));
    for (const { id, spec } of content.topics) {
      const values = { order: spec.order, title: spec.title };
      await tx.topic.upsert({ where: { id }, create: { id, ...values }, update: values });
    }
    await tx.exhibit.deleteMany({ where: { id: { notIn: content.exhibits.map(({ id }) => id) } } });
    for (const [order, { id, spec, recorded }] of content.exhibits.entries()) {
      const { group, title, summary, scenario, trace } = spec;
      const values = { order, group, title, summary, scenario, trace: trace ?? null, recorded: recorded ?? [] };
      await tx.exhibit.upsert({ where: { id }, create: { id, ...values }, update: values });
    }
    await tx.claim.deleteMany();
    await tx.claim.createMany({ data: content.claims.map((claim, order) => claimRow(claim, order, content.cards)) });
    await tx.noteQuestion.deleteMany();
    await tx.noteQuestion.createMany({ data: questionRows(content) });
    let changed = 0;
    for (const [order, card] of content.cards.entries()) {
      const fingerprint = fingerprintOf(card, order);
      const before = stored.get(card.id);
      stored.delete(card.id);
      if (before?.fingerprint === fingerprint && before.retiredAt === null) continue;
      changed++;
      const values = { ...columnsOf(card), order, fingerprint, retiredAt: null };
      await tx.card.upsert({ where: { id: card.id }, create: { id: card.id, ...values }, update: values });
      for (const language of LANGUAGES) {
        const key = { cardId: card.id, language };
        const text = card.texts[language];
        await tx.cardText.upsert({ where: { cardId_language: key }, create: { ...key, ...text }, update: text });
      }
    }
    const gone = [...stored.values()].filter((card) => card.retiredAt === null);
    for (const { id } of gone) await tx.card.update({ where: { id }, data: { retiredAt: now } });
    await tx.contentBuild.deleteMany();
    if (digest !== undefined) await tx.contentBuild.create({ data: { digest } });
    return { changed, retired: gone.length, unchanged: content.cards.length - changed };
  }, TRANSACTION);
}

function columnsOf({ topicId, spec }: Card) {
  const { level, keyPoints, exercise = null, simulation, requires = [], followUps, sources, provenance } = spec;
  return {
    topicId,
    level,
    keyPoints,
    exercise: exercise ?? Prisma.DbNull,
    simulation,
    requires,
    followUps,
    sources,
    provenance,
  };
}

function claimRow({ id, spec }: Claim, order: number, cards: readonly Card[]) {
  const { verdict, notes, claim, statement, sources, simulation } = spec;
  const settledBy = cards.filter((card) => card.spec.provenance.claims.includes(id)).map((card) => card.id);
  return { id, order, verdict, notes, claim, statement, sources, simulation, cards: settledBy };
}

function questionRows({ notes, cards }: Content) {
  return Object.entries(notes.questions).map(([id, text], order) => {
    const askedBy = cards.filter((card) => card.spec.provenance.questions.includes(id)).map((card) => card.id);
    return { id, order, text, cards: askedBy };
  });
}

/** How a scenario was written is left out: said in other words it is the same card. */
function fingerprintOf({ written, ...card }: Card, order: number): string {
  return createHash("sha256")
    .update(JSON.stringify([order, card]))
    .digest("base64url");
}
