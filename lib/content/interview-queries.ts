import type { z } from "zod";
import type { Db, Tx } from "#lib/db/client.ts";
import { LANGUAGES, type Language } from "#lib/i18n/languages.ts";
import type { Exercise } from "#lib/quiz/exercise.ts";
import type { Scenario } from "#lib/tcp/world/scenario.ts";
import { exercise } from "./exercise.ts";
import type { Level } from "./levels.ts";
import { storedSimulation, storedText } from "./queries.ts";
import { cardSpec } from "./schema.ts";

/** A card as an interviewer knows it: what is said, what is listened for, and what can be asked next. */
export interface SpokenCard {
  readonly id: string;
  readonly topicId: string;
  readonly level: Level;
  readonly keyPointIds: readonly string[];
  readonly exercise: Exercise | null;
  readonly scenario: Scenario;
  readonly texts: Readonly<Record<Language, SpokenText>>;
  /** In the card's order. */
  readonly followUps: readonly SpokenFollowUp[];
}

export interface SpokenText {
  /** As it is said. */
  readonly question: string;
  readonly short: string;
  readonly keyPoints: readonly string[];
  readonly mistakes: readonly string[];
}

export interface SpokenFollowUp {
  /** The key point that it goes after; null: it is for who said everything. */
  readonly probes: string | null;
  /** The card that it is; null: a question of this card alone. */
  readonly cardId: string | null;
  readonly texts: Readonly<Record<Language, { readonly question: string; readonly answer: string }>>;
}

const { keyPoints, followUps, level } = cardSpec.shape;

/** Cards by their id, those that are not asked any more as well; those that are not there are left out. */
export async function readSpokenCards(db: Db | Tx, ids: readonly string[]): Promise<ReadonlyMap<string, SpokenCard>> {
  const rows = await db.card.findMany({ where: { id: { in: [...ids] } }, include: { texts: true } });
  const asked = new Map(rows.map((row) => [row.id, followUps.nullable().parse(row.followUps) ?? []]));
  const named = [...asked.values()].flat().flatMap((followUp) => ("card" in followUp ? [followUp.card] : []));
  const others = await db.cardText.findMany({ where: { cardId: { in: named } } });
  const textsOf = (rowTexts: readonly { language: string }[]) =>
    inEach((language) => {
      const stored = rowTexts.find((text) => text.language === language);
      if (stored === undefined) return null;
      const text = storedText.parse(stored);
      return { ...text, question: text.spoken || text.question };
    });
  return new Map(
    rows.flatMap((row): [string, SpokenCard][] => {
      const texts = textsOf(row.texts);
      if (texts === null) return [];
      let own = 0;
      const nextOwn = () => {
        const place = own++;
        return inEach((language) => texts[language].followUps[place] ?? null);
      };
      const followUpOf = (followUp: z.infer<typeof followUps>[number]): SpokenFollowUp => {
        const probes = followUp.probes ?? null;
        if (!("card" in followUp)) return { probes, cardId: null, texts: nextOwn() ?? NOTHING };
        const whole = textsOf(others.filter((text) => text.cardId === followUp.card));
        const said = whole && inEach((l) => ({ question: whole[l].question, answer: whole[l].short }));
        return { probes, cardId: followUp.card, texts: said ?? NOTHING };
      };
      const card: SpokenCard = {
        id: row.id,
        topicId: row.topicId,
        level: level.parse(row.level),
        keyPointIds: keyPoints.parse(row.keyPoints),
        exercise: exercise.nullable().parse(row.exercise),
        scenario: storedSimulation.parse(row.simulation).scenario,
        texts,
        followUps: (asked.get(row.id) ?? []).map(followUpOf),
      };
      return [[row.id, card]];
    }),
  );
}

const NOTHING = { en: { question: "", answer: "" }, zh: { question: "", answer: "" } };

/** The same in every language; null if it is missing in any. */
function inEach<T>(make: (language: Language) => T | null): Record<Language, T> | null {
  const made = LANGUAGES.map((language) => [language, make(language)] as const);
  // The type cannot say what was just checked: each language is there, with something that is not null.
  return made.some(([, value]) => value === null) ? null : (Object.fromEntries(made) as Record<Language, T>);
}
