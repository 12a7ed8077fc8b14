import { expect, test } from "vitest";
import { type LikeWords, pluralsOf, type Said } from "./form.ts";
import { say } from "./say.ts";

const plural = pluralsOf("en");
const en = {
  heading: "Today",
  of: "{n} of {all}",
  cards: plural({ "=0": "no card", one: "one card", other: "{n} cards" }),
  days: plural({ "=1": "tomorrow in {place}", other: "in {n} days in {place}" }),
} as const;
const m = en as unknown as Said<typeof en>;

test("what has no hole is a text, and holes are filled by their names", () => {
  expect(m.heading.length).toBe(5);
  expect(say(m.of, { n: 3, all: "many" })).toBe("3 of many");
});

test("a number chooses the plural of the language, after what is said of that number alone", () => {
  expect([0, 1, 2].map((n) => say(m.cards, { n }))).toEqual(["no card", "one card", "2 cards"]);
  expect([1, 2].map((n) => say(m.days, { n, place: "Ulm" }))).toEqual(["tomorrow in Ulm", "in 2 days in Ulm"]);
  const zh = { ...en, cards: pluralsOf("zh")({ one: "never said", other: "{n} 张" }) } satisfies LikeWords<typeof en>;
  expect(say((zh as unknown as typeof m).cards, { n: 1 })).toBe("1 张");
});

test("large numbers are grouped, and what is put in is not read again", () => {
  expect(say(m.of, { n: 12_345, all: "{n}" })).toBe("12,345 of {n}");
});

test("the compiler sees a hole that is not filled, one that is not there, and words shown with their holes", () => {
  // @ts-expect-error a hole is missing
  expect(() => say(m.of, { n: 1 })).toThrow(/nothing was given for \{all\}/);
  // @ts-expect-error there is no such hole
  say(m.of, { n: 1, all: 2, some: 3 });
  // @ts-expect-error a text has no holes to be filled
  say(m.heading, {});
  // @ts-expect-error a sentence is no text
  const shown: string = m.of;
  expect(shown).toBe(en.of);
});
