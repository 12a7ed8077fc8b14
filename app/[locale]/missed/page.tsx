import type { Metadata, Route } from "next";
import { cache } from "react";
import { languageOf, localZone, reading } from "#app/_door.ts";
import { Ignored } from "#app/_frame/ignored.tsx";
import { PageLinks } from "#app/_frame/page-links.tsx";
import { missedQuery, pageOf, VIEWS, type View, viewOf, windowOf } from "#app/_missed/window.ts";
import { PageHeading } from "#app/_ui/heading.tsx";
import { ButtonLink, TextLink } from "#app/_ui/link.tsx";
import { db } from "#lib/db/client.ts";
import type { Language } from "#lib/i18n/languages.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";
import { readLearner } from "#lib/learner/learner.ts";
import {
  countMissed,
  MISSED_PAGE_SIZE,
  MISSED_WINDOWS,
  type MissedCounts,
  type MissedWindow,
  readMissed,
} from "#lib/review/missed-queries.ts";
import { MissedList } from "./lists.tsx";

type Props = PageProps<"/[locale]/missed">;

/** Read once for the title and the page. */
const readOnce = cache((language: Language, days: MissedWindow, wished: number) =>
  reading(async () => {
    const now = new Date();
    const learner = await readLearner(db(), localZone());
    const counts = await countMissed(db(), days, now, learner);
    const pages = Math.max(1, Math.ceil(counts.total / MISSED_PAGE_SIZE));
    const page = Math.min(wished, pages);
    return { now, counts, page, pages, cards: await readMissed(db(), language, days, now, learner, page) };
  }),
);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { language, m } = await languageOf(params);
  const { asked } = missedQuery(await searchParams, new Date());
  const { page } = await readOnce(language, windowOf(asked), pageOf(asked));
  return { title: page > 1 ? say(m.missed.title, { page }) : m.missed.heading };
}

export default async function MissedPage({ params, searchParams }: Props) {
  const { language, m } = await languageOf(params);
  const { asked, ignored } = missedQuery(await searchParams, new Date());
  const days = windowOf(asked);
  const by = viewOf(asked);
  const { now, counts, page, pages, cards } = await readOnce(language, days, pageOf(asked));
  return (
    <div className="mx-auto max-w-2xl">
      <Ignored parts={ignored} m={m} />
      <PageHeading>{m.missed.heading}</PageHeading>
      <p className="mt-3 text-quiet">{m.missed.intro}</p>
      <Windows days={days} language={language} m={m} />
      {cards.length === 0 ? (
        <p className="mt-8 text-lg">{m.missed.none}</p>
      ) : (
        <>
          <DrillOffer days={days} counts={counts} language={language} m={m} />
          <Views days={days} by={by} language={language} m={m} />
          {pages > 1 && (
            <p className="mt-4 text-sm text-quiet">
              {say(counts.more ? m.missed.shownOfMore : m.missed.shown, {
                from: (page - 1) * MISSED_PAGE_SIZE + 1,
                to: (page - 1) * MISSED_PAGE_SIZE + cards.length,
                of: counts.total,
              })}
            </p>
          )}
          <MissedList view={by} cards={cards} language={language} m={m} now={now} />
          <PageLinks
            page={page}
            pages={pages}
            addressOf={(n) => `/${language}/missed?days=${days}&by=${by}&page=${n}`}
            m={m}
          />
        </>
      )}
    </div>
  );
}

interface PartProps {
  days: MissedWindow;
  language: Language;
  m: Messages;
}

/** How far back it looks. */
function Windows({ days, language, m }: PartProps) {
  return (
    <nav aria-label={m.missed.windowLabel} className="mt-6 flex flex-wrap gap-2 text-sm">
      {MISSED_WINDOWS.map((window) => (
        <ButtonLink
          key={window}
          look="pill"
          href={`/${language}/missed?days=${window}` as Route}
          aria-current={window === days ? "true" : undefined}
        >
          {m.missed.windows[window]}
        </ButtonLink>
      ))}
    </nav>
  );
}

/** The ways to go through what was missed: now, or in the review. */
function DrillOffer({ days, counts, language, m }: PartProps & { counts: MissedCounts }) {
  return (
    <>
      <p className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-2">
        <ButtonLink look="main" href={`/${language}/missed/drill?days=${days}` as Route}>
          {say(counts.drill < counts.total ? m.missed.drillLatest : m.missed.drill, { n: counts.drill })}
        </ButtonLink>
        {counts.due > 0 && <TextLink href={`/${language}/review`}>{say(m.missed.review, { n: counts.due })}</TextLink>}
      </p>
      <p className="mt-2 text-sm text-quiet">{m.missed.drillNote}</p>
    </>
  );
}

/** What it looks at: cards, or what of them was missed. */
function Views({ days, by, language, m }: PartProps & { by: View }) {
  return (
    <nav aria-label={m.missed.byLabel} className="mt-8 flex flex-wrap gap-4 text-sm">
      {VIEWS.map((view) => (
        <TextLink
          key={view}
          look="title"
          href={`/${language}/missed?days=${days}&by=${view}` as Route}
          aria-current={view === by ? "true" : undefined}
          className="text-quiet held:text-ink"
        >
          {m.missed.by[view]}
        </TextLink>
      ))}
    </nav>
  );
}
