import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { AnswerSection, CardLink } from "#app/_card/answer.tsx";
import { Sources } from "#app/_card/sources.tsx";
import { VerdictBadge } from "#app/_card/verdict.tsx";
import { languageOf, reading } from "#app/_door.ts";
import { Player } from "#app/_simulation/player.tsx";
import { PageHeading } from "#app/_ui/heading.tsx";
import { TextLink } from "#app/_ui/link.tsx";
import { type ClaimWhole, readClaim } from "#lib/content/claim-queries.ts";
import { db } from "#lib/db/client.ts";
import type { Language } from "#lib/i18n/languages.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";

type Props = PageProps<"/[locale]/claims/[id]">;

async function claimOf(params: Props["params"]) {
  const { language, m } = await languageOf(params);
  const { id } = await params;
  const claim = await reading(() => readClaim(db(), id, language));
  if (claim === null) notFound();
  return { claim, language, m };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { claim } = await claimOf(params);
  return { title: `${claim.id} · ${claim.claim}` };
}

export default async function ClaimPage({ params }: Props) {
  const { claim, language, m } = await claimOf(params);
  const { scenario, contrast } = claim.simulation;
  const isCorrect = claim.verdict === "correct";
  return (
    <article>
      <div className="mx-auto max-w-2xl">
        <p className="text-sm text-quiet">
          <TextLink href={`/${language}/claims`}>{m.claims.back}</TextLink> · {claim.id}
        </p>
        <PageHeading isSentence className="mt-3">
          {claim.claim}
        </PageHeading>
        <p className="mt-4">
          <VerdictBadge verdict={claim.verdict} m={m} />
        </p>
        <AnswerSection title={m.claims.statement}>
          <p className="text-lg">{claim.statement}</p>
        </AnswerSection>
      </div>
      <section className="mt-10">
        <Player
          scenario={scenario}
          contrast={{
            label: contrast.label[language],
            scenario: contrast.scenario,
            shown: !isCorrect,
            own: m.claims.inTruth,
          }}
          words={m.player}
          caption={isCorrect ? m.claims.truth : m.claims.both}
        />
      </section>
      <div className="mx-auto max-w-2xl">
        <Grounds claim={claim} language={language} m={m} />
        <Neighbours claim={claim} language={language} m={m} />
      </div>
    </article>
  );
}

interface PartProps {
  claim: ClaimWhole;
  language: Language;
  m: Messages;
}

/** What settles the claim, where it was found, and what the verdict rests on. */
function Grounds({ claim, language, m }: PartProps) {
  return (
    <>
      {claim.cards.length > 0 && (
        <AnswerSection title={m.claims.settledBy}>
          <ul className="space-y-2">
            {claim.cards.map((card) => (
              <li key={card.id}>
                <CardLink card={card} language={language} />
              </li>
            ))}
          </ul>
        </AnswerSection>
      )}
      <AnswerSection title={m.review.provenance}>
        <ul className="space-y-1 text-sm text-quiet">
          {claim.notes.map(({ note, heading }) => (
            <li key={`${note} ${heading}`}>
              {say(m.claims.note, { id: note })}: <span lang="zh-CN">{heading}</span>
            </li>
          ))}
        </ul>
      </AnswerSection>
      <AnswerSection title={m.review.sources}>
        <Sources sources={claim.sources} />
      </AnswerSection>
    </>
  );
}

/** The claim before and the one after. */
function Neighbours({ claim: { before, after }, language, m }: PartProps) {
  return (
    <nav aria-label={m.claims.heading} className="mt-10 flex justify-between text-sm">
      {[before, after].map((id, i) =>
        id === null ? (
          <span key={i === 0 ? "before" : "after"} />
        ) : (
          <TextLink key={id} href={`/${language}/claims/${id}` as Route}>
            {i === 0 && <span aria-hidden="true">← </span>}
            {`${i === 0 ? m.claims.before : m.claims.after} ${id}`}
            {i === 1 && <span aria-hidden="true"> →</span>}
          </TextLink>
        ),
      )}
    </nav>
  );
}
