import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { languageOf, reading } from "#app/_door.ts";
import { Ignored } from "#app/_frame/ignored.tsx";
import { readQuery } from "#app/_frame/query.ts";
import { LabBench } from "#app/_lab/bench.tsx";
import { PageHeading } from "#app/_ui/heading.tsx";
import { TextLink } from "#app/_ui/link.tsx";
import { PageSection } from "#app/_ui/page-section.tsx";
import { readLink } from "#lib/content/link.ts";
import { linkTextOf } from "#lib/content/link-text.ts";
import { listExhibits, readExhibit } from "#lib/content/queries.ts";
import { db } from "#lib/db/client.ts";
import type { Language } from "#lib/i18n/languages.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";

type Props = PageProps<"/[locale]/lab">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { m } = await languageOf(params);
  return { title: m.lab.heading };
}

/** The lab: a scenario from the gallery (?from=), from a link (?s=), or the gallery to choose from. */
export default async function LabPage({ params, searchParams }: Props) {
  const { language, m } = await languageOf(params);
  const { asked, ignored } = readQuery(await searchParams, { s: () => true, from: (id) => SCENARIO_ID.test(id) });
  const { s, from } = asked;
  if (s !== undefined) {
    const left = from === undefined ? ignored : [...ignored, `from=${from}`];
    return <Linked text={s} ignored={left} language={language} m={m} />;
  }
  return (
    <>
      <Ignored parts={ignored} m={m} />
      {from === undefined ? <Gallery language={language} m={m} /> : <Exhibited id={from} language={language} m={m} />}
    </>
  );
}

interface PartProps {
  language: Language;
  m: Messages;
}

/** A scenario that somebody passed on as a link, or what is wrong with the link. */
function Linked({ text, ignored, language, m }: PartProps & { text: string; ignored: readonly string[] }) {
  const read = readLink(text);
  if (!read.ok) {
    return (
      <>
        <Ignored parts={ignored} m={m} />
        <Broken read={read} language={language} m={m} />
      </>
    );
  }
  return (
    <>
      <Ignored parts={read.ignored === "" ? ignored : [read.ignored, ...ignored]} m={m} />
      <Above language={language} back={m.lab.back} title={m.lab.heading} />
      <LabBench
        scenario={read.scenario}
        name="scenario"
        language={language}
        words={m.lab}
        caption={m.lab.own}
        recording={null}
      />
    </>
  );
}

/** Why a link leads to no scenario. */
function Broken({ read, language, m }: PartProps & { read: Extract<ReturnType<typeof readLink>, { ok: false }> }) {
  const issues = read.excess === null ? read.issues : [say(m.lab.excess, { ...read.excess })];
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeading isSentence>{m.lab.brokenHeading}</PageHeading>
      <p className="mt-3">{m.lab.trouble[read.trouble]}</p>
      {issues.length > 0 && (
        <ul className="mt-3 list-disc ps-5 font-mono text-sm">
          {issues.slice(0, 20).map((issue) => (
            <li key={issue}>{issue}</li>
          ))}
        </ul>
      )}
      <p className="mt-6">
        <TextLink href={`/${language}/lab`}>{m.lab.back}</TextLink>
      </p>
    </div>
  );
}

/** A scenario of the gallery. */
async function Exhibited({ id, language, m }: PartProps & { id: string }) {
  const exhibit = await reading(() => readExhibit(db(), id, language));
  if (exhibit === null) notFound();
  return (
    <>
      <Above language={language} back={m.lab.back} title={exhibit.title} />
      <LabBench
        scenario={exhibit.scenario}
        name={exhibit.id}
        language={language}
        words={m.lab}
        caption={exhibit.summary}
        recording={exhibit.recording}
      />
    </>
  );
}

/** What stands above a scenario: the way back to all of them, and what the page is called. */
function Above({ language, back, title }: { language: Language; back: string; title: string }) {
  return (
    <div className="mx-auto mb-6 max-w-4xl">
      <p className="text-sm text-quiet">
        <TextLink href={`/${language}/lab`}>{back}</TextLink>
      </p>
      <PageHeading isSentence className="mt-3">
        {title}
      </PageHeading>
    </div>
  );
}

/** What names in the gallery look like. */
const SCENARIO_ID = /^[a-z0-9-]+$/;

/** Two hosts, a wire, and nothing that happens. */
const EMPTY = linkTextOf({
  profile: "rfc9293",
  iss: { client: 100, server: 300 },
  wire: { delayUs: 50_000 },
  script: [],
});

async function Gallery({ language, m }: PartProps) {
  const exhibits = await reading(() => listExhibits(db(), language));
  const groups = [...new Set(exhibits.map(({ group }) => group))];
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeading>{m.lab.heading}</PageHeading>
      <p className="mt-3 text-quiet">
        {say(m.lab.intro, { n: exhibits.length })}{" "}
        <TextLink href={`/${language}/lab?s=${EMPTY}` as Route}>{m.lab.empty}</TextLink>
      </p>
      {groups.map((group) => (
        <PageSection key={group} id={group} heading={m.lab.groups[group]} className="mt-10">
          <ul className="mt-3 grid gap-x-6 sm:grid-cols-2">
            {exhibits
              .filter((exhibit) => exhibit.group === group)
              .map(({ id, title, summary }) => (
                <li key={id} className="border-t border-line py-3">
                  <TextLink look="title" href={`/${language}/lab?from=${id}` as Route} className="font-medium">
                    {title}
                  </TextLink>
                  <p className="mt-0.5 text-sm text-quiet">{summary}</p>
                </li>
              ))}
          </ul>
        </PageSection>
      ))}
    </div>
  );
}
