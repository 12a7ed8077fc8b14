import { LANGUAGES } from "#lib/i18n/languages.ts";
import type { Content, Problem } from "../schema.ts";

/** The longest wording that a card may share with the notes it comes from, less one. */
const HAN_SHARED = 18;
const WORDS_SHARED = 12;

/** No sentence of the notes is carried over: facts and figures are, wording is not. */
export function checkOwnWords(content: Content, notes: readonly string[]): Problem[] {
  if (notes.length === 0) return [];
  const theirs = new Set(notes.flatMap((note) => [...hanRuns(note), ...wordRuns(note)]));
  const texts = [
    ...content.cards.flatMap((card) =>
      LANGUAGES.map((language) => [`${card.id}/${language}.md`, card.texts[language]] as const),
    ),
    ...content.cards.map(({ id, spec }) => [`${id}/card.ts`, [spec.provenance.notes]] as const),
    ...content.claims.map(({ id, spec }) => [`claims/${id}.ts`, [spec.claim, spec.statement, spec.notes]] as const),
    ...content.exhibits.map(({ id, spec }) => [`scenarios/${id}.ts`, [spec.title, spec.summary]] as const),
  ];
  return texts.flatMap(([path, text]) => {
    const shared = stringsIn(text).flatMap((ours) =>
      [...hanRuns(ours), ...wordRuns(ours)].filter((r) => theirs.has(r)),
    );
    return shared.length === 0 ? [] : [{ path, message: `shares its wording with the notes: "${shared[0]}"` }];
  });
}

/** Every stretch of 18 Han characters, punctuation and Latin letters left out. */
function hanRuns(text: string): string[] {
  const han = text.match(/\p{Script=Han}/gu) ?? [];
  return stretches(han, HAN_SHARED).map((stretch) => stretch.join(""));
}

/** Every stretch of 12 words. */
function wordRuns(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z0-9']+/g) ?? [];
  return stretches(words, WORDS_SHARED).map((stretch) => stretch.join(" "));
}

function stretches(list: readonly string[], length: number): string[][] {
  return list.slice(length - 1).map((_, i) => list.slice(i, i + length));
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
