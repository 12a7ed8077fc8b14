import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { languageOf, reading } from "#app/_door.ts";
import { Ignored } from "#app/_frame/ignored.tsx";
import { readQuery } from "#app/_frame/query.ts";
import { Bench } from "#app/_lab/bench.tsx";
import { readLink } from "#lib/content/link.ts";
import { linkTextOf } from "#lib/content/link-text.ts";
import { listExhibits, readExhibit } from "#lib/content/queries.ts";
import { db } from "#lib/db/client.ts";
import type { Language } from "#lib/i18n/languages.ts";
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
    const read = readLink(s);
    if (read.ok)
      return (
        <>
          <Ignored parts={read.ignored === "" ? left : [read.ignored, ...left]} m={m} />
          <Above language={language} back={m.lab.back} title={m.lab.heading} />
          <Bench
            scenario={read.scenario}
            name="scenario"
            language={language}
            words={m.lab}
            caption={m.lab.own}
            recording={null}
          />
        </>
      );
    const issues = read.excess === null ? read.issues : [say(m.lab.excess, { ...read.excess })];
    return (
      <>
        <Ignored parts={left} m={m} />
        <div className="mx-auto max-w-2xl">
          <h1 className="text-2xl font-semibold tracking-tight">{m.lab.brokenHeading}</h1>
          <p className="mt-3">{m.lab.trouble[read.trouble]}</p>
          {issues.length > 0 && (
            <ul className="mt-3 list-disc ps-5 font-mono text-sm">
              {issues.slice(0, 20).map((issue) => (
                <li key={issue}>{issue}</li>
              ))}
            </ul>
          )}
          <p className="mt-6">
            <Link href={`/${language}/lab` as Route} className="underline underline-offset-4">
              {m.lab.back}
            </Link>
          </p>
        </div>
      </>
    );
  }
  if (from !== undefined) {
    const exhibit = await reading(() => readExhibit(db(), from, language));
    if (exhibit === null) notFound();
    return (
      <>
        <Ignored parts={ignored} m={m} />
        <Above language={language} back={m.lab.back} title={exhibit.title} />
        <Bench
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
  return (
    <>
      <Ignored parts={ignored} m={m} />
      <Gallery language={language} />
    </>
  );
}

/** What stands above a scenario: the way back to all of them, and what the page is called. */
function Above({ language, back, title }: { language: Language; back: string; title: string }) {
  return (
    <div className="mx-auto mb-6 max-w-4xl">
      <p className="text-sm text-quiet">
        <Link href={`/${language}/lab` as Route} className="underline underline-offset-4 hover:text-ink">
          {back}
        </Link>
      </p>
      <h1 className="mt-3 text-2xl font-semibold tracking-tight sm:text-3xl">{title}</h1>
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

async function Gallery({ language }: { language: "en" | "zh" }) {
  const { m } = await languageOf(Promise.resolve({ locale: language }));
  const exhibits = await reading(() => listExhibits(db(), language));
  const groups = [...new Set(exhibits.map(({ group }) => group))];
  return (
    <div className="mx-auto max-w-3xl">
      <h1 className="text-3xl font-semibold tracking-tight">{m.lab.heading}</h1>
      <p className="mt-3 text-quiet">
        {say(m.lab.intro, { n: exhibits.length })}{" "}
        <Link href={`/${language}/lab?s=${EMPTY}` as Route} className="underline underline-offset-4 hover:text-ink">
          {m.lab.empty}
        </Link>
      </p>
      {groups.map((group) => (
        <section key={group} aria-labelledby={group} className="mt-10">
          <h2 id={group} className="text-xl font-semibold">
            {m.lab.groups[group]}
          </h2>
          <ul className="mt-3 grid gap-x-6 sm:grid-cols-2">
            {exhibits
              .filter((exhibit) => exhibit.group === group)
              .map(({ id, title, summary }) => (
                <li key={id} className="border-t border-line py-3">
                  <Link
                    href={`/${language}/lab?from=${id}` as Route}
                    className="font-medium hover:underline hover:underline-offset-4"
                  >
                    {title}
                  </Link>
                  <p className="mt-0.5 text-sm text-quiet">{summary}</p>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
