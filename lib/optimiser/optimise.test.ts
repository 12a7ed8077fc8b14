import fc from "fast-check";
import { default_w } from "ts-fsrs";
import { expect, test } from "vitest";
import { forecaster, type Strength } from "#lib/scheduling/fsrs.ts";
import { RATINGS, type Rating } from "#lib/scheduling/rating.ts";
import { LOG_KINDS, type LogEntry, replay, standing } from "#lib/scheduling/replay.ts";
import { DEFAULT_SETTINGS } from "#lib/scheduling/settings.ts";
import { rulesIn } from "#lib/scheduling/testing.ts";
import { type Answered, type AnswerHistory, historyOf, itemsOf, splitByTime } from "./items.ts";
import { logLoss } from "./loss.ts";
import { ITEMS_MIN, optimise } from "./optimise.ts";
import { loadBinding, train } from "./train.ts";

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 5, 12);
const ZONES = ["UTC", "Asia/Shanghai", "America/New_York", "Asia/Kolkata"];

/** Logs of one card with all that can happen to it, each entry under a clock of its own. */
const logs = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...LOG_KINDS),
      rating: fc.constantFrom(...RATINGS),
      hours: fc.integer({ min: -3, max: 200 }),
      zone: fc.constantFrom(...ZONES),
    }),
    { maxLength: 30 },
  )
  .map((steps) => {
    const log: LogEntry[] = [];
    let at = START;
    for (const [i, { kind, rating, hours, zone }] of steps.entries()) {
      at += hours * 3_600_000;
      const last = log.at(-1);
      const takesBack = kind === "undo" || kind === "redo";
      if (takesBack && last === undefined) continue;
      log.push({
        id: `e${i}`,
        kind,
        at: new Date(at),
        rating: kind === "answer" || kind === "cram" || kind === "interview" ? rating : null,
        durationMs: null,
        retrievability: null,
        undoesId: takesBack ? (last?.id ?? null) : null,
        ...rulesIn(zone),
      });
    }
    return log;
  });

test("a log has as many items as the card's memory counts long-term reviews, whatever was done and undone", () => {
  fc.assert(
    fc.property(logs, (log) => {
      const items = itemsOf([historyOf(log)]);
      expect(items.length).toBe(replay(log).record.memory.longTermReviews);
    }),
  );
});

test("a history holds the answers that stand since the last reset, the first after no days, none after less than none", () => {
  fc.assert(
    fc.property(logs, (log) => {
      const history = historyOf(log);
      const kept = standing(log);
      const sinceReset = kept.slice(kept.findLastIndex(({ kind }) => kind === "reset") + 1);
      const answers = sinceReset.filter(({ kind }) => kind === "answer");
      expect(history.map(({ rating }) => rating)).toEqual(answers.map(({ rating }) => rating));
      for (const [i, { days }] of history.entries()) {
        if (i === 0) expect(days).toBe(0);
        expect(days).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test("items come in the order of time, and the split leaves none before a later one", () => {
  fc.assert(
    fc.property(fc.array(logs, { maxLength: 6 }), fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
      const items = itemsOf(all.map(historyOf));
      const moments = items.map(({ history, index }) => history[index]?.at ?? Number.NaN);
      expect(moments).toEqual(moments.toSorted((a, b) => a - b));
      const { earlier, later } = splitByTime(items, share);
      expect([...earlier, ...later]).toEqual(items);
      expect(earlier.length).toBe(Math.round(items.length * share));
    }),
  );
});

/** A learner who forgets as these weights say; the dice have a seed. */
function learnerWith(weights: readonly number[], cards: number, answers: number): AnswerHistory[] {
  const dice = diceOf(7);
  const mind = forecaster({ ...DEFAULT_SETTINGS, weights });
  return Array.from({ length: cards }, (_, card) => {
    const history: Answered[] = [];
    let strength: Strength | null = null;
    let day = card;
    for (let i = 0; i < answers; i++) {
      const days: number = strength === null ? 0 : Math.max(1, Math.round(strength.stability * (0.5 + 2 * dice())));
      const recalled: boolean = strength === null ? dice() < 0.6 : dice() < mind.recall(days, strength.stability);
      const rating: Rating = recalled ? (dice() < 0.15 ? 2 : 3) : 1;
      day += days;
      history.push({ rating, days, at: START + day * DAY + card });
      strength = mind.after(strength, rating, days);
    }
    return history;
  });
}

function diceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Whoever forgets much faster than most at first, and gains less by each answer. */
const FORGETFUL = [
  0.1, 0.3, 0.6, 2, 7.5, 0.6, 2.5, 0.02, 1.2, 0.2, 0.5, 1.2, 0.05, 0.2, 1.2, 0.4, 1.4, 0.5, 0.1, 0.08, 0.3,
];

test("the weights of a learner who differs from the average are found, and foretell what comes later better", async () => {
  const shares: number[] = [];
  const learner = learnerWith(FORGETFUL, 150, 8);
  const found = await optimise(learner, DEFAULT_SETTINGS, { onProgress: (share) => shares.push(share) });
  if (!found.ok) throw new Error(found.reason);
  expect(found.weights).toHaveLength(21);
  expect(found.after).toBeLessThan(found.before - 0.01);
  expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  expect(await optimise(learner, DEFAULT_SETTINGS)).toEqual(found);
});

test("for a learner who forgets as the published weights say, these are hard to beat", async () => {
  const published = await optimise(learnerWith([...default_w], 150, 8), DEFAULT_SETTINGS);
  if (!published.ok) throw new Error(published.reason);
  expect(Math.abs(published.after - published.before)).toBeLessThan(0.03);
});

test("the log loss is that of the true weights or more", async () => {
  const items = itemsOf(learnerWith(FORGETFUL, 400, 8));
  const truth = await logLoss(items, { ...DEFAULT_SETTINGS, weights: FORGETFUL });
  expect(truth).toBeLessThan(await logLoss(items, DEFAULT_SETTINGS));
  expect(truth).toBeGreaterThan(0.2);
});

test("with too few items it says how many are missing", async () => {
  const one = learnerWith(FORGETFUL, ITEMS_MIN - 1, 2);
  expect(await optimise(one, DEFAULT_SETTINGS)).toEqual({ ok: false, reason: "too-few", missing: 1 });
  expect(await optimise([], DEFAULT_SETTINGS)).toEqual({ ok: false, reason: "too-few", missing: ITEMS_MIN });
});

test("a cancelled search ends with an exception, before it began as well as in the middle", async () => {
  const learner = learnerWith(FORGETFUL, 2_000, 10);
  await expect(optimise(learner, DEFAULT_SETTINGS, { signal: AbortSignal.abort() })).rejects.toThrow();
  const cancel = new AbortController();
  const searching = optimise(learner, DEFAULT_SETTINGS, { signal: cancel.signal });
  setImmediate(() => cancel.abort());
  await expect(searching).rejects.toThrow(/abort/i);
});

test("other work has its turn while a search goes on", async () => {
  let turns = 0;
  let searching = true;
  const count = () => {
    turns++;
    if (searching) setImmediate(count);
  };
  setImmediate(count);
  await optimise(learnerWith(FORGETFUL, 2_000, 10), DEFAULT_SETTINGS);
  searching = false;
  expect(turns).toBeGreaterThan(20);
});

test("a training that ends outside the ranges of FSRS gives no weights, but says which one it was", async () => {
  const binding = await loadBinding();
  if (binding === null) throw new Error("there is no build of the binding for this machine");
  const astray = { ...binding, computeParameters: async () => [...default_w].with(16, 6.5) };
  await expect(train(astray, [], DEFAULT_SETTINGS)).rejects.toThrow("weight w16 must be from 1 to 6, not 6.5");
});
