import { expect, test } from "vitest";
import type { Plural } from "./form.ts";
import { LANG_TAG, LANGUAGES, negotiate } from "./languages.ts";
import { messagesFor } from "./messages.ts";
import { describeSpan } from "./span.ts";

test.each([
  ["zh-CN,zh;q=0.9,en;q=0.8", "zh"],
  ["zh-TW", "zh"],
  ["en-GB,en;q=0.9", "en"],
  ["fr-FR,fr;q=0.9,zh;q=0.3,en;q=0.5", "en"],
  ["zh;q=0,en;q=0.1", "en"],
  ["fr", "en"],
  ["", "en"],
  [null, "en"],
])("a browser that asks for %s gets %s", (header, language) => {
  expect(negotiate(header)).toBe(language);
});

test("spans are told in the unit one would use", () => {
  const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
  const told = [10_000, 330_000, 10 * minute, 5 * hour, day, 8 * day, 100 * day, 800 * day];
  expect(told.map((ms) => describeSpan(ms, messagesFor("en")))).toEqual([
    "1 min",
    "5.5 min",
    "10 min",
    "5 h",
    "1 day",
    "8 days",
    "3.3 months",
    "2.2 years",
  ]);
  expect(describeSpan(8 * day, messagesFor("zh"))).toBe("8 天");
});

test("every language says the same things, with the same holes", () => {
  const english = leavesOf(messagesFor("en"));
  for (const language of LANGUAGES) {
    const own = leavesOf(messagesFor(language));
    expect([...own.keys()]).toEqual([...english.keys()]);
    for (const [path, words] of own) expect(holesOf(words), path).toEqual(holesOf(english.get(path)));
  }
});

test("words are texts and plurals: there is nothing among them that runs", () => {
  for (const language of LANGUAGES) {
    for (const [path, words] of leavesOf(messagesFor(language)))
      expect(typeof words === "string" || isPlural(words), path).toBe(true);
  }
});

test("a plural has only forms that its language tells apart, and numbers with words of their own", () => {
  for (const language of LANGUAGES) {
    const known = new Intl.PluralRules(LANG_TAG[language]).resolvedOptions().pluralCategories.map(String);
    for (const [path, words] of leavesOf(messagesFor(language))) {
      if (!isPlural(words)) continue;
      expect(words.in, path).toBe(language);
      const strangers = Object.keys(words.forms).filter((form) => !known.includes(form) && !/^=\d+$/.test(form));
      expect(strangers, path).toEqual([]);
    }
  }
});

/** Whatever is said, by where it stands: "today.minutes". */
function leavesOf(words: unknown, path: readonly string[] = []): Map<string, unknown> {
  if (typeof words !== "object" || words === null || isPlural(words)) return new Map([[path.join("."), words]]);
  return new Map(Object.entries(words).flatMap(([key, inner]) => [...leavesOf(inner, [...path, key])]));
}

function isPlural(words: unknown): words is Plural {
  return typeof words === "object" && words !== null && "forms" in words;
}

/** What is to be put in, each once; a plural is asked for its number even where no form shows it. */
function holesOf(words: unknown): string[] {
  const texts = isPlural(words) ? ["{n}", ...Object.values(words.forms)] : [String(words)];
  return [...new Set(texts.join(" ").match(/\{\w+\}/g))].sort();
}
