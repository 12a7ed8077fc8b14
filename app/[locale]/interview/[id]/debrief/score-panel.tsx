import { percent } from "#app/_charts/numbers.ts";
import { SmallHeading } from "#app/_ui/heading.tsx";
import type { Messages } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";
import { clockTime } from "#lib/i18n/times.ts";
import { MINUTE_MS } from "#lib/interview/limits.ts";
import { type Judged, SPOKEN_ANSWER_MAX_MS, scoreOf } from "#lib/interview/score.ts";

interface Props {
  judged: readonly Judged[];
  used: string;
  topics: Readonly<Record<string, string>>;
  words: Messages["debrief"];
}

/** What the ticks add up to: by key points, by topic, by composure. */
export function ScorePanel({ judged, used, topics, words }: Props) {
  const { points, topics: byTopic, composure } = scoreOf(judged);
  const said = byTopic.reduce((sum, topic) => sum + topic.said, 0);
  const all = byTopic.reduce((sum, topic) => sum + topic.keyPoints, 0);
  return (
    <section
      aria-label={words.score}
      className="mt-6 grid gap-x-8 gap-y-6 rounded-xl border border-line bg-raised px-5 py-5 sm:grid-cols-[auto_1fr_1fr]"
    >
      <div>
        <SmallHeading>{words.points}</SmallHeading>
        <p className="mt-1 text-4xl font-semibold">{points === null ? "–" : percent(points)}</p>
        <p className="text-sm text-quiet">{ofAll(said, all)}</p>
      </div>
      <div>
        <SmallHeading>{words.byTopic}</SmallHeading>
        <dl className="mt-1 text-sm">
          {byTopic.map((topic) => (
            <Line key={topic.topicId} name={topics[topic.topicId] ?? topic.topicId}>
              {ofAll(topic.said, topic.keyPoints)}
            </Line>
          ))}
        </dl>
      </div>
      <div>
        <SmallHeading>{words.composure}</SmallHeading>
        <dl className="mt-1 text-sm">
          <Line name={words.start}>{composure.startMs === null ? "–" : clockTime(composure.startMs)}</Line>
          <Line name={say(words.overruns, { minutes: SPOKEN_ANSWER_MAX_MS / MINUTE_MS })}>
            {ofAll(composure.overruns, composure.answers)}
          </Line>
          <Line name={words.skipped}>{String(composure.skipped)}</Line>
          <Line name={words.used}>{used}</Line>
        </dl>
      </div>
    </section>
  );
}

function Line({ name, children }: { name: string; children: string }) {
  return (
    <div className="flex justify-between gap-4 py-0.5">
      <dt>{name}</dt>
      <dd className="text-end">{children}</dd>
    </div>
  );
}

/** "3 / 5", in one line. */
function ofAll(some: number, all: number): string {
  return `${some}\u00a0/\u00a0${all}`;
}
