import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#lib/db/testing.ts";
import { recordReview } from "#lib/review/mutations.ts";
import type { Cue, Rule } from "#lib/tcp/scenario.ts";
import { calm } from "#lib/tcp/testing.ts";
import { checkContent } from "./check.ts";
import { resolveScenario } from "./gallery.ts";
import { listCards, readCard } from "./queries.ts";
import { readContent } from "./read.ts";
import type { Card } from "./schema.ts";
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

test("the content of this repository has no problem, and both languages of every card", async () => {
  const { content, problems } = await readContent();
  expect([...problems, ...checkContent(content)]).toEqual([]);
  const questions = new Set(content.cards.flatMap((card) => card.spec.provenance.questions));
  expect([...questions].sort()).toEqual(["Q1", "Q10", "Q13", "Q14", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7", "Q8", "Q9"]);
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
  expect(told).toContain("topic/broken/en.md: line 1: the text must begin with the question");
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

test("a text is taken apart at its headings, and keeps its Markdown", () => {
  const markdown =
    "# Why?\n\n## In thirty seconds\n\nBecause *so*.\n\n## In full\n\n1. `a`\n2. b\n\nc\n\n## Key points\n\n- **x**\n- y\n\n" +
    "## Usual mistakes\n\n- no\n\n## In the simulation\n\nWatch.\n";
  expect(parseText(markdown, "en")).toEqual({
    problems: [],
    text: {
      question: "Why?",
      short: "Because *so*.",
      full: "1. `a`\n2. b\n\nc",
      keyPoints: ["**x**", "y"],
      mistakes: ["no"],
      simulation: "Watch.",
    },
  });
  expect(parseText(markdown, "zh").problems.join()).toContain("三十秒回答");
});

function changed(change: (card: Card) => Card) {
  const content = contentOf(["one"]);
  return checkContent({ ...content, cards: content.cards.map(change) }).map(({ message }) => message);
}

test("a card whose film does not show what the card says is refused", () => {
  const promise = (shows: Card["spec"]["simulation"]["shows"]) =>
    changed((card) => ({ ...card, spec: { ...card.spec, simulation: { ...card.spec.simulation, shows } } }));
  expect(promise([{ kind: "ends", host: "server", state: "LISTEN" }])).toEqual([
    "simulation: the server ends in ESTABLISHED, not LISTEN",
  ]);
  expect(promise([{ kind: "never", host: "client", state: "SYN-SENT" }])).toHaveLength(1);
  expect(promise([{ kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ ack: 2 }] }])).toEqual([
    "simulation: server's SYN,ACK seq=0 ack=1 (number 1) has ack 1, not 2",
  ]);
  expect(promise([{ kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{}, {}] }])).toHaveLength(1);
  expect(promise([{ kind: "delivered", host: "server", bytes: 1 }])).toHaveLength(1);
  expect(promise([{ kind: "state", host: "server", state: "ESTABLISHED", atUs: 149_999 }])).toHaveLength(1);
});

test("a thirty-second answer that takes longer is refused", () => {
  const texts = (card: Card, en: string, zh: string) => ({
    ...card,
    texts: { en: { ...card.texts.en, short: en }, zh: { ...card.texts.zh, short: zh } },
  });
  expect(changed((card) => texts(card, "word ".repeat(90), "字".repeat(160)))).toEqual([]);
  expect(changed((card) => texts(card, "word ".repeat(91), "字".repeat(161)))).toHaveLength(2);
});

test("building twice writes once; what is gone is retired, what comes back is active, and reviews stay", async () => {
  const { db } = made;
  expect(await writeContent(db, contentOf(["a", "b"]), NOW)).toEqual({ changed: 2, retired: 0, unchanged: 0 });
  expect(await writeContent(db, contentOf(["a", "b"]), NOW)).toEqual({ changed: 0, retired: 0, unchanged: 2 });
  const answer = {
    version: 0,
    rating: 3 as const,
    durationMs: 1,
    notes: "",
    tickedKeyPoints: [],
    language: "en" as const,
  };
  await recordReview(db, { ...answer, id: crypto.randomUUID(), cardId: "topic/b" }, NOW, "UTC");
  expect(await writeContent(db, contentOf(["a"]), NOW)).toEqual({ changed: 0, retired: 1, unchanged: 1 });
  expect((await readCard(db, "topic/b", "en"))?.retired).toBe(true);
  expect((await listCards(db, "zh")).map((t) => t.cards.map((card) => card.question))).toEqual([["为什么 a？"]]);
  expect(await writeContent(db, contentOf(["a", "b"]), NOW)).toEqual({ changed: 1, retired: 0, unchanged: 1 });
  expect(await db.review.count()).toBe(1);
});
