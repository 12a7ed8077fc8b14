import type { Metadata } from "next";
import { languageOf, localZone, reading } from "#app/_door.ts";
import { ClockNote } from "#app/_frame/clock-note.tsx";
import { toldImport } from "#app/api/log/_told.ts";
import { db } from "#lib/db/client.ts";
import { say } from "#lib/i18n/say.ts";
import { readLearner } from "#lib/learner/learner.ts";
import { optimiserState } from "#lib/optimiser/job.ts";
import { readClockTrouble } from "#lib/review/log/ahead.ts";
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
      <h1 className="text-3xl font-semibold tracking-tight">{words.heading}</h1>
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

      <section aria-labelledby="optimiser" className="mt-14">
        <h2 id="optimiser" className="text-xl font-semibold">
          {m.optimiser.heading}
        </h2>
        <p className="mt-2 text-quiet">{m.optimiser.intro}</p>
        <p className="mt-2">
          {say(m.optimiser.reviews, { n: optimiser.reviews })}{" "}
          {optimiser.missing > 0 && say(m.optimiser.missing, { n: optimiser.missing })}
        </p>
        {weights !== null && <p className="mt-2">{m.optimiser.own}</p>}
        <OptimiserDesk
          initial={optimiser}
          hasOwnWeights={weights !== null}
          words={m.optimiser}
          unreachable={m.failed.unreachable}
        />
      </section>

      <section aria-labelledby="log" className="mt-14">
        <h2 id="log" className="text-xl font-semibold">
          {m.log.heading}
        </h2>
        <p className="mt-2 text-quiet">{m.log.intro}</p>
        <p className="mt-2 text-quiet">{m.log.notInIt}</p>
        <p className="mt-3">
          <a href="/api/log" download className="inline-block rounded-lg border border-line px-4 py-2 hover:bg-sunk">
            {m.log.export}
          </a>
        </p>
        <LogImport initial={toldImport(importState(), m)} words={m.log.form} unreachable={m.failed.unreachable} />
      </section>

      <Backup words={m.backup} />
    </div>
  );
}

/** All zones that this machine knows, UTC and the chosen one among them whether it lists them or not. */
function zonesWith(chosen: string | null): string[] {
  const names = new Set([...Intl.supportedValuesOf("timeZone"), "UTC", ...(chosen === null ? [] : [chosen])]);
  return [...names].sort();
}
