import { DataTable } from "#app/_charts/table.tsx";
import { PageSection } from "#app/_ui/page-section.tsx";
import type { Language } from "#lib/i18n/languages.ts";
import { LANG_TAG } from "#lib/i18n/languages.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";
import { type DaysPlan, planDays } from "#lib/interview/days.ts";
import type { Learner } from "#lib/learner/learner.ts";
import type { Overview } from "#lib/review/queries.ts";
import { studyDay } from "#lib/scheduling/day.ts";
import { InterviewDate } from "./interview-date.tsx";

interface Props {
  learner: Learner;
  today: Overview;
  /** How many cards come due, today first. */
  load: readonly number[];
  now: Date;
  language: Language;
  m: Messages;
}

/** So many days are listed; what lies behind is further away than any plan holds. */
const DAYS_SHOWN = 14;

/** The interview that the learner named, and the days until then. */
export function Days({ learner, today, load, now, language, m }: Props) {
  const words = m.days;
  const { settings, clock } = learner;
  const day = studyDay(now, clock.zone, clock.rolloverHour);
  const interview = settings.interview !== null && settings.interview.day >= day ? settings.interview : null;
  const plan =
    interview &&
    planDays({
      today: day,
      interview: interview.day,
      unseen: today.unseen,
      newPerDay: settings.newPerDay,
      freshToday: today.fresh,
      load,
    });
  const shown = plan?.days.slice(0, DAYS_SHOWN) ?? [];
  return (
    <PageSection id="days" heading={words.heading} className="mt-14">
      <p className="mt-2">{plan ? say(words.left, { n: plan.left }) : words.none}</p>
      <InterviewDate chosen={interview?.day ?? null} today={day} words={words} unreachable={m.failed.unreachable} />
      {plan && plan.left > 0 && (
        <div className="mt-5">
          {plan.unmet > 0 && <p className="mb-3">{unmetIn(plan, m)}</p>}
          <DataTable
            caption={words.heading}
            table={{
              head: [words.day, words.due, words.fresh, words.mock],
              rows: shown.map(({ day: date, left, due, fresh, mock }, i) => [
                i === 0
                  ? words.today
                  : left === 0
                    ? `${dayName(date, language)} · ${words.theDay}`
                    : dayName(date, language),
                due ?? "–",
                fresh === 0 ? "–" : fresh,
                mock === null ? "–" : say(m.spans.minutes, { n: mock }),
              ]),
            }}
          />
          {plan.left + 1 > DAYS_SHOWN && (
            <p className="mt-2 text-sm text-quiet">{say(words.rest, { n: plan.left + 1 - DAYS_SHOWN })}</p>
          )}
          <p className="mt-2 text-sm text-quiet">{words.note}</p>
        </div>
      )}
    </PageSection>
  );
}

/** What the days are too few for. */
function unmetIn({ unmet: n, neededPerDay: needed }: DaysPlan, { days: words }: Messages): string {
  return needed === null ? say(words.unmet, { n }) : say(words.unmetUnless, { n, needed });
}

/** "Mon, Nov 23". A study day has no zone: it is a day of the calendar. */
function dayName(day: string, language: Language): string {
  const format = { weekday: "short", month: "short", day: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(LANG_TAG[language], format).format(new Date(day));
}
