import { randomUUID } from "node:crypto";
import { AnswerSection, Closing, contrastOf, exerciseOf } from "#app/_card/answer.tsx";
import { Player } from "#app/_simulation/player.tsx";
import { Markdown } from "#app/_ui/markdown.tsx";
import type { Language } from "#lib/i18n/languages.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import type { NextCard } from "#lib/review/queries.ts";
import type { AskedCard } from "./desk.ts";

/** What a card that is asked shows, whatever it is asked for: its texts, its exercise, its simulation. */
export function cardProps(
  { card, version, schedulerId, lastNotes }: Omit<NextCard, "takenBack">,
  language: Language,
  m: Messages,
  how: Pick<AskedCard, "kind" | "offered" | "shown" | "takenBack">,
) {
  const asked: AskedCard = {
    ...how,
    cardId: card.id,
    version,
    reviewId: randomUUID(),
    actionId: randomUUID(),
    schedulerId,
    language,
    href: `/${language}/cards/${card.id}`,
  };
  return {
    asked,
    lastNotes,
    topic: `${card.topic} · ${m.cards.levels[card.level]}`,
    question: card.text.question,
    keyPoints: card.text.keyPoints.map((point, i) => ({
      id: card.keyPointIds[i] ?? point,
      text: <Markdown language={language}>{point}</Markdown>,
    })),
    exercise: exerciseOf(card, language),
    short: <Markdown language={language}>{card.text.short}</Markdown>,
    simulation: (
      <Player
        scenario={card.simulation.scenario}
        contrast={contrastOf(card, language)}
        words={m.player}
        caption={<Markdown language={language}>{card.text.simulation}</Markdown>}
      />
    ),
    full: (
      <>
        <AnswerSection title={m.review.full}>
          <Markdown language={language}>{card.text.full}</Markdown>
        </AnswerSection>
        <Closing card={card} language={language} />
      </>
    ),
  };
}
