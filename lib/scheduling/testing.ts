import { clockIn, DEFAULT_SETTINGS, type Rules, type SchedulerSettings } from "./settings.ts";

/** Rules as tests want them: the defaults in a zone, but for what is named. */
export function rulesIn(zone: string, settings: Partial<SchedulerSettings> = {}, cardId = "opening/why-three"): Rules {
  return { clock: clockIn(zone), settings: { ...DEFAULT_SETTINGS, ...settings }, cardId };
}

/** The weights that came with FSRS-5. */
export const FSRS_5 = [
  0.40255, 1.18385, 3.173, 15.69105, 7.1949, 0.5345, 1.4604, 0.0046, 1.54575, 0.1192, 1.01925, 1.9395, 0.11, 0.29605,
  2.2698, 0.2315, 2.9898, 0.51655, 0.6621,
];
