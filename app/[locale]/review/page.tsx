import type { Metadata } from "next";
import { languageOf, localZone, reading } from "#app/_door.ts";
import { cardProps } from "#app/_review/card-props.tsx";
import { ReviewCard } from "#app/_review/review-card.tsx";
import { ReviewDesk } from "#app/_review/review-desk.tsx";
import { shownIntervals } from "#app/_review/shown.ts";
import { PageHeading } from "#app/_ui/heading.tsx";
import { TextLink } from "#app/_ui/link.tsx";
import { db } from "#lib/db/client.ts";
import { say } from "#lib/i18n/say.ts";
import { spanAhead } from "#lib/i18n/span.ts";
import { readLearner } from "#lib/learner/learner.ts";
import { readHistory } from "#lib/review/history-queries.ts";
import { nextCard, overview } from "#lib/review/queries.ts";

export async function generateMetadata({ params }: PageProps<"/[locale]/review">): Promise<Metadata> {
  const { m } = await languageOf(params);
  return { title: m.review.heading };
}

export default async function ReviewPage({ params }: PageProps<"/[locale]/review">) {
  const { language, m } = await languageOf(params);
  const now = new Date();
  const zone = localZone();
  const { next, history, today, settings } = await reading(async () => ({
    next: await nextCard(db(), language, now, zone),
    history: await readHistory(db(), language),
    today: await overview(db(), now, zone),
    settings: (await readLearner(db(), zone)).settings,
  }));
  const { due, fresh, nextAt } = today;
  const spanUntil = (at: Date) => spanAhead(Math.max(0, at.getTime() - now.getTime()), m);
  return (
    <ReviewDesk
      undoable={history.undoable}
      redoable={history.redoable}
      left={say(m.review.left, { due, fresh })}
      words={m.review}
    >
      {next === null ? (
        <div className="mx-auto max-w-2xl">
          <PageHeading>{m.review.nothing}</PageHeading>
          <p className="mt-3 text-lg text-quiet">
            {nextAt ? say(m.today.nextDue, { when: spanUntil(nextAt) }) : m.today.done}
          </p>
          <p className="mt-8">
            <TextLink href={`/${language}`}>{m.frame.nav.today}</TextLink>
          </p>
        </div>
      ) : (
        <ReviewCard
          {...cardProps(next, language, m, {
            kind: "answer",
            offered: settings.grades,
            shown: settings.showIntervals ? shownIntervals(next.intervals, m) : null,
            takenBack: next.takenBack,
          })}
          key={`${next.card.id} ${next.version}`}
          words={m.review}
        />
      )}
    </ReviewDesk>
  );
}
