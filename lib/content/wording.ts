import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import type { Language } from "#lib/i18n/languages.ts";

/** The thirty-second answer: at most so many words in English, characters in Chinese. */
export const SHORT_MAX = { en: 90, zh: 160 } as const satisfies Record<Language, number>;
export const UNIT = { en: "words", zh: "characters" } as const satisfies Record<Language, string>;

/** Words in English; in Chinese characters, where a Latin word counts as one. */
export function lengthOf(markdown: string, language: Language): number {
  const plain = markdown.replace(/[*_`]/g, "");
  if (language === "en") return plain.split(/\s+/).filter(Boolean).length;
  return plain.match(/\p{Script=Han}|[A-Za-z0-9][\w.+/-]*/gu)?.length ?? 0;
}

/** The text of a node without its marks, each block on a line of its own. */
export function plainText(node: Nodes): string {
  if ("value" in node) return node.value;
  if (!("children" in node)) return "";
  return node.children.map(plainText).join(HOLDS_BLOCKS.has(node.type) ? "\n" : "");
}

const HOLDS_BLOCKS = new Set<Nodes["type"]>(["root", "list", "listItem", "blockquote"]);

/** Which share of a sentence's terms a longer text holds as well, and which it lacks. */
export function supportOf(
  sentence: string,
  text: string,
  language: Language,
): { readonly share: number; readonly missing: readonly string[] } {
  const [terms, there] = [termsOf(sentence, language), termsOf(text, language)];
  return { share: shareOf(terms, there), missing: [...terms].filter((term) => !there.has(term)) };
}

/** The share of these terms that is among those; 1 if there are none. */
export function shareOf(terms: ReadonlySet<string>, there: ReadonlySet<string>): number {
  const found = [...terms].filter((term) => there.has(term)).length;
  return terms.size === 0 ? 1 : found / terms.size;
}

/** What carries the meaning: names and numbers, the stems of longer words, in Chinese each two characters side by side. */
export function termsOf(markdown: string, language: Language): ReadonlySet<string> {
  const plain = plainText(fromMarkdown(markdown)).toLowerCase();
  const words = plain.match(/[a-z0-9][a-z0-9.-]*[a-z0-9]|\d/g) ?? [];
  if (language === "en") return new Set(words.filter((word) => !FILLERS.has(word)).map(stemOf));
  const pairs = (plain.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) =>
    [...run].slice(0, -1).map((character, i) => character + [...run][i + 1]),
  );
  return new Set([
    ...words,
    ...pairs.filter(
      (pair) =>
        !/[的了和与是在就也不会而或者把被让其它们这那个一要并因为又才都得能可以有则即却只从向对于由]/.test(pair),
    ),
  ]);
}

/** Good enough to see "waits" in "waiting" and "reply" in "replies". */
function stemOf(word: string): string {
  return /\d/.test(word) ? word : word.slice(0, 4);
}

const FILLERS = new Set(
  "a an the and or but nor so if of to in on at by for from with without as is are was were be been it its this that these those not no only also than then when which who whom what where how all any each both either neither one its may can could must should will would does do did has have had there here more most less least very own same other another into onto over under out up down".split(
    " ",
  ),
);
