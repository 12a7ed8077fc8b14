import type { Metadata, Route } from "next";
import Link from "next/link";
import { languageOf, localZone, reading } from "#app/_door.ts";
import { Ignored } from "#app/_ui/ignored.tsx";
import { db } from "#lib/db/client.ts";
import { readLearner } from "#lib/review/learner.ts";
import { MISSED_WINDOWS, readMissed } from "#lib/review/missed.ts";
import { MissedList } from "./lists.tsx";
import { missedQuery, VIEWS, viewOf, windowOf } from "./window.ts";

type Props = PageProps<"/[locale]/missed">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { m } = await languageOf(params);
  return { title: m.missed.heading };
}

export default async function MissedPage({ params, searchParams }: Props) {
  const { language, m } = await languageOf(params);
  const now = new Date();
  const { asked, ignored } = missedQuery(await searchParams, now);
  const days = windowOf(asked);
  const by = viewOf(asked);
  const cards = await reading(async () => readMissed(db(), language, days, now, await readLearner(db(), localZone())));
  const due = cards.filter(({ isDue }) => isDue).length;
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
              {m.missed.drill(cards.length)}
            </Link>
            {due > 0 && (
              <Link href={`/${language}/review`} className="underline underline-offset-4">
                {m.missed.review(due)}
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
          <MissedList view={by} cards={cards} language={language} m={m} now={now} />
        </>
      )}
    </div>
  );
}
