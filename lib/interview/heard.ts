import { shareOf, termsOf } from "#lib/content/wording.ts";
import { LANGUAGES, type Language } from "#lib/i18n/languages.ts";
import type { Heard } from "./follow-up.ts";

/** What of a card is listened for, in both languages: people mix them. */
export interface Listened {
  /** Ids, in the order of each text's list. */
  readonly keyPointIds: readonly string[];
  readonly texts: Readonly<
    Record<Language, { readonly keyPoints: readonly string[]; readonly mistakes: readonly string[] }>
  >;
}

/** The least share of a sentence's terms that must come up. A hearing suggests, it never decides. */
const POINT_MIN = { en: 0.6, zh: 0.5 } as const satisfies Record<Language, number>;
const MISTAKE_MIN = 0.75;
/** A mistake of fewer terms would be heard everywhere. */
const MISTAKE_TERMS_MIN = 3;
/** Who says "it is not …" does not say it. */
const DENIAL = /\b(not|no|never|nor|nothing|cannot|none|wrong|false)\b|n['’]t\b|[不没无未别错]/i;

/** What of a card's key points and usual mistakes comes up in an answer; null for an answer that left no text. */
export function hear(text: string, { keyPointIds, texts }: Listened): Heard | null {
  if (text.trim() === "") return null;
  const keyPoints = new Set<string>();
  const mistakes = new Set<number>();
  for (const language of LANGUAGES) {
    const whole = termsOf(text, language);
    const points = texts[language].keyPoints.map((point) => termsOf(point, language));
    const isSaid = (point: Terms, there: Terms) => shareOf(point, there) >= POINT_MIN[language];
    for (const [i, point] of points.entries()) {
      const id = keyPointIds[i];
      if (id !== undefined && isSaid(point, whole)) keyPoints.add(id);
    }
    // A sentence that says a key point is right, even if it names a mistake on the way.
    const doubtful = sentencesOf(text)
      .map((sentence) => ({ sentence, terms: termsOf(sentence, language) }))
      .filter(({ terms }) => !points.some((point) => isSaid(point, terms)));
    for (const [i, mistake] of texts[language].mistakes.entries()) {
      const said = saidIn(mistake) ?? "";
      const terms = termsOf(said, language);
      const isDenied = (sentence: string) => DENIAL.test(sentence) && !DENIAL.test(said);
      if (terms.size < MISTAKE_TERMS_MIN) continue;
      // Within one sentence: the words of a wrong answer are, one by one, those of the right one as well.
      if (doubtful.some((one) => !isDenied(one.sentence) && shareOf(terms, one.terms) >= MISTAKE_MIN)) mistakes.add(i);
    }
  }
  return { keyPoints, mistakes };
}

type Terms = ReadonlySet<string>;

function sentencesOf(text: string): string[] {
  return text.split(/[.!?;]+\s|[。！？；\n]+/).filter((sentence) => sentence.trim() !== "");
}

/** What people say, out of a card's account of a usual mistake: its beginning, in bold and in quotes; null: it quotes nothing. */
export function saidIn(mistake: string): string | null {
  return /^\*\*["“「](.+?)["”」]\*\*/.exec(mistake)?.[1] ?? null;
}
