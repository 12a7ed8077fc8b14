import type { Metadata } from "next";
import { languageOf, localZone, reading } from "#app/_door.ts";
import { ClockNote } from "#app/_frame/clock-note.tsx";
import { Box } from "#app/_ui/box.tsx";
import { PageHeading } from "#app/_ui/heading.tsx";
import { ButtonLink, TextLink } from "#app/_ui/link.tsx";
import { db } from "#lib/db/client.ts";
import type { Language } from "#lib/i18n/languages.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";
import { spanAhead } from "#lib/i18n/span.ts";
import { readLearner } from "#lib/learner/learner.ts";
import { readClockTrouble } from "#lib/review/log/ahead-queries.ts";
import { type Overview, overview } from "#lib/review/queries.ts";

/** From so many due cards on, it is worth saying which of them may wait. */
const BACKLOG = 20;

export async function generateMetadata({ params }: PageProps<"/[locale]">): Promise<Metadata> {
  const { m } = await languageOf(params);
  return { title: { absolute: m.frame.title } };
}

export default async function TodayPage({ params }: PageProps<"/[locale]">) {
  const { language, m } = await languageOf(params);
  const now = new Date();
  const { today, clock, trouble } = await reading(async () => ({
    today: await overview(db(), now, localZone()),
    clock: (await readLearner(db(), localZone())).clock,
    trouble: await readClockTrouble(db(), now),
  }));
  const { newcomer, due, mayWait, missed, fresh, unseen, answeredToday, daysToInterview } = today;
  const toDo = due + fresh > 0;
  const heading = newcomer ? m.today.welcomeHeading : toDo ? m.today.heading : m.today.doneHeading;
  return (
    <div className="mx-auto max-w-xl">
      <PageHeading>{heading}</PageHeading>
      <p className="mt-3 text-lg text-quiet">{newcomer ? m.today.welcome : toDo ? m.frame.tagline : m.today.done}</p>
      <dl className="mt-8 grid grid-cols-3 divide-x divide-line rounded-lg border border-line bg-raised">
        <Figure name={m.today.due} value={due} />
        <Figure name={m.today.missed} value={missed} />
        <Figure name={m.today.fresh} value={fresh} />
      </dl>
      {due >= BACKLOG && mayWait > 0 && (
        <p className="mt-3 text-sm text-quiet">{say(m.today.mayWait, { n: mayWait, all: due })}</p>
      )}
      {daysToInterview !== null && (
        <p className="mt-3 text-sm text-quiet">
          {say(m.today.interview, { n: daysToInterview })}{" "}
          <TextLink href={`/${language}/interview`}>{m.interview.today}</TextLink>
        </p>
      )}
      <NextStep today={today} now={now} language={language} m={m} />
      {missed > 0 && <MissedOffer missed={missed} language={language} m={m} />}
      <ClockNote trouble={trouble} clock={clock} m={m} />
      <p className="mt-8 text-sm text-quiet">
        {answeredToday > 0 && <span className="mr-3">{say(m.today.answered, { n: answeredToday })}</span>}
        {(unseen > 0 || !toDo) && <TextLink href={`/${language}/cards`}>{m.today.browse}</TextLink>}
      </p>
    </div>
  );
}

function Figure({ name, value }: { name: string; value: number }) {
  return (
    <div className="flex flex-col-reverse items-center px-2 py-4">
      <dt className="text-sm text-quiet">{name}</dt>
      <dd className="text-3xl font-semibold">{value}</dd>
    </div>
  );
}

interface PartProps {
  language: Language;
  m: Messages;
}

/** To the review, or when the next card comes. */
function NextStep({ today, now, language, m }: PartProps & { today: Overview; now: Date }) {
  const { due, fresh, minutes, nextAt } = today;
  if (due + fresh === 0) {
    if (nextAt === null) return null;
    const when = spanAhead(Math.max(0, nextAt.getTime() - now.getTime()), m);
    return <p className="mt-8">{say(m.today.nextDue, { when })}</p>;
  }
  return (
    <p className="mt-8 flex flex-wrap items-center gap-x-4 gap-y-2">
      <ButtonLink look="main" size="large" href={`/${language}/review`}>
        {m.today.start}
      </ButtonLink>
      <span className="text-quiet">{say(m.today.minutes, { n: minutes })}</span>
    </p>
  );
}

function MissedOffer({ missed, language, m }: PartProps & { missed: number }) {
  return (
    <Box as="section" look="raised" className="mt-8">
      <p>{say(m.today.missedNote, { n: missed })}</p>
      <p className="mt-1">
        <TextLink href={`/${language}/missed`}>{m.today.drill}</TextLink>
      </p>
    </Box>
  );
}
