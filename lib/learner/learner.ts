import { createHash } from "node:crypto";
import type { Db, Tx } from "#lib/db/client.ts";
import { INTERVIEW_RETENTION, type SchedulerSettings, type StudyClock } from "#lib/scheduling/settings.ts";
import {
  clockOf,
  type LearnerSettings,
  readStoredScheduler,
  readStoredSettings,
  schedulerSettingsOf,
} from "./settings.ts";

/** The one local learner; the first migration creates it. Hosting more than one comes later. */
export const LEARNER = "local";

/** What an entry names instead of a scheduler when it came with an import: nobody did it here, and nobody undoes it. */
export const IMPORTED = "import";

export interface Learner {
  readonly settings: LearnerSettings;
  readonly clock: StudyClock;
  readonly scheduler: SchedulerSettings;
  /** The row that holds `scheduler`, which the log names; null before the first deck is dealt. */
  readonly schedulerId: string | null;
}

/** Who learns, and how; `machineZone` counts where no zone was chosen. */
export async function readLearner(tx: Tx, machineZone: string): Promise<Learner> {
  return learnerOf(await readRow(tx), machineZone);
}

/** The same for what counts no days. */
export async function readClockless(tx: Tx): Promise<Omit<Learner, "clock">> {
  return clocklessOf(await readRow(tx));
}

/** A learner's row as it is stored. */
interface LearnerRow {
  readonly settings: unknown;
  readonly schedulerId: string | null;
}

async function readRow(tx: Tx): Promise<LearnerRow> {
  return tx.learner.findUniqueOrThrow({ where: { id: LEARNER } });
}

/** The same from a row that was read already. */
export function learnerOf(row: LearnerRow, machineZone: string): Learner {
  const clockless = clocklessOf(row);
  return { ...clockless, clock: clockOf(clockless.settings, machineZone) };
}

function clocklessOf(row: LearnerRow): Omit<Learner, "clock"> {
  const settings = readStoredSettings(row.settings ?? {});
  return { settings, scheduler: schedulerSettingsOf(settings), schedulerId: row.schedulerId };
}

/** Writes what a learner chose. Nothing is rescheduled: it holds for the answers that follow. */
export async function writeSettings(tx: Tx, settings: LearnerSettings): Promise<void> {
  const scheduler = schedulerSettingsOf(settings);
  const id = schedulerIdOf(scheduler);
  if ((await tx.schedulerSettings.findUnique({ where: { id } })) === null) {
    await tx.schedulerSettings.create({ data: { id, settings: { ...scheduler } } });
  }
  await tx.learner.update({ where: { id: LEARNER }, data: { settings, schedulerId: id } });
}

/** A name for settings that says what they are: a hash. */
export function schedulerIdOf(scheduler: SchedulerSettings): string {
  return createHash("sha256").update(JSON.stringify(scheduler)).digest("base64url").slice(0, 16);
}

/** All settings that the log names, by id. */
export async function readSchedulers(tx: Tx): Promise<ReadonlyMap<string, SchedulerSettings>> {
  const rows = await tx.schedulerSettings.findMany();
  return new Map(rows.map(({ id, settings }) => [id, readStoredScheduler(settings)]));
}

/** Changes what is stored, whatever it is by then: for what is decided by less than all of it. */
export async function changeSettings(db: Db, change: (stored: LearnerSettings) => LearnerSettings): Promise<void> {
  await db.$transaction(async (tx) => writeSettings(tx, change((await readClockless(tx)).settings)));
}

/**
 * Plans for an interview on this study day, or for none. The recall that was wished for stays, but not that of an
 * interview that lies before `today`.
 */
export async function chooseInterviewDay(db: Db, day: string | null, today: string): Promise<void> {
  await changeSettings(db, ({ interview, ...stored }) => {
    const retention = interview !== null && interview.day >= today ? interview.retention : INTERVIEW_RETENTION;
    return { ...stored, interview: day === null ? null : { day, retention } };
  });
}
