import type { Plural, Sentence } from "./form.ts";
import { LANG_TAG, type Language } from "./languages.ts";

/**
 * Fills the holes of a sentence; a plural is chosen by "n". Numbers are grouped, 12,345, as all our languages do; what is
 * to be read sign by sign (a port, a sequence number) is given as a string.
 */
export function say<Hole extends string>(
  sentence: Sentence<Hole>,
  holes: Readonly<Record<NoInfer<Hole>, string | number>>,
): string {
  const written = sentence as unknown as string | Plural;
  const filled: Readonly<Record<string, string | number>> = holes;
  const text = typeof written === "string" ? written : formFor(written, Number(filled.n));
  return text.replace(HOLE, (hole, name: string) => {
    const value = filled[name];
    if (value === undefined) throw new Error(`nothing was given for ${hole} of "${text}"`);
    return typeof value === "number" ? NUMBERS.format(value) : value;
  });
}

const NUMBERS = new Intl.NumberFormat("en");
const HOLE = /\{(\w+)\}/g;

function formFor({ in: language, forms }: Plural, n: number): string {
  return forms[`=${n}`] ?? forms[rulesOf(language).select(n)] ?? forms.other;
}

const rules = new Map<Language, Intl.PluralRules>();

function rulesOf(language: Language): Intl.PluralRules {
  const known = rules.get(language) ?? new Intl.PluralRules(LANG_TAG[language]);
  rules.set(language, known);
  return known;
}
