import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { type Client, createClient } from "@libsql/client";
import { type Db, openDatabase } from "#lib/db/client.ts";
import { prepareDatabase } from "#lib/db/prepare.ts";
import { parsingFile } from "#lib/review/log/csv.ts";
import { exportLog } from "#lib/review/log/export-queries.ts";
import { importLog } from "#lib/review/log/import.ts";
import { recordReview } from "#lib/review/log/mutations.ts";
import { logDifferences, rebuild } from "#lib/review/log/rebuild.ts";
import { inTurns } from "#lib/review/log/slices.ts";
import { overview } from "#lib/review/queries.ts";
import type { Figure } from "../bench.ts";
import { benchCard, deal, fill } from "./learned.ts";

const ZONE = "Asia/Shanghai";
const NOW = new Date("2026-11-21T02:00:00Z");
const LINES = 100_000;
const LARGE = { cards: 10_000, reviews: 1_000_000 };
/** As few cards as there really are, so that each has a long log, and as many as another deck may have. */
const DECKS = [80, 5_000] as const;
/** Others ask so often meanwhile. */
const PAUSE_MS = 15;
const MIB = 1024 * 1024;

/** What happens to a log as a whole, and how long others wait meanwhile, in one process with all of it. */
export async function log(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "retransmit-bench-"));
  try {
    const figures: Figure[] = [];
    for (const cards of DECKS) figures.push(...(await importing(folder, cards)));
    return [...figures, ...(await whole(folder))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function importing(folder: string, cards: number): Promise<Figure[]> {
  // One card more, for those who answer meanwhile.
  const db = await database(folder, `import-${cards}`, (client) => deal(client, cards + 1));
  const bytes = Buffer.from(table(cards));
  const others = new Others(db, benchCard(cards, { cards: cards + 1 }));
  const begun = performance.now();
  const log = await inTurns(parsingFile(bytes));
  if (!log.ok) throw new Error("the table of the bench cannot be read");
  const { reviews } = await importLog(db, log.lines, ZONE);
  const seconds = (performance.now() - begun) / 1000;
  if (reviews !== LINES) throw new Error(`only ${reviews} answers were imported`);
  const { answerMs, readMs, blockedMs } = await others.end();
  await db.$disconnect();
  const of = `import of ${LINES.toLocaleString("en")} lines, ${cards.toLocaleString("en")} cards`;
  return [
    { name: of, value: seconds, unit: "s", goal: "at most 20" },
    ...latencies("an answer meanwhile", answerMs, "at most 100"),
    ...latencies("the start page's read meanwhile", readMs, "at most 100"),
    { name: "the thread is held, at most", value: blockedMs, unit: "ms" },
  ];
}

async function whole(folder: string): Promise<Figure[]> {
  const db = await database(folder, "large", (client) => fill(client, LARGE, NOW));
  const reviews = LARGE.reviews.toLocaleString("en");
  const figures: Figure[] = [];
  const measure = async (name: string, goal: string | undefined, work: () => Promise<unknown>) => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const before = process.memoryUsage().rss;
    let peak = before;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss);
    }, 20);
    const begun = performance.now();
    await work();
    const seconds = (performance.now() - begun) / 1000;
    clearInterval(watch);
    delay.disable();
    figures.push(
      { name: `${name} of ${reviews}`, value: seconds, unit: "s", ...(goal && { goal }) },
      { name: "memory on top, at most", value: (peak - before) / MIB, unit: "MiB" },
      { name: "the thread is held, p99", value: delay.percentile(99) / 1e6, unit: "ms" },
    );
  };
  await measure("export", "at most 20", async () => {
    for await (const piece of exportLog(db)) if (piece === "") throw new Error("an empty piece was exported");
  });
  // What `fill` stores is not what its log adds up to: everything is written anew, and then it is.
  await measure("rebuild", undefined, () => rebuild(db));
  await measure("verify", undefined, async () => {
    const told = await logDifferences(db);
    if (told.length > 0) throw new Error(told[0]);
  });
  await db.$disconnect();
  return figures;
}

async function database(folder: string, name: string, filled: (client: Client) => Promise<void>): Promise<Db> {
  const file = path.join(folder, `${name}.db`);
  const prepared = await prepareDatabase(file);
  if (!prepared.ok) throw new Error(`${prepared.trouble}: ${prepared.detail}`);
  const client = createClient({ url: `file:${file}` });
  await filled(client);
  client.close();
  return openDatabase(file);
}

/** Answers to all cards in turns, over three years. */
function table(cards: number): string {
  const hour = 3_600_000;
  const lines = Array.from({ length: LINES }, (_, i) => {
    const at = NOW.getTime() - Math.round((LINES - i) * hour * 0.26);
    return `${benchCard(i % cards, { cards: cards + 1 })},${at},${i % 7 === 0 ? 1 : 3},${i < cards ? 0 : 2},${5_000 + (i % 1_000)}`;
  });
  return `card_id,review_time,review_rating,review_state,review_duration\n${lines.join("\n")}\n`;
}

/** Somebody who goes on answering and looking at the start page. */
class Others {
  readonly #answerMs: number[] = [];
  readonly #readMs: number[] = [];
  readonly #delay = monitorEventLoopDelay({ resolution: 1 });
  readonly #ended: Promise<void>;
  #isOver = false;

  constructor(db: Db, card: string) {
    this.#delay.enable();
    this.#ended = this.#goOn(db, card);
  }

  async end() {
    this.#isOver = true;
    await this.#ended;
    this.#delay.disable();
    return { answerMs: this.#answerMs, readMs: this.#readMs, blockedMs: this.#delay.max / 1e6 };
  }

  async #goOn(db: Db, card: string): Promise<void> {
    for (let version = 0; !this.#isOver; version++) {
      const rest = { durationMs: 20_000, notes: "", tickedKeyPoints: [], answer: {} };
      const input = {
        ...rest,
        id: randomUUID(),
        cardId: card,
        version,
        kind: "answer",
        rating: 3,
        language: "en",
      } as const;
      const at = performance.now();
      const recorded = await recordReview(db, input, NOW, ZONE);
      if (!recorded.ok) throw new Error(recorded.reason);
      this.#answerMs.push(performance.now() - at);
      const then = performance.now();
      await overview(db, NOW, ZONE);
      this.#readMs.push(performance.now() - then);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

function latencies(name: string, times: readonly number[], goal: string): Figure[] {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return [
    { name: `${name}, median of ${sorted.length}`, value: at(0.5), unit: "ms" },
    { name: `${name}, 95th percentile`, value: at(0.95), unit: "ms", goal },
    { name: `${name}, the longest`, value: at(1), unit: "ms" },
  ];
}
