import type { Metadata, Route } from "next";
import Link from "next/link";
import { languageOf, reading } from "#app/_door.ts";
import { Markdown } from "#app/_ui/markdown.tsx";
import { db } from "#lib/db/client.ts";
import type { Language } from "#lib/i18n/languages.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import { describeSpan } from "#lib/i18n/span.ts";
import { MISSED_WINDOWS, type MissedCard, readMissed } from "#lib/review/missed.ts";
import { partName } from "./part-name.ts";
import { windowOf } from "./window.ts";

type Props = PageProps<"/[locale]/missed">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { m } = await languageOf(params);
  return { title: m.missed.heading };
}

export default async function MissedPage({ params, searchParams }: Props) {
  const { language, m } = await languageOf(params);
  const days = windowOf(await searchParams);
  const now = new Date();
  const cards = await reading(() => readMissed(db(), language, days, now));
  const due = cards.filter(({ isDue }) => isDue).length;
  return (
    <div className="mx-auto max-w-2xl">
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
          <ul className="mt-8 divide-y divide-line border-y border-line">
            {cards.map((card) => (
              <Missed key={card.id} card={card} language={language} m={m} now={now} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

interface MissedProps {
  card: MissedCard;
  language: Language;
  m: Messages;
  now: Date;
}

/** A card with what was missing from the answer: points that were not said, parts of the exercise that were wrong. */
function Missed({ card, language, m, now }: MissedProps) {
  const span = describeSpan(now.getTime() - card.missedAt.getTime(), m);
  return (
    <li className="py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <Link
          href={`/${language}/cards/${card.id}` as Route}
          className="font-medium hover:underline hover:underline-offset-4"
        >
          {card.question}
        </Link>
        <span className="text-sm text-quiet">{m.missed.ago(span)}</span>
      </div>
      {card.points.length > 0 && (
        <>
          <p className="mt-2 text-sm text-quiet">{m.missed.points}</p>
          <ul className="list-disc pl-5 text-sm marker:text-quiet">
            {card.points.map((point) => (
              <li key={point}>
                <Markdown language={language}>{point}</Markdown>
              </li>
            ))}
          </ul>
        </>
      )}
      {card.exercise && (
        <p className="mt-2 text-sm">
          <span className="text-quiet">{m.missed.steps}</span>{" "}
          {card.exercise.wrong.map((part) => partName(card.exercise?.kind ?? "", part, m)).join(m.missed.comma)}
        </p>
      )}
    </li>
  );
}
