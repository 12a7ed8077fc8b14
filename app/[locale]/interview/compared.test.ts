import { expect, test } from "vitest";
import type { InterviewSummary } from "#lib/interview/history-queries.ts";
import type { Score } from "#lib/interview/score.ts";
import type { Wishes } from "#lib/interview/wishes.ts";
import { judgedIn, topicTable } from "./compared.ts";

const WISHES: Wishes = {
  minutes: 10,
  level: "mid",
  topics: null,
  weakSpots: false,
  language: "en",
  clock: "relaxed",
  mode: "alone",
};

const composure = { startMs: null, overruns: 0, answers: 1, skipped: 0 };

/** An interview of a day of December; null: it is still to be judged. */
function held(day: number, said: Readonly<Record<string, readonly [number, number]>> | null): InterviewSummary {
  const topics = Object.entries(said ?? {}).map(([topicId, [n, of]]) => ({ topicId, said: n, keyPoints: of }));
  const score: Score = { points: 0.5, topics, composure };
  return {
    id: String(day),
    startedAt: new Date(Date.UTC(2026, 11, day)),
    wishes: WISHES,
    state: said === null ? "to judge" : "judged",
    questions: 1,
    score: said === null ? null : score,
  };
}

const titles = new Map([["opening", "Opening"]]);
const dayOf = (at: Date) => String(at.getUTCDate());

test("what was judged comes oldest first, what is still to be judged not at all", () => {
  const judged = judgedIn([held(3, { opening: [1, 2] }), held(2, null), held(1, { opening: [2, 2] })]);
  expect(judged.map(({ id }) => id)).toEqual(["1", "3"]);
});

test("each topic is a row, with a dash where it was not asked; one without a title is called by its id", () => {
  const judged = judgedIn([held(2, { opening: [1, 2], gone: [0, 3] }), held(1, { opening: [2, 2] })]);
  expect(topicTable(judged, titles, "Topic", dayOf)).toEqual({
    head: ["Topic", "1", "2"],
    rows: [
      ["Opening", "100%", "50%"],
      ["gone", "–", "0%"],
    ],
  });
});

test("six stand side by side, the newest", () => {
  const judged = judgedIn([8, 7, 6, 5, 4, 3, 2, 1].map((day) => held(day, { opening: [1, 1] })));
  expect(topicTable(judged, titles, "", dayOf).head).toEqual(["", "3", "4", "5", "6", "7", "8"]);
});
