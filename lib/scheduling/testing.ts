import { clockIn, DEFAULT_SETTINGS, type Rules, type SchedulerSettings } from "./settings.ts";

/** Rules as tests want them: the defaults in a zone, but for what is named. */
export function rulesIn(zone: string, settings: Partial<SchedulerSettings> = {}, cardId = "opening/why-three"): Rules {
  return { clock: clockIn(zone), settings: { ...DEFAULT_SETTINGS, ...settings }, cardId };
}

/** The weights that came with FSRS-4.5. */
export const FSRS_4_5 = [
  0.4872, 1.4003, 3.7145, 13.8206, 5.1618, 1.2298, 0.8975, 0.031, 1.6474, 0.1367, 1.0461, 2.1072, 0.0793, 0.3246, 1.587,
  0.2272, 2.8755,
];

/** The weights that come with FSRS-6. */
export const FSRS_6 = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
  0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

/** The weights that came with FSRS-5. */
export const FSRS_5 = [
  0.40255, 1.18385, 3.173, 15.69105, 7.1949, 0.5345, 1.4604, 0.0046, 1.54575, 0.1192, 1.01925, 1.9395, 0.11, 0.29605,
  2.2698, 0.2315, 2.9898, 0.51655, 0.6621,
];
