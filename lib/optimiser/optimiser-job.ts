import type { Db } from "#lib/db/client.ts";
import { changeSettings, LEARNER, readClockless } from "#lib/learner/learner.ts";
import { cardLogs } from "#lib/review/log/log.ts";
import { readSnapshot } from "#lib/review/log/snapshot.ts";
import { type AnswerHistory, historyOf } from "./items.ts";
import { ITEMS_MIN, optimise } from "./optimise.ts";
import { Pace } from "./pace.ts";

/** The one search for better weights that a server runs at a time, and what became of the last. */
export type OptimiserState =
  | { readonly state: "idle" | "cancelled" }
  /** The share that is done, 0 … 1. */
  | { readonly state: "running"; readonly share: number }
  /** The log loss of the weights that were in force, and of the new ones; those are in force now if they were kept. */
  | { readonly state: "done"; readonly before: number; readonly after: number; readonly kept: boolean }
  | { readonly state: "failed"; readonly reason: "unavailable" | "unexpected" };

export type Optimiser = OptimiserState & {
  /** How many answers of the log can be learned from, and how many more it takes. */
  readonly reviews: number;
  readonly missing: number;
};

interface Job {
  state: OptimiserState;
  readonly cancel: AbortController;
  ended: Promise<void>;
}

/** Reading the log is so much of the work; training is the rest. */
const READING_SHARE = 0.3;
/** After so many cards others have their turn. */
const CARDS_AT_ONCE = 5;

/** On globalThis, so that every door of the server sees the same one, also after a reload in development. */
const holder = globalThis as unknown as { retransmitOptimiser?: Job };

/** How the search stands. */
export async function optimiserState(db: Db): Promise<Optimiser> {
  const reviews = await usableReviews(db);
  return { ...(holder.retransmitOptimiser?.state ?? { state: "idle" }), reviews, missing: missingOf(reviews) };
}

export type Started =
  | { ok: true }
  | { ok: false; reason: "running" }
  | { ok: false; reason: "too-few"; missing: number };

/** Starts a search, which goes on by itself, and keeps its weights if they foretell better. Nothing is rescheduled. */
export async function startOptimiser(db: Db): Promise<Started> {
  const missing = missingOf(await usableReviews(db));
  if (holder.retransmitOptimiser?.state.state === "running") return { ok: false, reason: "running" };
  if (missing > 0) return { ok: false, reason: "too-few", missing };
  const job: Job = {
    state: { state: "running", share: 0 },
    cancel: new AbortController(),
    ended: Promise.resolve(),
  };
  job.ended = run(db, job);
  holder.retransmitOptimiser = job;
  return { ok: true };
}

/** Ends the search, if there is one, and waits until it has ended. One that is keeping its weights already, keeps them. */
export async function cancelOptimiser(): Promise<void> {
  holder.retransmitOptimiser?.cancel.abort();
  await holder.retransmitOptimiser?.ended;
}

/** Waits until no search is running. */
export async function optimiserEnded(): Promise<void> {
  await holder.retransmitOptimiser?.ended;
}

/** Puts the weights that come with FSRS in force again; what the last search said of its own does not hold any more. */
export async function dropWeights(db: Db): Promise<void> {
  await changeSettings(db, (stored) => ({ ...stored, weights: null }));
  if (holder.retransmitOptimiser?.state.state !== "running") delete holder.retransmitOptimiser;
}

async function run(db: Db, job: Job): Promise<void> {
  const { signal } = job.cancel;
  try {
    const { scheduler } = await readClockless(db);
    const histories = await readHistories(db, job);
    const onProgress = (share: number) => {
      job.state = { state: "running", share: READING_SHARE + share * (1 - READING_SHARE) };
    };
    const found = await optimise(histories, scheduler, { signal, onProgress });
    if (found.ok) {
      const { before, after, weights } = found;
      const kept = after < before;
      if (kept) await changeSettings(db, (stored) => ({ ...stored, weights: [...weights] }));
      job.state = { state: "done", before, after, kept };
    } else if (found.reason === "unavailable") job.state = { state: "failed", reason: "unavailable" };
    // Answers were taken back, or a card was reset, since they were counted.
    else job.state = { state: "idle" };
  } catch (error) {
    if (!signal.aborted) console.error("optimiser:", error);
    job.state = signal.aborted ? { state: "cancelled" } : { state: "failed", reason: "unexpected" };
  }
}

async function readHistories(db: Db, job: Job): Promise<AnswerHistory[]> {
  const versions = new Map([...(await readSnapshot(db)).versions].filter(([, version]) => version > 0));
  const histories: AnswerHistory[] = [];
  const pace = new Pace(job.cancel.signal, CARDS_AT_ONCE);
  for await (const logs of cardLogs(db, versions)) {
    for (const { log } of logs) {
      await pace.step();
      histories.push(historyOf(log));
    }
    job.state = { state: "running", share: (READING_SHARE * histories.length) / versions.size };
  }
  return histories;
}

/** The memories have counted them: answers that stand, since the last reset, a study day or more after the one before. */
async function usableReviews(db: Db): Promise<number> {
  const { _sum } = await db.memory.aggregate({ where: { learnerId: LEARNER }, _sum: { longTermReviews: true } });
  return _sum.longTermReviews ?? 0;
}

function missingOf(reviews: number): number {
  return Math.max(0, ITEMS_MIN - reviews);
}
