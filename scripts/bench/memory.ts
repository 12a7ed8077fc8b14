import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createClient } from "@libsql/client";
import { type Db, openDatabase } from "#lib/db/client.ts";
import { prepareDatabase } from "#lib/db/prepare.ts";
import { readProgress } from "#lib/progress/queries.ts";
import { recordReview } from "#lib/review/log/mutations.ts";
import { nextCard } from "#lib/review/queries.ts";
import type { Figure } from "../bench.ts";
import { BareWriter } from "./bare-writer.ts";
import { benchCard, fill, type Size } from "./learned.ts";

const ZONE = "Asia/Shanghai";
const NOW = new Date("2026-11-21T02:00:00Z");
const ANSWERS = 600;
const LOOKS = 60;
const SMALL: Size = { cards: 1_000, reviews: 10_000 };
const LARGE: Size = { cards: 100_000, reviews: 1_000_000 };

/** What a learner with many cards and a long log waits for, as ratios within one run. */
export async function memory(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "retransmit-bench-"));
  try {
    const small = await learned(folder, "small", SMALL);
    const bare = await learned(folder, "bare", SMALL);
    await bare.db.$disconnect();
    const version = SMALL.reviews / SMALL.cards;
    const [recordMs, bareMs] = await inTurns(
      (n) => answer(small.db, benchCard(n, SMALL), version),
      await BareWriter.open(bare.file, NOW).then((writer) => (n) => writer.write(benchCard(n, SMALL))),
    );
    const large = await learned(folder, "large", LARGE);
    const [smallMs, largeMs] = await inTurns(
      () => nextCard(small.db, "en", NOW, ZONE),
      () => nextCard(large.db, "en", NOW, ZONE),
    );
    const progressMs = await medianMs(LOOKS / 3, () => readProgress(large.db, "en", NOW, ZONE));
    await small.db.$disconnect();
    await large.db.$disconnect();
    return [
      { name: "recording an answer, durable", value: recordMs, unit: "ms" },
      { name: "the same writes by the bare driver", value: bareMs, unit: "ms" },
      { name: "ratio", value: recordMs / bareMs, unit: "", goal: "at most 2" },
      { name: "the next card of 1,000 with 10,000 reviews", value: smallMs, unit: "ms" },
      { name: "the next card of 100,000 with 1,000,000 reviews", value: largeMs, unit: "ms" },
      { name: "ratio", value: largeMs / smallMs, unit: "", goal: "at most 1.5" },
      {
        name: "all that the progress page reads, 1,000,000 reviews",
        value: progressMs,
        unit: "ms",
        goal: "at most 300",
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function learned(folder: string, name: string, size: Size): Promise<{ db: Db; file: string }> {
  const file = path.join(folder, `${name}.db`);
  const prepared = await prepareDatabase(file);
  if (!prepared.ok) throw new Error(`${prepared.trouble}: ${prepared.detail}`);
  const client = createClient({ url: `file:${file}` });
  await fill(client, size, NOW);
  client.close();
  return { db: openDatabase(file), file };
}

/** An answer to a card that was not answered in this run before. */
async function answer(db: Db, id: string, version: number): Promise<void> {
  const rest = { durationMs: 20_000, notes: "SYN, SYN-ACK, ACK", tickedKeyPoints: ["one"], answer: {} };
  const input = { id: randomUUID(), cardId: id, version, kind: "answer", rating: 3, language: "en", ...rest } as const;
  const recorded = await recordReview(db, input, NOW, ZONE);
  if (!recorded.ok) throw new Error(recorded.reason);
}

/** Medians of two things done in turns, so that whatever else the machine does hits both. */
async function inTurns(one: (n: number) => Promise<unknown>, other: (n: number) => Promise<unknown>) {
  const times: [number[], number[]] = [[], []];
  for (let n = 0; n < ANSWERS; n++) {
    times[0].push(await msOf(() => one(n)));
    times[1].push(await msOf(() => other(n)));
  }
  return times.map(middle) as [number, number];
}

async function medianMs(times: number, what: () => Promise<unknown>): Promise<number> {
  const all: number[] = [];
  for (let n = 0; n < times; n++) all.push(await msOf(what));
  return middle(all);
}

async function msOf(what: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await what();
  return performance.now() - begun;
}

/** The middle one; the first third only warms up. */
function middle(times: readonly number[]): number {
  const sorted = times.slice(Math.ceil(times.length / 3)).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
