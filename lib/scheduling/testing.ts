import { clockIn, DEFAULT_SETTINGS, type Rules, type SchedulerSettings } from "./settings.ts";

/** Rules as tests want them: the defaults in a zone, but for what is named. */
export function rulesIn(zone: string, settings: Partial<SchedulerSettings> = {}, cardId = "opening/why-three"): Rules {
  return { clock: clockIn(zone), settings: { ...DEFAULT_SETTINGS, ...settings }, cardId };
}
