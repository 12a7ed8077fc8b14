import type { Messages } from "#lib/i18n/messages.ts";

/** The strings that the form needs in the browser: functions cannot travel, and the rest need not. */
export function formWords({ settings }: Messages) {
  const { groups, fields, hints, gradeChoices, errors, save, saving, saved, notSaved, unreachable } = settings;
  return { groups, fields, hints, gradeChoices, errors, save, saving, saved, notSaved, unreachable };
}
export type FormWords = ReturnType<typeof formWords>;

/** Those of the search for weights. */
export function optimiserWords({ settings, optimiser }: Messages) {
  const { reviews, missing, heading, intro, own, ...rest } = optimiser;
  return { ...rest, unreachable: settings.unreachable };
}
export type OptimiserWords = ReturnType<typeof optimiserWords>;

/** Those of the import. */
export function importWords({ settings, log }: Messages) {
  const { file, import: act, reading, noFile, importNote, progress, cancel } = log;
  return { file, act, reading, noFile, importNote, progress, cancel, unreachable: settings.unreachable };
}
export type ImportWords = ReturnType<typeof importWords>;
