import type { Route } from "next";
import type { ReactNode } from "react";
import type { Option } from "#app/_exercise/exercise.tsx";
import { Player } from "#app/_simulation/player.tsx";
import { SmallHeading } from "#app/_ui/heading.tsx";
import { TextLink } from "#app/_ui/link.tsx";
import { Markdown } from "#app/_ui/markdown.tsx";
import type { CardRef, CardView } from "#lib/content/queries.ts";
import type { Language } from "#lib/i18n/languages.ts";
import { messagesFor } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";
import { KeyPoints } from "./key-points.tsx";
import { Sources } from "./sources.tsx";

interface Props {
  card: CardView;
  language: Language;
}

/** The whole answer of a card, as it is read outside a review. */
export function CardAnswer({ card, language }: Props) {
  const m = messagesFor(language).review;
  return (
    <>
      <div className="mx-auto max-w-2xl">
        <AnswerSection title={m.short}>
          <div className="text-lg">
            <Markdown language={language}>{card.text.short}</Markdown>
          </div>
        </AnswerSection>
      </div>
      <section className="mt-10">
        <Player
          scenario={card.simulation.scenario}
          contrast={contrastOf(card, language)}
          words={messagesFor(language).player}
          caption={<Markdown language={language}>{card.text.simulation}</Markdown>}
        />
      </section>
      <div className="mx-auto max-w-2xl">
        <AnswerSection title={m.full}>
          <Markdown language={language}>{card.text.full}</Markdown>
        </AnswerSection>
        <AnswerSection title={messagesFor(language).cards.keyPoints}>
          <KeyPoints points={card.text.keyPoints} language={language} />
        </AnswerSection>
        <Closing card={card} language={language} />
      </div>
    </>
  );
}

/** The film without what decides it, for the player. */
export function contrastOf({ simulation: { contrast } }: CardView, language: Language) {
  return contrast && { label: contrast.label[language], scenario: contrast.scenario };
}

/** What a card asks beyond words, with its options as they are read; null: nothing. */
export function exerciseOf({ exercise, simulation, text }: CardView, language: Language) {
  if (exercise === null) return null;
  const ids = exercise.kind === "choice" ? exercise.options : [];
  const options = ids.flatMap((id, i): Option[] => {
    const choice = text.choices[i];
    if (choice === undefined) return [];
    const markdown = (source: string) => <Markdown language={language}>{source}</Markdown>;
    return [{ id, text: markdown(choice.text), why: markdown(choice.why) }];
  });
  return { asked: exercise, scenario: simulation.scenario, options };
}

/** What stands at the end of every answer: mistakes, what is asked next, what to try, what the notes said, and sources. */
export function Closing({ card, language }: Props) {
  const m = messagesFor(language).review;
  return (
    <>
      <AnswerSection title={m.mistakes}>
        <ul className="space-y-3">
          {card.text.mistakes.map((mistake) => (
            <li key={mistake} className="border-l-2 border-line pl-4">
              <Markdown language={language}>{mistake}</Markdown>
            </li>
          ))}
        </ul>
      </AnswerSection>
      <FollowUps card={card} language={language} />
      {card.text.tryIt !== "" && (
        <AnswerSection title={m.tryIt}>
          <Markdown language={language}>{card.text.tryIt}</Markdown>
        </AnswerSection>
      )}
      <Provenance card={card} language={language} />
      <AnswerSection title={m.sources}>
        <Sources sources={card.sources} />
      </AnswerSection>
    </>
  );
}

function FollowUps({ card, language }: Props) {
  const m = messagesFor(language).review;
  if (card.followUps.length === 0) return null;
  return (
    <AnswerSection title={m.followUps}>
      <ul className="space-y-2">
        {card.followUps.map((followUp) =>
          followUp.kind === "card" ? (
            <li key={followUp.card.id}>
              <CardLink card={followUp.card} language={language} />
            </li>
          ) : (
            <li key={followUp.question}>
              <details>
                <summary className="cursor-pointer">{followUp.question}</summary>
                <div className="mt-2 border-l-2 border-line pl-4">
                  <Markdown language={language}>{followUp.answer}</Markdown>
                </div>
              </details>
            </li>
          ),
        )}
      </ul>
    </AnswerSection>
  );
}

/** Where the card comes from: the notes' headings, and the claims that it settles. */
function Provenance({ card, language }: Props) {
  const m = messagesFor(language);
  const { notes, claims } = card.provenance;
  if (notes.length === 0 && claims.length === 0) return null;
  return (
    <AnswerSection title={m.review.provenance}>
      <ul className="space-y-1 text-sm text-quiet">
        {notes.map(({ note, heading }) => (
          <li key={`${note} ${heading}`}>
            {say(m.claims.note, { id: note })}: <span lang="zh-CN">{heading}</span>
          </li>
        ))}
        {claims.length > 0 && (
          <li>
            {m.review.settles}{" "}
            {claims.map((id) => (
              <TextLink key={id} href={`/${language}/claims/${id}` as Route} className="me-2">
                {id}
              </TextLink>
            ))}
          </li>
        )}
      </ul>
    </AnswerSection>
  );
}

export function CardLink({ card, language }: { card: CardRef; language: Language }) {
  return <TextLink href={`/${language}/cards/${card.id}` as Route}>{card.question}</TextLink>;
}

export function AnswerSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-10">
      <SmallHeading className="mb-3">{title}</SmallHeading>
      {children}
    </section>
  );
}
