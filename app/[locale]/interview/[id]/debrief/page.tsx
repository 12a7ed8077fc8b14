import type { Metadata, Route } from "next";
import { notFound, redirect } from "next/navigation";
import { languageOf, reading } from "#app/_door.ts";
import { PageHeading } from "#app/_ui/heading.tsx";
import { db } from "#lib/db/client.ts";
import { say } from "#lib/i18n/say.ts";
import { describeSpan } from "#lib/i18n/span.ts";
import { clockTime, momentName } from "#lib/i18n/times.ts";
import { readDebrief } from "#lib/interview/debrief-queries.ts";
import { MINUTE_MS } from "#lib/interview/limits.ts";
import { interviewId } from "#lib/interview/schema.ts";
import { DebriefDesk } from "./debrief-desk.tsx";
import { questionProps } from "./props.tsx";

type Props = PageProps<"/[locale]/interview/[id]/debrief">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { m } = await languageOf(params);
  return { title: m.debrief.heading };
}

export default async function DebriefPage({ params }: Props) {
  const { language, m } = await languageOf(params);
  const id = interviewId.safeParse((await params).id);
  if (!id.success) notFound();
  const read = await reading(() => readDebrief(db(), id.data, language, new Date()));
  if (read.state === "unknown") notFound();
  if (read.state !== "over") redirect(`/${language}/interview/${id.data}` as Route);
  const { startedAt, zone, wishes, course, questions, judgedAt, topics } = read.debrief;
  const words = m.debrief;
  const told = [
    momentName(startedAt, zone, language),
    say(words.about, { minutes: wishes.minutes, level: m.cards.levels[wishes.level] }),
    m.interview.clocks[wishes.clock].name,
    ...(wishes.mode === "pair" ? [words.pair] : []),
  ];
  const used = [
    say(words.usedOf, { used: clockTime(course.elapsedMs), of: clockTime(wishes.minutes * MINUTE_MS) }),
    ...(course.pauses > 0 ? [say(words.pauses, { n: course.pauses, span: describeSpan(course.pausedMs, m) })] : []),
    ...(course.awayMs > 0 ? [say(words.away, { span: describeSpan(course.awayMs, m) })] : []),
  ];
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeading>{words.heading}</PageHeading>
      <p className="mt-2 text-quiet">{told.join(" · ")}</p>
      {questions.length === 0 ? (
        <p className="mt-6">{words.nothing}</p>
      ) : (
        <DebriefDesk
          interviewId={id.data}
          language={language}
          isKept={judgedAt !== null}
          isPair={wishes.mode === "pair"}
          used={used.join(" · ")}
          topics={Object.fromEntries(topics)}
          questions={questions.map((question) => questionProps(question, language, m))}
          words={words}
          unreachable={m.failed.unreachable}
        />
      )}
    </div>
  );
}
