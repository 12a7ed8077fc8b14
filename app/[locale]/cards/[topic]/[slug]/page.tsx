import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Fragment } from "react";
import { AnswerSection, CardAnswer, CardLink, exerciseOf } from "#app/_card/answer.tsx";
import { OneByOne } from "#app/_card/key-points.tsx";
import { languageOf, localZone, reading } from "#app/_door.ts";
import { Practice } from "#app/_exercise/practice.tsx";
import { Ignored } from "#app/_frame/ignored.tsx";
import { readQuery } from "#app/_frame/query.ts";
import { Box } from "#app/_ui/box.tsx";
import { PageHeading } from "#app/_ui/heading.tsx";
import { TextLink } from "#app/_ui/link.tsx";
import { readCard } from "#lib/content/queries.ts";
import { db } from "#lib/db/client.ts";
import { readCardMemory } from "#lib/review/memory-queries.ts";
import { MemorySection } from "./memory.tsx";

type Props = PageProps<"/[locale]/cards/[topic]/[slug]">;

async function cardOf(params: Props["params"]) {
  const { language, m } = await languageOf(params);
  const { topic, slug } = await params;
  const card = await reading(() => readCard(db(), `${topic}/${slug}`, language));
  if (card === null) notFound();
  return { card, language, m };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { card } = await cardOf(params);
  return { title: card.text.question };
}

export default async function CardPage({ params, searchParams }: Props) {
  const { card, language, m } = await cardOf(params);
  const now = new Date();
  const memory = await reading(() => readCardMemory(db(), card.id, now, localZone()));
  const { asked, ignored } = readQuery(await searchParams, { points: () => true });
  const oneByOne = asked.points !== undefined;
  const exercise = exerciseOf(card, language);
  return (
    <article>
      <Ignored parts={ignored} m={m} />
      <div className="mx-auto max-w-2xl">
        <p className="text-sm text-quiet">
          <TextLink href={`/${language}/cards`}>{m.cards.back}</TextLink> · {card.topic} · {m.cards.levels[card.level]}
        </p>
        <PageHeading isSentence className="mt-3">
          {card.text.question}
        </PageHeading>
        {card.requires.length > 0 && (
          <p className="mt-3 text-sm text-quiet">
            {m.cards.requires}{" "}
            {card.requires.map((other, i) => (
              <Fragment key={other.id}>
                {i > 0 && " · "}
                <CardLink card={other} language={language} />
              </Fragment>
            ))}
          </p>
        )}
        {card.retired && (
          <Box as="p" look="sunk" className="mt-3 text-sm">
            {m.cards.retired}
          </Box>
        )}
        {exercise !== null && (
          <div className="mt-6">
            <Practice {...exercise} words={m.exercise} />
          </div>
        )}
      </div>
      {oneByOne && (
        <div id="points" className="mx-auto max-w-2xl">
          <AnswerSection title={m.cards.oneByOne}>
            <OneByOne points={card.text.keyPoints} language={language} />
          </AnswerSection>
        </div>
      )}
      <CardAnswer card={card} language={language} />
      {memory && (
        <div className="mx-auto max-w-2xl">
          <MemorySection cardId={card.id} memory={memory} now={now} m={m} />
        </div>
      )}
    </article>
  );
}
