import type { Route } from "next";
import type { ReactNode } from "react";
import type { View } from "#app/_missed/window.ts";
import { TextLink } from "#app/_ui/link.tsx";
import { Markdown } from "#app/_ui/markdown.tsx";
import type { Language } from "#lib/i18n/languages.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";
import { describeSpan } from "#lib/i18n/span.ts";
import type { MissedCard } from "#lib/review/missed-queries.ts";
import { partName } from "./part-name.ts";

interface ListProps {
  cards: readonly MissedCard[];
  language: Language;
  m: Messages;
  now: Date;
}

/** What was missed, as the learner wants to look at it: card by card, or each point or step with its card. */
export function MissedList({ view, ...props }: ListProps & { view: View }) {
  const { cards, language, m } = props;
  const pieces = view === "point" ? pointsOf(cards, language) : stepsOf(cards, m);
  if (view !== "card" && pieces.length === 0) return <p className="mt-4">{m.missed.noPieces[view]}</p>;
  return (
    <ul className="mt-4 divide-y divide-line border-y border-line">
      {view === "card"
        ? cards.map((card) => <Missed key={card.id} card={card} {...props} />)
        : pieces.map(({ key, piece, card }) => (
            <li key={key} className="py-3">
              {piece}
              <TextLink look="title" href={`/${language}/cards/${card.id}` as Route} className="text-sm text-quiet">
                {card.question}
              </TextLink>
            </li>
          ))}
    </ul>
  );
}

interface Piece {
  readonly key: string;
  readonly piece: ReactNode;
  readonly card: MissedCard;
}

function pointsOf(cards: readonly MissedCard[], language: Language): Piece[] {
  return cards.flatMap((card) =>
    card.points.map((point) => ({
      key: `${card.id} ${point}`,
      piece: <Markdown language={language}>{point}</Markdown>,
      card,
    })),
  );
}

function stepsOf(cards: readonly MissedCard[], m: Messages): Piece[] {
  return cards.flatMap((card) =>
    (card.exercise?.wrong ?? []).map((part) => ({
      key: `${card.id} ${part}`,
      piece: <p>{partName(card.exercise?.kind ?? "", part, m)}</p>,
      card,
    })),
  );
}

/** A card with what was missing from the answer: points that were not said, parts of the exercise that were wrong. */
function Missed({ card, language, m, now }: Omit<ListProps, "cards"> & { card: MissedCard }) {
  const span = describeSpan(now.getTime() - card.missedAt.getTime(), m);
  return (
    <li className="py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <TextLink look="title" href={`/${language}/cards/${card.id}` as Route} className="font-medium">
          {card.question}
        </TextLink>
        <span className="text-sm text-quiet">{say(m.spans.ago, { span })}</span>
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
          {card.exercise.wrong.map((part) => partName(card.exercise?.kind ?? "", part, m)).join(m.frame.comma)}
        </p>
      )}
    </li>
  );
}
