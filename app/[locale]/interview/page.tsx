import type { Metadata } from "next";
import { languageOf, localZone, reading } from "#app/_door.ts";
import { Ignored } from "#app/_frame/ignored.tsx";
import { PageHeading } from "#app/_ui/heading.tsx";
import { listAskedTopics } from "#lib/content/queries.ts";
import { db } from "#lib/db/client.ts";
import { readInterviews } from "#lib/interview/history-queries.ts";
import { readLearner } from "#lib/learner/learner.ts";
import { readLoad } from "#lib/progress/queries.ts";
import { overview } from "#lib/review/queries.ts";
import { choicesIn, wishesFor } from "./chosen.ts";
import { Days } from "./days.tsx";
import { PastInterviews } from "./history.tsx";
import { SetupForm } from "./setup-form.tsx";

type Props = PageProps<"/[locale]/interview">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { m } = await languageOf(params);
  return { title: m.interview.heading };
}

export default async function InterviewPage({ params, searchParams }: Props) {
  const { language, m } = await languageOf(params);
  const query = await searchParams;
  const now = new Date();
  const zone = localZone();
  const { topics, history, learner, today, load } = await reading(async () => {
    const learner = await readLearner(db(), zone);
    return {
      learner,
      topics: await listAskedTopics(db(), language),
      history: await readInterviews(db(), language, now),
      today: await overview(db(), now, zone),
      load: learner.settings.interview === null ? [] : await readLoad(db(), now, learner),
    };
  });
  const { asked, ignored } = choicesIn(
    query,
    topics.map(({ id }) => id),
  );
  return (
    <>
      <Ignored parts={ignored} m={m} />
      <div className="mx-auto max-w-2xl print:hidden">
        <PageHeading>{m.interview.heading}</PageHeading>
        <p className="mt-3 text-lg text-quiet">{m.interview.intro}</p>
        <SetupForm
          chosen={wishesFor(asked, language)}
          isReady={Object.keys(asked).length > 0}
          topics={topics}
          words={m.interview}
          levels={m.cards.levels}
          minutes={m.spans.minutes}
          unreachable={m.failed.unreachable}
        />
        <Days learner={learner} today={today} load={load} now={now} language={language} m={m} />
      </div>
      <PastInterviews history={history} zone={learner.clock.zone} language={language} m={m} />
    </>
  );
}
