import type { Profile } from "#lib/tcp/profile.ts";
import type { Case, Expectation, SegmentLine } from "./schema.ts";

/** A case that the interpreter does not understand, or not all of it: what was not as it says, in sentences. */
export type ByHand = (one: Case, profile: Profile) => string[];

/** The case with only those expectations that have none of these keys. */
export function without(one: Case, ...keys: readonly string[]): Case {
  return { ...one, expect: one.expect.filter((wish) => !keys.some((key) => key in wish)) };
}

/** The expectation with this key; throws where there is none. */
export function wishOf<Key extends string>(one: Case, key: Key): Extract<Expectation, Record<Key, unknown>> {
  const wish = one.expect.find((w): w is Extract<Expectation, Record<Key, unknown>> => key in w);
  if (wish === undefined) throw new Error(`${one.id} says nothing of ${key}`);
  return wish;
}

export function firstSegmentOf(one: Case): SegmentLine {
  for (const event of one.events) if ("seg" in event) return event;
  throw new Error(`${one.id} has no segment among its events`);
}

/** The case with another beginning. */
export function from(one: Case, D: string): Case {
  return { ...one, given: { ...one.given, D } };
}
