import type { Metadata, Route } from "next";
import Link from "next/link";
import { cache } from "react";
import { languageOf, localZone, reading } from "#app/_door.ts";
import { Ignored } from "#app/_frame/ignored.tsx";
import { PageLinks } from "#app/_frame/page-links.tsx";
import { missedQuery, pageOf, VIEWS, viewOf, windowOf } from "#app/_missed/window.ts";
import { db } from "#lib/db/client.ts";
import type { Language } from "#lib/i18n/languages.ts";
import { say } from "#lib/i18n/say.ts";
import { readLearner } from "#lib/learner/learner.ts";
import { countMissed, MISSED_PAGE_SIZE, MISSED_WINDOWS, type MissedWindow, readMissed } from "#lib/review/missed.ts";
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
      <h1 className="text-3xl font-semibold tracking-tight">{m.missed.heading}</h1>
      <p className="mt-3 text-quiet">{m.missed.intro}</p>
      <nav aria-label={m.missed.windowLabel} className="mt-6 flex flex-wrap gap-2 text-sm">
        {MISSED_WINDOWS.map((window) => (
          <Link
            key={window}
            href={`/${language}/missed?days=${window}` as Route}
            aria-current={window === days ? "true" : undefined}
            className="rounded-full border border-line px-3 py-1 hover:bg-sunk aria-[current]:border-ink aria-[current]:bg-sunk"
          >
            {m.missed.windows[window]}
          </Link>
        ))}
      </nav>
      {cards.length === 0 ? (
        <p className="mt-8 text-lg">{m.missed.none}</p>
      ) : (
        <>
          <p className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-2">
            <Link
              href={`/${language}/missed/drill?days=${days}` as Route}
              className="rounded-lg bg-action px-5 py-2.5 font-medium text-on-action hover:opacity-90"
            >
              {say(counts.drill < counts.total ? m.missed.drillLatest : m.missed.drill, { n: counts.drill })}
            </Link>
            {counts.due > 0 && (
              <Link href={`/${language}/review`} className="underline underline-offset-4">
                {say(m.missed.review, { n: counts.due })}
              </Link>
            )}
          </p>
          <p className="mt-2 text-sm text-quiet">{m.missed.drillNote}</p>
          <nav aria-label={m.missed.byLabel} className="mt-8 flex flex-wrap gap-4 text-sm">
            {VIEWS.map((view) => (
              <Link
                key={view}
                href={`/${language}/missed?days=${days}&by=${view}` as Route}
                aria-current={view === by ? "true" : undefined}
                className="text-quiet underline-offset-4 hover:text-ink aria-[current]:text-ink aria-[current]:underline"
              >
                {m.missed.by[view]}
              </Link>
            ))}
          </nav>
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
