import type { Metadata } from "next";
import { languageOf, localZone, reading } from "#app/_door.ts";
import { ClockNote } from "#app/_frame/clock-note.tsx";
import { PageHeading } from "#app/_ui/heading.tsx";
import { PlainLink } from "#app/_ui/link.tsx";
import { PageSection } from "#app/_ui/page-section.tsx";
import { toldImport } from "#app/api/log/_told.ts";
import { db } from "#lib/db/client.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";
import { readLearner } from "#lib/learner/learner.ts";
import { type Optimiser, optimiserState } from "#lib/optimiser/optimiser-job.ts";
import { readClockTrouble } from "#lib/review/log/ahead-queries.ts";
import { importState } from "#lib/review/log/import-job.ts";
import { studyDay } from "#lib/scheduling/day.ts";
import { INTERVIEW_RETENTION } from "#lib/scheduling/settings.ts";
import { Backup } from "./backup.tsx";
import { LogImport } from "./log-import.tsx";
import { OptimiserDesk } from "./optimiser-desk.tsx";
import { SettingsForm } from "./settings-form.tsx";

export async function generateMetadata({ params }: PageProps<"/[locale]/settings">): Promise<Metadata> {
  const { m } = await languageOf(params);
  return { title: m.settings.heading };
}

export default async function SettingsPage({ params }: PageProps<"/[locale]/settings">) {
  const { m } = await languageOf(params);
  const machineZone = localZone();
  const now = new Date();
  const { learner, optimiser, trouble } = await reading(async () => ({
    learner: await readLearner(db(), machineZone),
    optimiser: await optimiserState(db()),
    trouble: await readClockTrouble(db(), now),
  }));
  const { weights, ...chosen } = learner.settings;
  const { zone, rolloverHour } = learner.clock;
  const today = studyDay(now, zone, rolloverHour);
  // An interview that is over is none any more.
  const interview = chosen.interview !== null && chosen.interview.day >= today ? chosen.interview : null;
  const { settings: words } = m;
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeading>{words.heading}</PageHeading>
      <p className="mt-3 text-quiet">{words.note}</p>
      <ClockNote trouble={trouble} clock={learner.clock} m={m} />
      <SettingsForm
        chosen={{ ...chosen, interview }}
        interviewRetention={interview?.retention ?? INTERVIEW_RETENTION}
        words={words}
        unreachable={m.failed.unreachable}
      >
        <option value="">{say(words.machineZone, { zone: machineZone })}</option>
        {zonesWith(chosen.zone).map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </SettingsForm>
      <Weights optimiser={optimiser} hasOwn={weights !== null} m={m} />
      <Log m={m} />
      <Backup words={m.backup} />
    </div>
  );
}

interface WeightsProps {
  optimiser: Optimiser;
  /** The weights in force were found from the log. */
  hasOwn: boolean;
  m: Messages;
}

/** What the log says about the learner's memory, and the search for better weights. */
function Weights({ optimiser, hasOwn, m }: WeightsProps) {
  const words = m.optimiser;
  return (
    <PageSection id="optimiser" heading={words.heading} className="mt-14">
      <p className="mt-2 text-quiet">{words.intro}</p>
      <p className="mt-2">
        {say(words.reviews, { n: optimiser.reviews })}{" "}
        {optimiser.missing > 0 && say(words.missing, { n: optimiser.missing })}
      </p>
      {hasOwn && <p className="mt-2">{words.own}</p>}
      <OptimiserDesk initial={optimiser} hasOwnWeights={hasOwn} words={words} unreachable={m.failed.unreachable} />
    </PageSection>
  );
}

/** The log as a file, out and in. */
function Log({ m }: { m: Messages }) {
  return (
    <PageSection id="log" heading={m.log.heading} className="mt-14">
      <p className="mt-2 text-quiet">{m.log.intro}</p>
      <p className="mt-2 text-quiet">{m.log.notInIt}</p>
      <p className="mt-3">
        <PlainLink href="/api/log" download look="quiet" className="inline-block">
          {m.log.export}
        </PlainLink>
      </p>
      <LogImport initial={toldImport(importState(), m)} words={m.log.form} unreachable={m.failed.unreachable} />
    </PageSection>
  );
}

/** All zones that this machine knows, UTC and the chosen one among them whether it lists them or not. */
function zonesWith(chosen: string | null): string[] {
  const names = new Set([...Intl.supportedValuesOf("timeZone"), "UTC", ...(chosen === null ? [] : [chosen])]);
  return [...names].sort();
}
