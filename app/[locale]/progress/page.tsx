import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { languageOf, localZone, reading } from "#app/_door.ts";
import { db } from "#lib/db/client.ts";
import { say } from "#lib/i18n/say.ts";
import { readProgress } from "#lib/progress/queries.ts";
import { Calendar, Load, Reviews } from "./activity.tsx";
import { MasteryTable, Spread } from "./cards.tsx";
import { AccuracyTable, Calibration } from "./forecasts.tsx";
import { TrueRetention } from "./retention.tsx";

type Props = PageProps<"/[locale]/progress">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { m } = await languageOf(params);
  return { title: m.progress.heading };
}

export default async function ProgressPage({ params }: Props) {
  const { language, m } = await languageOf(params);
  const progress = await reading(() => readProgress(db(), language, new Date(), localZone()));
  const today = progress.days.find(({ day }) => day === progress.today);
  const isEmpty = progress.days.every(({ answers }) => answers === 0);
  return (
    <>
      <h1 className="text-3xl font-semibold tracking-tight">{m.progress.heading}</h1>
      {isEmpty ? (
        <>
          <p className="mt-3 max-w-xl text-lg text-quiet">{m.progress.empty}</p>
          <p className="mt-8">
            <Link
              href={`/${language}/review`}
              className="rounded-lg bg-action px-6 py-3 text-lg font-medium text-on-action hover:opacity-90"
            >
              {m.progress.start}
            </Link>
          </p>
        </>
      ) : (
        <>
          <p className="mt-3 max-w-2xl text-quiet">{m.progress.intro}</p>
          <p className="mt-3 text-lg">
            {say(m.progress.today, {
              n: today?.answers ?? 0,
              minutes: Math.ceil((today?.durationMs ?? 0) / 60_000),
            })}
          </p>
          <Section id="retention" heading={m.progress.retention.heading}>
            <TrueRetention progress={progress} m={m} />
          </Section>
          <Section id="calendar" heading={m.progress.calendar.heading}>
            <Calendar progress={progress} m={m} />
            <div className="mt-8 grid gap-8 md:grid-cols-2">
              <Reviews progress={progress} m={m} />
              <Load progress={progress} m={m} />
            </div>
          </Section>
          <Section id="calibration" heading={m.progress.calibration.heading}>
            <Calibration progress={progress} m={m} />
          </Section>
          <Section id="accuracy" heading={m.progress.accuracy.heading}>
            <AccuracyTable progress={progress} m={m} />
          </Section>
          <Section id="spread" heading={m.progress.spread.heading}>
            <Spread progress={progress} m={m} />
          </Section>
          <Section id="mastery" heading={m.progress.mastery.heading}>
            <MasteryTable progress={progress} m={m} />
          </Section>
        </>
      )}
    </>
  );
}

function Section({ id, heading, children }: { id: string; heading: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-12">
      <h2 id={id} className="text-xl font-semibold">
        {heading}
      </h2>
      <div className="mt-3">{children}</div>
    </section>
  );
}
