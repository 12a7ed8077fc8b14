import { expect, test } from "vitest";
import { readContent } from "#lib/content/read.ts";
import type { Card } from "#lib/content/schema.ts";
import { LANGUAGES, type Language } from "#lib/i18n/languages.ts";
import { hear, saidIn } from "./heard.ts";

const { content } = await readContent();
const listened = ({ spec, texts }: Card) => ({ keyPointIds: spec.keyPoints, texts });
function named(id: string): Card {
  const card = content.cards.find((other) => other.id === id);
  if (card === undefined) throw new Error(`${id} is gone`);
  return card;
}
const ear = (text: string, id: string) => {
  const heard = hear(text, listened(named(id)));
  return { keyPoints: [...(heard?.keyPoints ?? [])], mistakes: [...(heard?.mistakes ?? [])] };
};

test("an answer that left no text was not heard at all", () => {
  expect(hear("  \n", listened(named("opening/why-three")))).toBeNull();
});

test("a key point is heard in one's own words, in either language", () => {
  const english = "Each side sends its ISN and it has to be acknowledged.";
  expect(ear(english, "opening/why-three")).toEqual({ keyPoints: ["both-isns"], mistakes: [] });
  expect(ear("双方都要发出自己的 ISN，并得到对方确认。", "opening/why-three").keyPoints).toContain("both-isns");
});

test("a usual wrong answer is heard, but not where it is denied", () => {
  const wrong = "It is to prove that both sides can send and receive.";
  expect(ear(`Well. ${wrong}`, "opening/why-three").mistakes).toEqual([0]);
  expect(ear(`It is not to prove that both sides can send and receive.`, "opening/why-three").mistakes).toEqual([]);
});

/** Over all cards: how much of what is listened for is heard in the card's own answer, and in its neighbour's. */
function shares(language: Language) {
  let [own, foreign, points, strangers, doubts, doubted, mistakes] = [0, 0, 0, 0, 0, 0, 0];
  for (const [i, card] of content.cards.entries()) {
    const ofCard = (text: string) => hear(text, listened(card));
    own += ofCard(`${card.texts[language].short}\n${card.texts[language].full}`)?.keyPoints.size ?? 0;
    doubts += ofCard(card.texts[language].short)?.mistakes.size ?? 0;
    doubted += ofCard(card.texts[language].keyPoints.join("\n"))?.mistakes.size ?? 0;
    points += card.spec.keyPoints.length;
    mistakes += card.texts[language].mistakes.filter((mistake) => saidIn(mistake) !== null).length;
    const neighbour = content.cards[i + 1];
    if (neighbour?.topicId !== card.topicId) continue;
    foreign += ofCard(neighbour.texts[language].short)?.keyPoints.size ?? 0;
    strangers += card.spec.keyPoints.length;
  }
  return { own: own / points, foreign: foreign / strangers, doubts: doubts / mistakes, doubted };
}

test.each(LANGUAGES)("over all cards, hearing suggests what was said, and seldom what was not (%s)", (language) => {
  const { own, foreign, doubts, doubted } = shares(language);
  expect(own).toBeGreaterThan(0.95);
  expect(foreign).toBeLessThan(0.13);
  expect(doubts).toBeLessThan(0.05);
  // Who says the key points as they stand is not doubted; a point of two sentences may be, half of it.
  expect(doubted).toBeLessThanOrEqual(1);
});
