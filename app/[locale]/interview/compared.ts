import { percent } from "#app/_charts/numbers.ts";
import type { ChartTable } from "#app/_charts/table.tsx";
import type { InterviewSummary } from "#lib/interview/history-queries.ts";
import type { Score } from "#lib/interview/score.ts";

/** An interview that was judged. */
export type Scored = InterviewSummary & { readonly score: Score };

/** So many interviews stand side by side. */
const COMPARED_MAX = 6;

/** Those that have points, the oldest first; `interviews` begin with the newest. */
export function judgedIn(interviews: readonly InterviewSummary[]): Scored[] {
  return interviews.flatMap((one) => (one.score?.points == null ? [] : [{ ...one, score: one.score }])).reverse();
}

/** The newest of them side by side, topic by topic: how much of what there was to say was said. */
export function topicTable(
  judged: readonly Scored[],
  titles: ReadonlyMap<string, string>,
  head: string,
  nameOf: (startedAt: Date) => string,
): ChartTable {
  const compared = judged.slice(-COMPARED_MAX);
  const topicIds = new Set(compared.flatMap(({ score }) => score.topics.map(({ topicId }) => topicId)));
  return {
    head: [head, ...compared.map(({ startedAt }) => nameOf(startedAt))],
    rows: [...topicIds].map((id) => [
      titles.get(id) ?? id,
      ...compared.map(({ score }) => {
        const topic = score.topics.find(({ topicId }) => topicId === id);
        return topic ? percent(topic.said / topic.keyPoints) : "–";
      }),
    ]),
  };
}
