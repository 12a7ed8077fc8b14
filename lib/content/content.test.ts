import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#lib/db/testing.ts";
import { isDrawn } from "#lib/quiz/exercise.ts";
import { dealDeck } from "#lib/review/log/deck.ts";
import { recordReview } from "#lib/review/log/mutations.ts";
import { readShelf } from "#lib/review/shelf-queries.ts";
import type { Cue, Rule } from "#lib/tcp/world/scenario.ts";
import { calm } from "#lib/tcp/world/testing.ts";
import { checkContent } from "./check/check.ts";
import { modelsOf, resolveScenario, wholeGallery } from "./gallery.ts";
import { lineNumberOf } from "./locate.ts";
import { readCard } from "./queries.ts";
import { readContent } from "./read.ts";
import type { WrittenScenario } from "./scenario.ts";
import { contentOf } from "./testing.ts";
import { parseText } from "./text.ts";
import { writeContent } from "./write.ts";

const NOW = new Date("2026-11-21T12:00:00Z");
let made: TestDatabase;
let folder: string;

beforeAll(async () => {
  made = await testDatabase();
  folder = mkdtempSync(path.join(os.tmpdir(), "retransmit-content-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await made.dispose();
});

test("the content of this repository has no problem, and covers what the notes ask and claim", async () => {
  const { content, problems } = await readContent();
  expect([...problems, ...checkContent(content)]).toEqual([]);
  expect(Object.keys(content.notes.questions)).toHaveLength(17);
  expect(content.claims).toHaveLength(46);
  expect(content.cards.length).toBeGreaterThanOrEqual(70);
  const drawn = content.cards.filter(({ spec }) => spec.exercise && isDrawn(spec.exercise));
  expect(drawn.length).toBeGreaterThanOrEqual(content.cards.length / 3);
});

test("every problem is told with its path, and reading goes on behind it", async () => {
  for (const card of ["broken", "silent"]) mkdirSync(path.join(folder, "topic", card), { recursive: true });
  writeFileSync(path.join(folder, "topic", "topic.ts"), "export default { order: 1, title: { en: 'T' } };");
  writeFileSync(path.join(folder, "topic", "broken", "card.ts"), "export default { order: 'first', extra: 1 };");
  writeFileSync(path.join(folder, "topic", "broken", "en.md"), "## In full\n\nNo question.\n");
  writeFileSync(path.join(folder, "topic", "silent", "card.ts"), "syntax error");
  const { problems } = await readContent(folder);
  const told = problems.map(({ path: where, message }) => `${where}: ${message}`).join("\n");
  expect(told).toContain("topic/topic.ts: title.zh:");
  expect(told).toContain("topic/broken/card.ts: order:");
  expect(told).toContain("topic/broken/card.ts: default export: Unrecognized key");
  expect(told).toContain("topic/broken/en.md: the text must begin with the question");
  expect(told).toContain("topic/broken/zh.md: is missing");
  expect(told).toContain("topic/silent/card.ts:");
});

test("a card may say what its scenario is like, and only what differs", () => {
  const gallery = new Map([["calm", calm]]);
  const rules: Rule[] = [{ from: "client", of: "ACK", nth: 1, fate: "drop" }];
  const andThen: Cue[] = [{ host: "client", atUs: 9, call: { kind: "close" } }];
  expect(resolveScenario({ like: "calm", profile: "linux-6.18", rules, andThen }, gallery)).toEqual({
    ...calm,
    profile: "linux-6.18",
    wire: { ...calm.wire, rules },
    script: [...calm.script, ...andThen],
  });
  expect(resolveScenario({ like: "calm" }, gallery)).toEqual(calm);
  expect(resolveScenario({ like: "stormy" }, gallery)).toBeNull();
});

test("a scenario of the gallery may be like another, and that like a third, in any order", () => {
  const rules: Rule[] = [{ from: "client", of: "ACK", nth: 1, fate: "drop" }];
  const written = new Map<string, WrittenScenario>([
    ["third", { like: "second", rules }],
    ["second", { like: "first", delayUs: 7 }],
    ["first", calm as WrittenScenario],
    ["lost", { like: "nowhere" }],
    ["lost as well", { like: "lost" }],
  ]);
  expect([...wholeGallery(written).keys()].sort()).toEqual(["first", "second", "third"]);
  expect(wholeGallery(written).get("third")).toEqual({ ...calm, wire: { delayUs: 7, rules } });
  expect(modelsOf("third", written)).toEqual(["second", "first"]);
});

test("what keeps a scenario of the gallery from being whole is told once, with its line", async () => {
  const root = mkdtempSync(path.join(folder, "gallery-"));
  mkdirSync(path.join(root, "scenarios"));
  const write = (name: string, scenario: object) => {
    const rest = "order: 1, group: 'opening', title: { en: 'T', zh: 'T' }, summary: { en: 'S', zh: 'S' }";
    const shows = "[{ kind: 'ends', host: 'server', state: 'CLOSED' }]";
    const source = `export default {\n  ${rest},\n  scenario:\n    ${JSON.stringify(scenario)},\n  shows: ${shows},\n};\n`;
    writeFileSync(path.join(root, "scenarios", `${name}.ts`), source);
    return source;
  };
  write("egg", { like: "hen" });
  const source = write("hen", { like: "egg" });
  write("chick", { like: "hen" });
  write("orphan", { like: "nobody" });
  write("whole", calm);
  write("stranger", { like: "whole", rules: [{ from: "printer", of: "any", nth: 1, fate: "drop" }] });
  const { content, problems } = await readContent(root);
  const told = problems.filter(({ path: where }) => where.startsWith("scenarios/"));
  expect(told.map(({ path: where, message }) => `${where}: ${message}`)).toEqual([
    "scenarios/egg.ts: goes in a circle, egg like hen like egg: write one of them whole",
    "scenarios/hen.ts: goes in a circle, hen like egg like hen: write one of them whole",
    "scenarios/orphan.ts: there is no such scenario in content/scenarios",
    "scenarios/stranger.ts: scenario.wire.rules.0.from: there is no host named printer",
  ]);
  expect(lineNumberOf(source, told[0]?.at ?? [])).toBe(4);
  expect(content.exhibits.map(({ id }) => id)).toEqual(["whole"]);
});

test("what is like another and no different may leave its promises to the model", async () => {
  const root = mkdtempSync(path.join(folder, "promises-"));
  for (const name of ["scenarios", "claims"]) mkdirSync(path.join(root, name));
  const both = { en: "T", zh: "T" };
  const opens = [{ kind: "ends", host: "server", state: "ESTABLISHED" }];
  const write = (file: string, value: object) => {
    const source = `export default ${JSON.stringify(value, null, 2)};\n`;
    writeFileSync(path.join(root, file), source);
    return source;
  };
  const entry = { group: "opening", title: both, summary: both, shows: opens };
  write("scenarios/calm.ts", { ...entry, order: 1, scenario: calm });
  const claimed = (simulation: object) => ({
    verdict: "correct",
    notes: [{ note: "000", heading: "h" }],
    claim: both,
    statement: both,
    sources: [{ label: "RFC 9293" }],
    claimed: opens,
    simulation: { ...simulation, contrast: { label: both, change: { script: [] } } },
  });
  const own = [{ kind: "never", host: "server", state: "CLOSE-WAIT" }];
  write("claims/A1.ts", claimed({ scenario: { like: "calm" } }));
  write("claims/A2.ts", claimed({ scenario: { like: "calm" }, shows: own }));
  const source = write("claims/A3.ts", claimed({ scenario: { like: "calm", iss: { client: 1, server: 2 } } }));
  write("claims/A4.ts", claimed({ scenario: calm }));
  const { content, problems } = await readContent(root);
  expect(content.claims.map(({ id, spec }) => [id, spec.simulation.shows])).toEqual([
    ["A1", opens],
    ["A2", own],
  ]);
  const told = problems.filter(({ path: where }) => where.startsWith("claims/"));
  const message =
    "simulation.shows: say what the film must show; only what is like another and no different may leave it out";
  expect(told.map((problem) => [problem.path, problem.message])).toEqual([
    ["claims/A3.ts", message],
    ["claims/A4.ts", message],
  ]);
  expect(lineNumberOf(source, told[0]?.at ?? [])).toBe(source.split("\n").indexOf('  "simulation": {') + 1);
});

test("a text is taken apart at its headings, and keeps its Markdown", () => {
  const markdown = [
    "# Why?\n\n## Options\n\n- One *thing*\n\n  Since `a`.\n\n- Another\n\n  Since:\n\n  - b\n",
    "## In thirty seconds\n\nBecause *so*.\n\n## In full\n\n1. `a`\n2. b\n\nc\n\n## Key points\n\n- **x**\n- y\n",
    "## Usual mistakes\n\n- no\n\n## Follow-ups\n\n- And then?\n\n  This.\n",
    "## Try it yourself\n\n```sh\nss -tan\n```\n\n## In the simulation\n\nWatch.\n",
  ].join("\n");
  expect(parseText(markdown, "en")).toEqual({
    problems: [],
    text: {
      question: "Why?",
      spoken: "",
      choices: [
        { text: "One *thing*", why: "Since `a`." },
        { text: "Another", why: "Since:\n\n- b" },
      ],
      short: "Because *so*.",
      full: "1. `a`\n2. b\n\nc",
      keyPoints: ["**x**", "y"],
      mistakes: ["no"],
      followUps: [{ question: "And then?", answer: "This." }],
      tryIt: "```sh\nss -tan\n```",
      simulation: "Watch.",
    },
  });
  expect(
    parseText(markdown, "zh")
      .problems.map(({ message }) => message)
      .join(),
  ).toContain("三十秒回答");
});

test("what is wrong with a text is told with its line", () => {
  const told = (markdown: string) =>
    parseText(markdown, "en").problems.map(({ line, message }) => `${line}: ${message}`);
  const rest = "## Try it yourself\n\n`ss`\n\n## In the simulation\n\nWatch.\n";
  const most = "# Why?\n\n## In thirty seconds\n\nSo.\n\n## In full\n\nSo.\n\n## Key points\n\n";
  expect(told(`${most}No list.\n\n## Usual mistakes\n\n- no\n\n${rest}`)).toEqual([
    '11: "Key points" must be one list and nothing else',
  ]);
  expect(told(`${most}- a\n\n## Usual mistakes\n\n- no\n\n## Follow-ups\n\n- And?\n\n${rest}`)).toEqual([
    '19: "Follow-ups" needs two paragraphs in every item: the question or option, then the answer',
  ]);
  expect(told(`${most}- a\n\n## Mistakes\n\n- no\n\n${rest}`)[0]).toMatch(/^15: the ## headings must be/);
});

test("the place of a problem in a module is found by the keys that lead to it", () => {
  const source =
    "export default {\n  order: 1,\n  simulation: {\n    scenario: { like: 'open' },\n    shows: [],\n  },\n};\n";
  expect(lineNumberOf(source, ["simulation", "shows", 0, "state"])).toBe(5);
  expect(lineNumberOf(source, ["order"])).toBe(2);
  expect(lineNumberOf(source, ["nothing"])).toBeNull();
  expect(lineNumberOf("# Why?\n\n## Key points\n", ["## Key points"])).toBe(3);
});

test("a card whose scenario is said in other words is the same card", async () => {
  const other = await testDatabase();
  const content = contentOf(["a"]);
  await writeContent(other.db, content, NOW);
  const cards = content.cards.map((card) => ({ ...card, written: { like: "calm" } }));
  expect(await writeContent(other.db, { ...content, cards }, NOW)).toEqual({ changed: 0, retired: 0, unchanged: 1 });
  await other.dispose();
});

test("building twice writes once; what is gone is retired, what comes back is active, and reviews stay", async () => {
  const { db } = made;
  expect(await writeContent(db, contentOf(["a", "b"]), NOW)).toEqual({ changed: 2, retired: 0, unchanged: 0 });
  expect(await writeContent(db, contentOf(["a", "b"]), NOW)).toEqual({ changed: 0, retired: 0, unchanged: 2 });
  const answer = {
    version: 0,
    kind: "answer" as const,
    rating: 3 as const,
    durationMs: 1,
    notes: "",
    tickedKeyPoints: [],
    answer: {},
    language: "en" as const,
  };
  await dealDeck(db);
  await recordReview(db, { ...answer, id: crypto.randomUUID(), cardId: "topic/b" }, NOW, "UTC");
  expect(await writeContent(db, contentOf(["a"]), NOW)).toEqual({ changed: 0, retired: 1, unchanged: 1 });
  expect((await readCard(db, "topic/b", "en"))?.retired).toBe(true);
  await dealDeck(db);
  const everything = { search: "", topic: null, level: null, memory: null, page: 1 };
  expect((await readShelf(db, everything, "zh")).cards.map(({ question }) => question)).toEqual(["为什么 a？"]);
  expect(await writeContent(db, contentOf(["a", "b"]), NOW)).toEqual({ changed: 1, retired: 0, unchanged: 1 });
  expect(await db.review.count()).toBe(1);
});
