import type { Route } from "next";
import { BarChart } from "#app/_charts/bars.tsx";
import { percent } from "#app/_charts/numbers.ts";
import { DataTable } from "#app/_charts/table.tsx";
import { PrintButton } from "#app/_interview/print-button.tsx";
import { SectionHeading } from "#app/_ui/heading.tsx";
import { PlainLink, TextLink } from "#app/_ui/link.tsx";
import type { Language } from "#lib/i18n/languages.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";
import { clockTime, momentName, shortMoment } from "#lib/i18n/times.ts";
import { HISTORY_MAX, type InterviewHistory, type InterviewSummary } from "#lib/interview/history-queries.ts";
import type { Score } from "#lib/interview/score.ts";
import { judgedIn, type Scored, topicTable } from "./compared.ts";

interface Props {
  history: InterviewHistory;
  zone: string;
  language: Language;
  m: Messages;
}

/** Past interviews as a list, as a picture, and topic by topic. */
export function PastInterviews({ history: { interviews, topics }, zone, language, m }: Props) {
  const words = m.history;
  const judged = judgedIn(interviews).map((one) => ({ ...one, name: momentName(one.startedAt, zone, language) }));
  return (
    <section aria-labelledby="history" className="mx-auto mt-14 max-w-2xl">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <SectionHeading id="history">{words.heading}</SectionHeading>
        {interviews.length > 0 && (
          <p className="flex gap-4 text-sm print:hidden">
            <PlainLink href={`/api/interviews?language=${language}`} download>
              {m.debrief.markdown}
            </PlainLink>
            <PrintButton label={m.debrief.print} />
          </p>
        )}
      </div>
      {interviews.length === 0 && <p className="mt-2 text-quiet">{words.none}</p>}
      {interviews.length >= HISTORY_MAX && (
        <p className="mt-2 text-sm text-quiet">{say(words.last, { n: HISTORY_MAX })}</p>
      )}
      <ul className="mt-3 divide-y divide-line">
        {interviews.map((one) => (
          <li key={one.id} className="py-3">
            <Summary one={one} name={momentName(one.startedAt, zone, language)} language={language} m={m} />
          </li>
        ))}
      </ul>
      {judged.length > 1 && (
        <div className="mt-8">
          <PointsChart judged={judged} words={words} />
        </div>
      )}
      {judged.length > 1 && (
        <div className="mt-8">
          <h3 className="mb-2 font-semibold">{words.compare}</h3>
          <DataTable
            caption={words.compare}
            table={topicTable(judged, topics, words.topic, (at) => shortMoment(at, zone, language))}
          />
        </div>
      )}
    </section>
  );
}

/** The points of one interview after the other. */
function PointsChart({
  judged,
  words,
}: {
  judged: readonly (Scored & { name: string })[];
  words: Messages["history"];
}) {
  return (
    <BarChart
      id="interviews-chart"
      title={words.chart}
      text={say(words.chartText, { n: judged.length })}
      bars={judged.map(({ name, score }) => ({ name, count: Math.round((score.points ?? 0) * 100) }))}
      most={100}
      asTable={words.asTable}
      table={{
        head: [words.when, words.points, words.start, words.overruns, words.skipped],
        rows: judged.map(({ name, score }) => [
          name,
          percent(score.points ?? 0),
          startOf(score),
          score.composure.overruns,
          score.composure.skipped,
        ]),
      }}
    />
  );
}

function Summary({ one, name, language, m }: { one: InterviewSummary; name: string; language: Language; m: Messages }) {
  const words = m.history;
  const { state, wishes, score, id } = one;
  const room = `/${language}/interview/${id}`;
  const [href, label] =
    state === "open" ? [room, words.goOn] : [`${room}/debrief`, state === "to judge" ? words.judge : words.open];
  const told = [
    say(m.spans.minutes, { n: wishes.minutes }),
    m.cards.levels[wishes.level],
    m.interview.clocks[wishes.clock].name,
    ...(wishes.mode === "pair" ? [m.debrief.pair] : []),
  ];
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <span className="min-w-0 flex-1 basis-56">
        <span className="block">{name}</span>
        <span className="block text-sm text-quiet">{told.join(" · ")}</span>
      </span>
      {score?.points != null && (
        <span className="text-sm">
          <span className="text-lg font-semibold">{percent(score.points)}</span>{" "}
          <span className="text-quiet">
            {words.points} · {words.start} {startOf(score)}
          </span>
        </span>
      )}
      <TextLink href={href as Route} aria-label={`${label}: ${name}`} className="print:hidden">
        {label}
      </TextLink>
    </div>
  );
}

/** How long it took to begin an answer. */
function startOf({ composure: { startMs } }: Score): string {
  return startMs === null ? "–" : clockTime(startMs);
}
