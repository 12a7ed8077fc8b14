import type { Metadata } from "next";
import type { ReactNode } from "react";
import { languageOf, localZone, reading } from "#app/_door.ts";
import { PageHeading } from "#app/_ui/heading.tsx";
import { ButtonLink } from "#app/_ui/link.tsx";
import { PageSection } from "#app/_ui/page-section.tsx";
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
      <PageHeading>{m.progress.heading}</PageHeading>
      {isEmpty ? (
        <>
          <p className="mt-3 max-w-xl text-lg text-quiet">{m.progress.empty}</p>
          <p className="mt-8">
            <ButtonLink look="main" size="large" href={`/${language}/review`}>
              {m.progress.start}
            </ButtonLink>
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
          <Part id="retention" heading={m.progress.retention.heading}>
            <TrueRetention progress={progress} m={m} />
          </Part>
          <Part id="calendar" heading={m.progress.calendar.heading}>
            <Calendar progress={progress} m={m} />
            <div className="mt-8 grid gap-8 md:grid-cols-2">
              <Reviews progress={progress} m={m} />
              <Load progress={progress} m={m} />
            </div>
          </Part>
          <Part id="calibration" heading={m.progress.calibration.heading}>
            <Calibration progress={progress} m={m} />
          </Part>
          <Part id="accuracy" heading={m.progress.accuracy.heading}>
            <AccuracyTable progress={progress} m={m} />
          </Part>
          <Part id="spread" heading={m.progress.spread.heading}>
            <Spread progress={progress} m={m} />
          </Part>
          <Part id="mastery" heading={m.progress.mastery.heading}>
            <MasteryTable progress={progress} m={m} />
          </Part>
        </>
      )}
    </>
  );
}

/** A part of the page, a line below its name. */
function Part({ id, heading, children }: { id: string; heading: string; children: ReactNode }) {
  return (
    <PageSection id={id} heading={heading} className="mt-12">
      <div className="mt-3">{children}</div>
    </PageSection>
  );
}
