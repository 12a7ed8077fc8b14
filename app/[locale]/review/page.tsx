import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { languageOf, localZone, reading } from "#app/_door.ts";
import { Player } from "#app/_simulation/player.tsx";
import { Closing, contrastOf, exerciseOf, Section } from "#app/_ui/answer.tsx";
import { Markdown } from "#app/_ui/markdown.tsx";
import { db } from "#lib/db/client.ts";
import { describeSpan } from "#lib/i18n/span.ts";
import { lastAnswer, nextCard, overview } from "#lib/review/queries.ts";
import { RATINGS } from "#lib/scheduling/rating.ts";
import { ReviewCard } from "./review-card.tsx";
import { ReviewDesk } from "./review-desk.tsx";
import { reviewWords } from "./words.ts";

export async function generateMetadata({ params }: PageProps<"/[locale]/review">): Promise<Metadata> {
  const { m } = await languageOf(params);
  return { title: m.review.heading };
}

export default async function ReviewPage({ params }: PageProps<"/[locale]/review">) {
  const { language, m } = await languageOf(params);
  const now = new Date();
  const zone = localZone();
  const { next, undoable, today } = await reading(async () => ({
    next: await nextCard(db(), language, now, zone),
    undoable: await lastAnswer(db(), language),
    today: await overview(db(), now, zone),
  }));
  const { due, fresh, nextAt } = today;
  const spanUntil = (at: Date) => describeSpan(Math.max(0, at.getTime() - now.getTime()), m);
  const words = reviewWords(m);
  return (
    <ReviewDesk undoable={undoable} left={m.review.left(due, fresh)} words={words}>
      {next === null ? (
        <div className="mx-auto max-w-2xl">
          <h1 className="text-3xl font-semibold tracking-tight">{m.review.nothing}</h1>
          <p className="mt-3 text-lg text-quiet">
            {nextAt ? m.today.nextDue(m.inSpan(spanUntil(nextAt))) : m.today.done}
          </p>
          <p className="mt-8">
            <Link href={`/${language}`} className="underline underline-offset-4">
              {m.nav.today}
            </Link>
          </p>
        </div>
      ) : (
        <ReviewCard
          key={`${next.card.id} ${next.version}`}
          reviewId={randomUUID()}
          cardId={next.card.id}
          version={next.version}
          language={language}
          words={words}
          topic={`${next.card.topic} · ${m.levels[next.card.level]}`}
          question={next.card.text.question}
          spans={RATINGS.map((rating) => m.review.backIn(spanUntil(next.dueAfter[rating])))}
          lastNotes={next.lastNotes}
          takenBack={next.takenBack}
          keyPoints={next.card.text.keyPoints.map((point, i) => ({
            id: next.card.keyPointIds[i] ?? point,
            text: <Markdown language={language}>{point}</Markdown>,
          }))}
          exercise={exerciseOf(next.card, language)}
          short={<Markdown language={language}>{next.card.text.short}</Markdown>}
          simulation={
            <Player
              scenario={next.card.simulation.scenario}
              contrast={contrastOf(next.card, language)}
              language={language}
              caption={<Markdown language={language}>{next.card.text.simulation}</Markdown>}
            />
          }
          full={
            <>
              <Section title={m.review.full}>
                <Markdown language={language}>{next.card.text.full}</Markdown>
              </Section>
              <Closing card={next.card} language={language} />
            </>
          }
        />
      )}
    </ReviewDesk>
  );
}
