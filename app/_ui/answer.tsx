import { Player } from "#app/_simulation/player.tsx";
import type { CardView } from "#lib/content/queries.ts";
import type { Language } from "#lib/i18n/languages.ts";
import { messagesFor } from "#lib/i18n/messages.ts";
import { KeyPoints } from "./key-points.tsx";
import { Markdown } from "./markdown.tsx";

/** The whole answer of a card, as it is read outside a review. */
export function Answer({ card, language }: { card: CardView; language: Language }) {
  const m = messagesFor(language).review;
  return (
    <>
      <div className="mx-auto max-w-2xl">
        <Section title={m.short}>
          <div className="text-lg">
            <Markdown>{card.text.short}</Markdown>
          </div>
        </Section>
      </div>
      <section className="mt-10">
        <Player
          scenario={card.simulation.scenario}
          language={language}
          caption={<Markdown>{card.text.simulation}</Markdown>}
        />
      </section>
      <div className="mx-auto max-w-2xl">
        <Section title={m.full}>
          <Markdown>{card.text.full}</Markdown>
        </Section>
        <Section title={messagesFor(language).cards.keyPoints}>
          <KeyPoints points={card.text.keyPoints} />
        </Section>
        <Closing card={card} language={language} />
      </div>
    </>
  );
}

/** What stands at the end of every answer: the usual mistakes, and where it all comes from. */
export function Closing({ card, language }: { card: CardView; language: Language }) {
  const m = messagesFor(language).review;
  return (
    <>
      <Section title={m.mistakes}>
        <ul className="space-y-3">
          {card.text.mistakes.map((mistake) => (
            <li key={mistake} className="border-l-2 border-line pl-4">
              <Markdown>{mistake}</Markdown>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={m.sources}>
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-quiet">
          {card.sources.map(({ label, url }) => (
            <li key={label}>
              {url ? (
                <a href={url} rel="noreferrer" className="underline underline-offset-4 hover:text-ink">
                  {label}
                </a>
              ) : (
                label
              )}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

export function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="mt-10">
      <h2 className="mb-3 text-sm font-semibold text-quiet">{title}</h2>
      {children}
    </section>
  );
}
