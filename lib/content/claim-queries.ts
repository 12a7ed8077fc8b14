import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import type { Language } from "#lib/i18n/languages.ts";
import { type CardRef, readRefs } from "./queries.ts";
import { type ClaimVerdict, cardId, claimSpec, type Simulation, simulation } from "./schema.ts";

export interface ClaimView {
  readonly id: string;
  readonly verdict: ClaimVerdict;
  /** What is claimed, and what holds, in the reader's language. */
  readonly claim: string;
  readonly statement: string;
  readonly notes: readonly { readonly note: string; readonly heading: string }[];
  readonly sources: readonly { readonly label: string; readonly url?: string | undefined }[];
}

export interface ClaimWhole extends ClaimView {
  readonly simulation: Simulation;
  /** The cards that settle it. */
  readonly cards: readonly CardRef[];
  readonly before: string | null;
  readonly after: string | null;
}

const { verdict, notes, claim, statement, sources } = claimSpec.shape;
const cardIds = z.array(cardId);

/** All claims of the notes, in their order. */
export async function listClaims(db: Db, language: Language): Promise<ClaimView[]> {
  const rows = await db.claim.findMany({ orderBy: { order: "asc" }, omit: { simulation: true } });
  return rows.map((row) => viewOf(row, language));
}

/** One claim with its films; null when there is none of that name. */
export async function readClaim(db: Db, id: string, language: Language): Promise<ClaimWhole | null> {
  const row = await db.claim.findUnique({ where: { id } });
  if (row === null) return null;
  const neighbours = await db.claim.findMany({
    where: { order: { in: [row.order - 1, row.order + 1] } },
    select: { id: true, order: true },
  });
  const ids = cardIds.parse(row.cards);
  const refs = await readRefs(db, ids, language);
  return {
    ...viewOf(row, language),
    simulation: simulation.parse(row.simulation),
    cards: ids.flatMap((card) => refs.get(card) ?? []),
    before: neighbours.find(({ order }) => order < row.order)?.id ?? null,
    after: neighbours.find(({ order }) => order > row.order)?.id ?? null,
  };
}

export interface NoteQuestionView {
  readonly id: string;
  readonly text: string;
  readonly cards: readonly CardRef[];
}

/** What the notes ask, and the cards that ask it. */
export async function listNoteQuestions(db: Db, language: Language): Promise<NoteQuestionView[]> {
  const rows = await db.noteQuestion.findMany({ orderBy: { order: "asc" } });
  const refs = await readRefs(
    db,
    rows.flatMap(({ cards }) => cardIds.parse(cards)),
    language,
  );
  return rows.map(({ id, text, cards }) => ({
    id,
    text: claim.parse(text)[language],
    cards: cardIds.parse(cards).flatMap((card) => refs.get(card) ?? []),
  }));
}

interface Stored {
  readonly id: string;
  readonly verdict: string;
  readonly claim: unknown;
  readonly statement: unknown;
  readonly notes: unknown;
  readonly sources: unknown;
}

function viewOf(row: Stored, language: Language): ClaimView {
  return {
    id: row.id,
    verdict: verdict.parse(row.verdict),
    claim: claim.parse(row.claim)[language],
    statement: statement.parse(row.statement)[language],
    notes: notes.parse(row.notes),
    sources: sources.parse(row.sources),
  };
}
