import type { Metadata, Route } from "next";
import Link from "next/link";
import { languageOf, reading } from "#app/_door.ts";
import { listCards } from "#lib/content/queries.ts";
import { db } from "#lib/db/client.ts";

export async function generateMetadata({ params }: PageProps<"/[locale]/cards">): Promise<Metadata> {
  const { m } = await languageOf(params);
  return { title: m.cards.heading };
}

export default async function CardsPage({ params }: PageProps<"/[locale]/cards">) {
  const { language, m } = await languageOf(params);
  const topics = await reading(() => listCards(db(), language));
  const count = topics.reduce((sum, topic) => sum + topic.cards.length, 0);
  return (
    <div className="mx-auto max-w-2xl">
      <h1 className="text-3xl font-semibold tracking-tight">{m.cards.heading}</h1>
      <p className="mt-3 text-quiet">{m.cards.intro(count)}</p>
      {topics.map((topic) => (
        <section key={topic.id} aria-labelledby={topic.id} className="mt-10">
          <h2 id={topic.id} className="text-xl font-semibold">
            {topic.title}
          </h2>
          <ol className="mt-3 divide-y divide-line border-y border-line">
            {topic.cards.map((card) => (
              <li key={card.id} className="@container">
                <Link
                  href={`/${language}/cards/${card.id}` as Route}
                  className="group flex flex-col gap-x-4 py-3 @min-[17rem]:flex-row @min-[17rem]:items-baseline @min-[17rem]:justify-between"
                >
                  <span className="group-hover:underline group-hover:underline-offset-4">{card.question}</span>
                  <span className="shrink-0 text-sm text-quiet">{m.levels[card.level]}</span>
                </Link>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
