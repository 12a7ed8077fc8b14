import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#lib/db/testing.ts";
import type { Language } from "#lib/i18n/languages.ts";
import { FOUND_MAX, findCards, QUERY_MAX, searchWords } from "./search-queries.ts";
import { contentOf } from "./testing.ts";
import { writeContent } from "./write.ts";

const NOW = new Date("2026-11-21T02:00:00Z");

let made: TestDatabase;

beforeEach(async () => {
  made = await testDatabase();
});
afterEach(() => made.dispose());

type Texts = Readonly<Record<string, { readonly en?: string; readonly zh?: string }>>;

/** Cards by their name, with what they ask; all else that they say is the same. */
function contentAsking(texts: Texts) {
  const content = contentOf(Object.keys(texts));
  const cards = content.cards.map((card, i) => {
    const { en = "-", zh = "-" } = Object.values(texts)[i] ?? {};
    return { ...card, texts: { en: { ...card.texts.en, question: en }, zh: { ...card.texts.zh, question: zh } } };
  });
  return { ...content, cards };
}

const write = (texts: Texts) => writeContent(made.db, contentAsking(texts), NOW);

async function found(query: string, language: Language = "en"): Promise<string[]> {
  const { cardIds } = await findCards(made.db, searchWords(query), language);
  return cardIds.map((id) => id.replace("topic/", "")).sort();
}

test("a search finds what stands there letter for letter, and nothing else", async () => {
  await write({
    percent: { en: "100% lost" },
    underscore: { en: "tcp_tw_reuse" },
    quotes: { en: `so-called "half-open"` },
    apostrophe: { en: "a host's port" },
    operators: { en: "SYN AND ACK NOT RST (NEAR) a*b -c ^d {e}:f \\g" },
    emoji: { en: "🙂 handshake 👨‍👩‍👧" },
    chinese: { en: "第三次握手" },
    capitals: { en: "Straße ÉTAT" },
  });
  const finds: Record<string, string[]> = {
    "%": ["percent"],
    "0%": ["percent"],
    "100%": ["percent"],
    _: ["underscore"],
    _tw_: ["underscore"],
    "tcp%reuse": [],
    tcp_t_: [],
    '"': ["quotes"],
    '"half-open"': ["quotes"],
    "t's": ["apostrophe"],
    "'": ["apostrophe"],
    "a*b": ["operators"],
    "*": ["operators"],
    "(near)": ["operators"],
    "{e}:f": ["operators"],
    "\\": ["operators"],
    "🙂": ["emoji"],
    "👨‍👩‍👧": ["emoji"],
    握: ["chinese"],
    握手: ["chinese"],
    三次握手: ["chinese"],
    手握: [],
    étAT: ["capitals"],
    st: ["apostrophe", "capitals", "operators", "percent"],
    "AND NOT": ["operators"],
  };
  for (const [query, cards] of Object.entries(finds)) expect([query, await found(query)]).toEqual([query, cards]);
});

test("every word has to be there, wherever it is: in question, answer, key points or topic; in the language of the page", async () => {
  await write({ a: { en: "Why a reset?", zh: "为什么复位？" }, b: { en: "Why a probe?", zh: "为什么探测？" } });
  expect(await found("reset why")).toEqual(["a"]);
  expect(await found("reset probe")).toEqual([]);
  expect(await found("Because three Topic reset")).toEqual(["a"]);
  expect(await found("复位")).toEqual([]);
  expect(await found("复位", "zh")).toEqual(["a"]);
  expect(await found("主题 探", "zh")).toEqual(["b"]);
});

test("what a card, or its topic, says anew is found at once, and what it said before no more", async () => {
  await write({ a: { en: "Why a reset?" }, b: { en: "Why a probe?" } });
  await write({ a: { en: "Why an abort?" }, b: { en: "Why a probe?" } });
  expect([await found("reset"), await found("abort"), await found("probe")]).toEqual([[], ["a"], ["b"]]);
  const content = contentAsking({ a: { en: "Why an abort?" }, b: { en: "Why a probe?" } });
  const topics = content.topics.map(({ id, spec }) => ({
    id,
    spec: { ...spec, title: { en: "Heading", zh: "标题" } },
  }));
  await writeContent(made.db, { ...content, topics }, NOW);
  expect([await found("topic"), await found("heading"), await found("标", "zh")]).toEqual([[], ["a", "b"], ["a", "b"]]);
});

test("a text that is gone is not found, and one that takes its place is", async () => {
  await write({ a: { en: "Why a reset?" } });
  await made.db.cardText.deleteMany({ where: { language: "en" } });
  expect(await found("reset")).toEqual([]);
  const text = { short: "s", full: "f", keyPoints: [], mistakes: [], simulation: "" };
  await made.db.cardText.create({ data: { cardId: "topic/a", language: "en", question: "Why again?", ...text } });
  expect(await found("again")).toEqual(["a"]);
});

test("no more cards are looked at than the limit, and one is told that there are others", async () => {
  const many = Object.fromEntries(
    Array.from({ length: FOUND_MAX + 50 }, (_, i) => [`card-${i}`, { en: `Host ${i}?` }]),
  );
  await write(many);
  for (const query of ["host", "h", "because host"]) {
    const { cardIds, more } = await findCards(made.db, searchWords(query), "en");
    expect([query, cardIds.length <= FOUND_MAX, more]).toEqual([query, true, true]);
  }
  expect(await findCards(made.db, searchWords("host 777"), "en")).toEqual({ cardIds: ["topic/card-777"], more: false });
}, 60_000);

test("whatever a text is, each part of it finds it, and parts of others do not", async () => {
  const character = fc.constantFrom(..."aB%_\"'\\*-^(){}:.,é握手连接🙂");
  const word = fc.array(character, { minLength: 1, maxLength: 6 }).map((all) => all.join(""));
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(word, { minLength: 2, maxLength: 6 }), word, async (texts, query) => {
      await write(Object.fromEntries(texts.map((en, i) => [`card-${i}`, { en: `<${en}>` }])));
      const holding = texts.flatMap((text, i) =>
        text.toLowerCase().includes(query.toLowerCase()) ? [`card-${i}`] : [],
      );
      // What all cards say besides.
      const rest = ["Because.", "Because of one, two and three.", "one", "two", "three", "Topic"];
      fc.pre(!rest.some((text) => text.toLowerCase().includes(query.toLowerCase())));
      // Cards of a round before are not asked any more.
      const asked = new Set(texts.map((_, i) => `card-${i}`));
      expect((await found(query)).filter((name) => asked.has(name))).toEqual(holding);
    }),
    { numRuns: 40 },
  );
}, 120_000);

test("a search has at most eight words, none twice, and an end", () => {
  expect(searchWords("  SYN \u3000 ACK\tSYN ")).toEqual(["SYN", "ACK"]);
  expect(searchWords("a b c d e f g h i j")).toHaveLength(8);
  expect(searchWords("x".repeat(500))).toEqual(["x".repeat(QUERY_MAX)]);
  expect(searchWords("\0 \0")).toEqual([]);
  expect(searchWords("e\u0301")).toEqual(["\u00e9"]);
});
