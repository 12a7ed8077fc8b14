import fc from "fast-check";
import { expect, test } from "vitest";
import { CARD_LEVELS } from "#lib/content/levels.ts";
import { diceFrom } from "#lib/tcp/dice.ts";
import { minutesFor, type PlanCandidate, planInterview } from "./plan.ts";
import { MINUTES, type Wishes } from "./wishes.ts";

const TOPICS = ["opening", "closing", "resets"];
const candidates: fc.Arbitrary<PlanCandidate[]> = fc
  .array(
    fc.record({
      topicId: fc.constantFrom(...TOPICS),
      level: fc.constantFrom(...CARD_LEVELS),
      hasBoard: fc.boolean(),
      weakness: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { maxLength: 60 },
  )
  .map((cards) => cards.map((card, i) => ({ ...card, cardId: `card-${i}` })));
const REST = { language: "en", clock: "normal", mode: "alone" } as const;
const wishes: fc.Arbitrary<Wishes> = fc.record({
  minutes: fc.constantFrom(...MINUTES),
  level: fc.constantFrom(...CARD_LEVELS),
  topics: fc.option(fc.subarray(TOPICS, { minLength: 1 })),
  weakSpots: fc.boolean(),
  language: fc.constant(REST.language),
  clock: fc.constant(REST.clock),
  mode: fc.constant(REST.mode),
});

test("a plan fits the time, asks nothing twice, respects level and topics, and begins with what is easier", () => {
  fc.assert(
    fc.property(candidates, wishes, fc.integer(), (cards, wanted, seed) => {
      const plan = planInterview(cards, wanted, diceFrom(seed));
      const chosen = plan.flatMap((id) => cards.filter(({ cardId }) => cardId === id));
      expect(new Set(plan).size).toBe(plan.length);
      expect(chosen).toHaveLength(plan.length);
      const minutes = chosen.reduce((sum, card) => sum + minutesFor(card), 0);
      expect(minutes).toBeLessThanOrEqual(wanted.minutes);
      const levels = chosen.map(({ level }) => CARD_LEVELS.indexOf(level));
      expect(levels).toEqual(levels.toSorted((a, b) => a - b));
      expect(Math.max(0, ...levels)).toBeLessThanOrEqual(CARD_LEVELS.indexOf(wanted.level));
      for (const { topicId } of chosen) expect(wanted.topics ?? TOPICS).toContain(topicId);
    }),
  );
});

test("a plan leaves nothing out that would still fit", () => {
  fc.assert(
    fc.property(candidates, wishes, fc.integer(), (cards, wanted, seed) => {
      const plan = planInterview(cards, wanted, diceFrom(seed));
      const used = cards.filter(({ cardId }) => plan.includes(cardId));
      const room = wanted.minutes - used.reduce((sum, card) => sum + minutesFor(card), 0);
      const missing = cards.filter(
        (card) =>
          !plan.includes(card.cardId) &&
          CARD_LEVELS.indexOf(card.level) <= CARD_LEVELS.indexOf(wanted.level) &&
          (wanted.topics ?? TOPICS).includes(card.topicId) &&
          minutesFor(card) <= room,
      );
      expect(missing).toEqual([]);
    }),
  );
});

function shareOf(
  kind: (card: PlanCandidate) => boolean,
  cards: readonly PlanCandidate[],
  wanted: Partial<Wishes>,
): number {
  let [hits, all] = [0, 0];
  for (let seed = 0; seed < 200; seed++) {
    const full: Wishes = { minutes: 20, level: "mid", topics: null, weakSpots: false, ...REST, ...wanted };
    const chosen = new Set(planInterview(cards, full, diceFrom(seed)));
    hits += cards.filter((card) => chosen.has(card.cardId) && kind(card)).length;
    all += chosen.size;
  }
  return hits / all;
}

test("weak spots come more often than what is known well, and only if they are wished for", () => {
  const cards = Array.from({ length: 40 }, (_, i): PlanCandidate => {
    return { cardId: `${i}`, topicId: "opening", level: "mid", hasBoard: false, weakness: i % 4 === 0 ? 1 : 0 };
  });
  const isWeak = ({ weakness }: PlanCandidate) => weakness === 1;
  expect(shareOf(isWeak, cards, { weakSpots: true })).toBeGreaterThan(0.6);
  expect(shareOf(isWeak, cards, { weakSpots: false })).toBeCloseTo(0.25, 1);
});

test("the wished level comes more often than what is easier", () => {
  const cards = Array.from({ length: 40 }, (_, i): PlanCandidate => {
    return { cardId: `${i}`, topicId: "closing", level: i % 2 ? "mid" : "senior", hasBoard: false, weakness: 0 };
  });
  expect(shareOf(({ level }) => level === "senior", cards, { level: "senior" })).toBeGreaterThan(0.6);
});
