import type { Metadata, Route } from "next";
import Link from "next/link";
import { cache } from "react";
import { languageOf, reading } from "#app/_door.ts";
import { Ignored } from "#app/_frame/ignored.tsx";
import { PageLinks } from "#app/_frame/page-links.tsx";
import { Status } from "#app/_ui/alert.tsx";
import { PageHeading } from "#app/_ui/heading.tsx";
import { PageSection } from "#app/_ui/page-section.tsx";
import { listAskedTopics } from "#lib/content/queries.ts";
import { FOUND_MAX } from "#lib/content/search-queries.ts";
import { db } from "#lib/db/client.ts";
import type { Language } from "#lib/i18n/languages.ts";
import { say } from "#lib/i18n/say.ts";
import { readShelf, type ShelfCard } from "#lib/review/shelf-queries.ts";
import { Filters } from "./choices.tsx";
import { addressOf, shelfWishesOf } from "./wishes.ts";

type Props = PageProps<"/[locale]/cards">;

/** Read once for the title and the page. */
const readOnce = cache((language: Language, query: string) =>
  reading(async () => {
    const topics = await listAskedTopics(db(), language);
    const { wishes, ignored } = shelfWishesOf(JSON.parse(query), topics);
    const shelf = await readShelf(db(), wishes, language);
    return { topics, shelf, wishes: { ...wishes, page: shelf.page }, ignored };
  }),
);

async function shelfOf({ params, searchParams }: Props) {
  const { language, m } = await languageOf(params);
  return { language, m, ...(await readOnce(language, JSON.stringify(await searchParams))) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { m, shelf, wishes } = await shelfOf(props);
  const { page, pages } = shelf;
  const { heading, searched, pageOf } = m.cards;
  const { search } = wishes;
  const parts = [heading, search !== "" && say(searched, { search }), pages > 1 && say(pageOf, { page, pages })];
  return { title: parts.filter(Boolean).join(" · ") };
}

export default async function CardsPage(props: Props) {
  const { language, m, topics, shelf, wishes, ignored } = await shelfOf(props);
  const { cards, page, pages, total, more } = shelf;
  const { search, topic, level, memory } = wishes;
  const isNarrowed = search !== "" || topic !== null || level !== null || memory !== null;
  return (
    <div className="mx-auto max-w-2xl">
      <Ignored parts={ignored} m={m} />
      <PageHeading>{m.cards.heading}</PageHeading>
      {!isNarrowed && <p className="mt-3 text-quiet">{say(m.cards.intro, { n: total })}</p>}
      <Filters wishes={wishes} topics={topics} isNarrowed={isNarrowed} language={language} m={m} />
      {isNarrowed && (
        <Status className="mt-4">
          {total === 0 ? m.cards.none : say(m.cards.found, { n: total })}
          {more && ` ${say(m.cards.foundMore, { max: FOUND_MAX })}`}
        </Status>
      )}
      {topics.map(({ id, title }) => {
        const ofTopic = cards.filter(({ topicId }) => topicId === id);
        return (
          ofTopic.length > 0 && (
            <PageSection key={id} id={id} heading={title} className="mt-10">
              <ol className="mt-3 divide-y divide-line border-y border-line">
                {ofTopic.map((card) => (
                  <CardRow key={card.id} card={card} level={m.cards.levels[card.level]} language={language} />
                ))}
              </ol>
            </PageSection>
          )
        );
      })}
      <PageLinks page={page} pages={pages} addressOf={(n) => addressOf(language, { ...wishes, page: n })} m={m} />
    </div>
  );
}

function CardRow({ card, level, language }: { card: ShelfCard; level: string; language: string }) {
  return (
    <li className="@container">
      <Link
        href={`/${language}/cards/${card.id}` as Route}
        className="group flex flex-col gap-x-4 py-3 @min-[17rem]:flex-row @min-[17rem]:items-baseline @min-[17rem]:justify-between"
      >
        <span className="group-hover:underline group-hover:underline-offset-4">{card.question}</span>
        <span className="shrink-0 text-sm text-quiet">{level}</span>
      </Link>
    </li>
  );
}
