import type { Metadata, Route } from "next";
import { CardLink } from "#app/_card/answer.tsx";
import { VerdictBadge } from "#app/_card/verdict.tsx";
import { languageOf, reading } from "#app/_door.ts";
import { Ignored } from "#app/_frame/ignored.tsx";
import { Status } from "#app/_ui/alert.tsx";
import { PageHeading } from "#app/_ui/heading.tsx";
import { ButtonLink, TextLink } from "#app/_ui/link.tsx";
import { PageSection } from "#app/_ui/page-section.tsx";
import { type ClaimView, listClaims, listNoteQuestions } from "#lib/content/claim-queries.ts";
import { VERDICTS } from "#lib/content/schema.ts";
import { db } from "#lib/db/client.ts";
import type { Language } from "#lib/i18n/languages.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";
import { type ClaimChoice, chosen, filterBy } from "./filter.ts";

type Props = PageProps<"/[locale]/claims">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { m } = await languageOf(params);
  return { title: m.claims.heading };
}

export default async function ClaimsPage({ params, searchParams }: Props) {
  const { language, m } = await languageOf(params);
  const { claims, questions } = await reading(async () => ({
    claims: await listClaims(db(), language),
    questions: await listNoteQuestions(db(), language),
  }));
  const notes = [...new Set(claims.flatMap((claim) => claim.notes.map(({ note }) => note)))].sort();
  const { choice, ignored } = chosen(await searchParams, notes);
  const shown = filterBy(claims, choice);
  return (
    <>
      <Ignored parts={ignored} m={m} />
      <div className="mx-auto max-w-2xl">
        <PageHeading>{m.claims.heading}</PageHeading>
        <p className="mt-3 text-quiet">{say(m.claims.intro, { n: claims.length })}</p>
      </div>
      <div className="mt-8 space-y-2 text-sm">
        <Filter name={m.claims.verdict} values={VERDICTS} at="verdict" choice={choice} language={language} m={m} />
        <Filter name={m.claims.notes} values={notes} at="note" choice={choice} language={language} m={m} />
        <Status>{say(m.claims.showing, { n: shown.length, of: claims.length })}</Status>
      </div>
      {shown.length === 0 ? (
        <p className="mt-6">{m.claims.none}</p>
      ) : (
        <ClaimsTable claims={shown} language={language} m={m} />
      )}
      <PageSection id="questions" heading={m.claims.questions} className="mx-auto mt-14 max-w-2xl">
        <dl className="mt-3 divide-y divide-line border-y border-line">
          {questions.map(({ id, text, cards }) => (
            <div key={id} className="py-3">
              <dt>
                <span className="me-2 text-sm text-quiet tabular-nums">{id}</span>
                {text}
              </dt>
              {cards.map((card) => (
                <dd key={card.id} className="mt-1 ms-9 text-sm">
                  <CardLink card={card} language={language} />
                </dd>
              ))}
            </div>
          ))}
        </dl>
      </PageSection>
    </>
  );
}

interface TableProps {
  claims: readonly ClaimView[];
  language: Language;
  m: Messages;
}

/** A table on a wide screen; on a phone each row is a block of its own. */
function ClaimsTable({ claims, language, m }: TableProps) {
  return (
    <table className="mt-6 w-full text-start max-md:block">
      <thead className="text-sm text-quiet max-md:sr-only">
        <tr className="border-b border-line">
          <th scope="col" className="py-2 pe-4 text-start font-normal">
            <span className="sr-only">A</span>
          </th>
          <th scope="col" className="w-2/5 py-2 pe-6 text-start font-normal">
            {m.claims.claim}
          </th>
          <th scope="col" className="py-2 pe-6 text-start font-normal">
            {m.claims.verdict}
          </th>
          <th scope="col" className="w-1/2 py-2 text-start font-normal">
            {m.claims.statement}
          </th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {claims.map(({ id, claim, verdict, statement, notes }) => (
          <tr key={id} className="border-b border-line align-top max-md:block max-md:py-4">
            <th scope="row" className="py-3 pe-4 text-start font-normal max-md:inline max-md:p-0">
              <TextLink href={`/${language}/claims/${id}` as Route}>{id}</TextLink>
            </th>
            <td className="py-3 pe-6 max-md:block max-md:p-0 max-md:pt-1">
              {claim}
              <span className="mt-1 block text-xs text-quiet">
                {[...new Set(notes.map(({ note }) => say(m.claims.note, { id: note })))].join(" · ")}
              </span>
            </td>
            <td className="py-3 pe-6 max-md:block max-md:p-0 max-md:pt-2">
              <VerdictBadge verdict={verdict} m={m} />
            </td>
            <td className="py-3 text-sm max-md:block max-md:p-0 max-md:pt-2">
              {statement}{" "}
              <TextLink
                href={`/${language}/claims/${id}` as Route}
                aria-label={`${m.claims.play}: ${id}`}
                className="whitespace-nowrap"
              >
                ▸ {m.claims.play}
              </TextLink>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface FilterProps {
  name: string;
  values: readonly string[];
  at: keyof ClaimChoice;
  choice: ClaimChoice;
  language: Language;
  m: Messages;
}

/** Every choice is an address, so that it can be passed on, and works without scripts. */
function Filter({ name, values, at, choice, language, m }: FilterProps) {
  const hrefFor = (value: string | null) => {
    const query = new URLSearchParams(
      Object.entries({ ...choice, [at]: value }).filter((entry): entry is [string, string] => entry[1] !== null),
    );
    return `/${language}/claims${query.size > 0 ? `?${query}` : ""}` as Route;
  };
  const labelOf = (value: string) => (at === "verdict" ? m.claims.verdicts[value as ClaimView["verdict"]] : value);
  return (
    <nav aria-label={name} className="flex flex-wrap items-baseline gap-x-1 gap-y-1">
      <span className="me-2 text-quiet">{name}</span>
      {[null, ...values].map((value) => (
        <ButtonLink
          key={value ?? ""}
          look="pill"
          href={hrefFor(value)}
          scroll={false}
          aria-current={choice[at] === value ? "true" : undefined}
        >
          {value === null ? m.claims.all : labelOf(value)}
        </ButtonLink>
      ))}
    </nav>
  );
}
