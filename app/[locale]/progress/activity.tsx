import { BarChart } from "#app/_charts/bars.tsx";
import { Heatmap } from "#app/_charts/heatmap.tsx";
import type { Messages } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";
import { dayAfter, lastDays, lastWeeks, type Week } from "#lib/progress/days.ts";
import type { Progress } from "#lib/progress/queries.ts";

interface Props {
  progress: Progress;
  m: Messages;
}

const HALF_YEAR_WEEKS = 26;
const REVIEW_DAYS = 30;
/** So many bars lie between two names of days. */
const TICK_DAYS = 7;

/** The last year in two halves, side by side where there is room; the older one only when it holds an answer. */
export function Calendar({ progress: { days, today }, m }: Props) {
  const weeks = lastWeeks(days, today, 2 * HALF_YEAR_WEEKS);
  const halves = [weeks.slice(0, HALF_YEAR_WEEKS), weeks.slice(HALF_YEAR_WEEKS)];
  const most = Math.max(...weeks.flat().map(({ answers }) => answers ?? 0));
  const shown = halves.filter((half, i) => i > 0 || half.flat().some(({ answers }) => answers));
  return (
    <div className="grid gap-8 md:grid-cols-2">
      {shown.map((half) => (
        <HalfYear key={half[0]?.[0]?.day} weeks={half} most={most} m={m} />
      ))}
    </div>
  );
}

function HalfYear({ weeks, most, m }: { weeks: readonly Week[]; most: number; m: Messages }) {
  const { calendar, asTable } = m.progress;
  const lived = weeks.flat().filter(({ answers }) => answers !== null);
  const first = lived[0]?.day ?? "";
  const last = lived.at(-1)?.day ?? "";
  const active = lived.filter(({ answers }) => answers).length;
  const own = Math.max(...lived.map(({ answers }) => answers ?? 0));
  return (
    <Heatmap
      id={`calendar-${first}`}
      title={say(calendar.title, { from: first, to: last })}
      text={say(calendar.text, { active, days: lived.length, most: own })}
      weeks={weeks}
      most={most}
      weekdays={calendar.weekdays}
      table={{
        head: [calendar.week, ...calendar.weekdays],
        rows: weeks.map((week) => [week[0]?.day ?? "", ...week.map(({ answers }) => answers ?? "")]),
      }}
      asTable={asTable}
    />
  );
}

export function Reviews({ progress, m }: Props) {
  const { reviews, answers, day: dayName, asTable } = m.progress;
  const days = lastDays(progress.days, progress.today, REVIEW_DAYS);
  const sum = (of: (day: (typeof days)[number]) => number) => days.reduce((total, day) => total + of(day), 0);
  return (
    <BarChart
      id="reviews"
      title={reviews.heading}
      text={say(reviews.text, { answers: sum((day) => day.answers), again: sum((day) => day.again) })}
      bars={days.map((day, i) => ({
        name: day.day,
        count: day.answers,
        striped: day.again,
        ...tickAt(day.day, days.length - 1 - i),
      }))}
      table={{
        head: [dayName, answers, reviews.passed, reviews.again, reviews.firsts, reviews.crams, reviews.minutes],
        rows: days
          .toReversed()
          .map(({ day, answers, again, firsts, crams, durationMs }) => [
            day,
            answers,
            answers - again,
            again,
            firsts,
            crams,
            Math.round(durationMs / 60_000),
          ]),
      }}
      asTable={asTable}
    />
  );
}

export function Load({ progress: { load, today }, m }: Props) {
  const { load: words, day: dayName, cards, asTable } = m.progress;
  const days = load.map((count, i) => ({ day: dayAfter(today, i), count }));
  const total = load.reduce((sum, count) => sum + count, 0);
  return (
    <BarChart
      id="load"
      title={words.heading}
      text={say(words.text, { cards: total, today: load[0] ?? 0 })}
      bars={days.map(({ day, count }, i) => ({ name: day, count, ...tickAt(day, i) }))}
      table={{ head: [dayName, cards], rows: days.map(({ day, count }) => [day, count]) }}
      asTable={asTable}
    />
  );
}

/** Today has a name, and every week from there. */
function tickAt(day: string, daysFromToday: number): { tick?: string } {
  return daysFromToday % TICK_DAYS === 0 ? { tick: day.slice(5) } : {};
}
