import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { languageOf, localZone, reading } from "#app/_door.ts";
import { Ignored } from "#app/_frame/ignored.tsx";
import { beginOf, missedQuery, windowOf } from "#app/_missed/window.ts";
import { cardProps } from "#app/_review/card-props.tsx";
import { ReviewCard } from "#app/_review/review-card.tsx";
import { ReviewDesk } from "#app/_review/review-desk.tsx";
import { PageHeading } from "#app/_ui/heading.tsx";
import { TextLink } from "#app/_ui/link.tsx";
import { db } from "#lib/db/client.ts";
import { say } from "#lib/i18n/say.ts";
import { readLearner } from "#lib/learner/learner.ts";
import { readHistory } from "#lib/review/history-queries.ts";
import { readDrill } from "#lib/review/missed-queries.ts";

type Props = PageProps<"/[locale]/missed/drill">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { m } = await languageOf(params);
  return { title: m.missed.drillHeading };
}

export default async function DrillPage({ params, searchParams }: Props) {
  const { language, m } = await languageOf(params);
  const now = new Date();
  const { asked, ignored } = missedQuery(await searchParams, now);
  const days = windowOf(asked);
  const since = beginOf(asked, now);
  // The address holds when the drill began, so that a reload goes on with it.
  if (since === null) redirect(`/${language}/missed/drill?days=${days}&since=${now.getTime()}` as Route);
  const { drill, history } = await reading(async () => ({
    drill: await readDrill(db(), language, days, since, now, await readLearner(db(), localZone())),
    history: await readHistory(db(), language),
  }));
  return (
    <ReviewDesk
      undoable={history.undoable}
      redoable={history.redoable}
      left={say(m.missed.left, { n: drill.left, of: drill.of })}
      words={m.review}
    >
      <Ignored parts={ignored} m={m} />
      {drill.next === null ? (
        <div className="mx-auto max-w-2xl">
          <PageHeading>{m.missed.drillDone}</PageHeading>
          <p className="mt-3 text-lg text-quiet">{m.missed.drillDoneNote}</p>
          <p className="mt-8">
            <TextLink href={`/${language}/missed?days=${days}` as Route}>{m.missed.heading}</TextLink>
          </p>
        </div>
      ) : (
        <ReviewCard
          {...cardProps(drill.next, language, m, { kind: "cram", offered: 2, shown: null, takenBack: null })}
          // The version counts crams too: a card that comes back is asked anew.
          key={`${drill.next.card.id} ${drill.next.version}`}
          words={m.review}
        />
      )}
    </ReviewDesk>
  );
}
