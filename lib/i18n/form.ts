import type { Language } from "./languages.ts";

/**
 * Words are data: what a page says travels to the browser as it stands here. A sentence that something is put into has
 * holes, "{n} of {all}"; where a number decides on the words, there is one sentence for each plural of the language.
 */
export interface Plural {
  readonly in: Language;
  /** By the hole {n}. "=0" and its like come before the language's own plurals. */
  readonly forms: Readonly<Partial<Record<`=${number}` | Intl.LDMLPluralRule, string>> & { other: string }>;
}

/** Words with holes, by the names of the holes: they cannot be shown before they are filled. */
export interface Sentence<Hole extends string> {
  /** Only the compiler looks at it: one of several sentences is filled with what all of them ask for. */
  readonly holes: Hole;
}

/**
 * The words of a screen, side by side in all languages; English says which there are and what their holes are called, a
 * test holds the other languages to the same holes.
 */
export function wordsIn<const En>(
  words: { readonly en: En } & Readonly<Record<Exclude<Language, "en">, NoInfer<LikeWords<En>>>>,
): Readonly<Record<Language, Said<En>>> {
  return words as unknown as Record<Language, Said<En>>;
}

/** The words of a screen together with those of what stands on it: they travel as one. */
export function withWords<
  Own extends object,
  Parts extends Readonly<Record<string, Readonly<Record<Language, unknown>>>>,
>(
  own: Readonly<Record<Language, Own>>,
  parts: Parts,
): Readonly<Record<Language, Own & { readonly [Part in keyof Parts]: Parts[Part]["en"] }>> {
  const inLanguage = (language: Language) =>
    Object.fromEntries(Object.entries(parts).map(([part, words]) => [part, words[language]]));
  const languages = Object.keys(own) as Language[];
  const all = languages.map((language) => [language, { ...own[language], ...inLanguage(language) }]);
  return Object.fromEntries(all) as ReturnType<typeof withWords<Own, Parts>>;
}

/** The plurals of a language; see `Plural`. */
export function pluralsOf<const In extends Language>(language: In) {
  return <const Forms extends Plural["forms"]>(forms: Forms) => ({ in: language, forms });
}

/** The names of the holes in a text: "n" | "all" of "{n} of {all}". */
type HolesOf<Text> = Text extends `${string}{${infer Hole}}${infer Rest}` ? Hole | HolesOf<Rest> : never;

/** Words as a page has them: what has holes is a sentence, what has none is a text. */
export type Said<Words> = Words extends string
  ? [HolesOf<Words>] extends [never]
    ? string
    : Sentence<HolesOf<Words>>
  : Words extends { in: Language; forms: infer Forms }
    ? Sentence<HolesOf<Forms[keyof Forms]> | "n">
    : { readonly [Key in keyof Words]: Said<Words[Key]> };

/** The same words in another language: the same keys; a test compares the holes. */
export type LikeWords<Words> = Words extends string
  ? string
  : Words extends { in: Language; forms: unknown }
    ? string | Plural
    : { readonly [Key in keyof Words]: LikeWords<Words[Key]> };
