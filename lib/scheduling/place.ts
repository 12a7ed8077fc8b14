import { reckon } from "./fsrs.ts";
import { freshMemory, type Memory } from "./memory.ts";
import type { Rating } from "./rating.ts";
import type { SchedulerSettings } from "./settings.ts";

/** Where a card stands on its way through the steps. */
export type Place = Pick<Memory, "state" | "learningStep">;

export const FIRST_PLACE: Place = freshMemory();

const STRENGTH = { stability: 10, difficulty: 5, scheduledDays: 10, reps: 1, lapses: 0 };
const AT = new Date(0);

const known = new WeakMap<SchedulerSettings, Map<string, Place>>();

/**
 * The place after an answer. Days and strength have no say in it, so that it is reckoned once for each place, grade and
 * settings: whoever wants to know nothing else of a whole log has it in a fiftieth of the time of `schedule`.
 */
export function placeAfter(before: Place, rating: Rating, settings: SchedulerSettings): Place {
  let places = known.get(settings);
  if (places === undefined) {
    places = new Map();
    known.set(settings, places);
  }
  const key = `${before.state} ${before.learningStep} ${rating}`;
  let place = places.get(key);
  if (place === undefined) {
    const strength = before.state === "new" ? {} : STRENGTH;
    const memory: Memory = { ...freshMemory(), ...strength, state: before.state, learningStep: before.learningStep };
    const lastAt = before.state === "new" ? null : AT;
    const { state, learningStep } = reckon(memory, rating, { lastAt, at: AT, cardId: "" }, settings);
    place = { state, learningStep };
    places.set(key, place);
  }
  return place;
}
