import { PROFILES, type Profile } from "#lib/tcp/profile.ts";
import { SECOND } from "#lib/tcp/time.ts";
import { MEASURED } from "../measured.ts";
import { settingsOf } from "../sysctls.ts";
import type { Case } from "./schema.ts";

/** The profiles that a case or a variant may name. Other stacks are no profiles of this machine. */
const BY_NAME: Readonly<Record<string, Profile>> = {
  rfc9293: PROFILES.rfc9293,
  /** The letter of the standard, which is what our profile of it is. */
  "rfc9293-strict": PROFILES.rfc9293,
  rfc6191: { ...PROFILES.rfc9293, timestamps: true, refusedSynInTimeWait: "drop" },
  linux: MEASURED,
  "linux-6.18": MEASURED,
};

export function isProfile(name: string): boolean {
  return name in BY_NAME;
}

/** The profile of that name, with what the case itself sets. */
export function profileFor(name: string, one: Case): Profile {
  const { given } = one;
  const profile = BY_NAME[name];
  const { settings, unknown } = settingsOf(given.sysctl ?? {});
  if (profile === undefined || unknown.length > 0) throw new Error(`not known: ${[name, ...unknown].join(", ")}`);
  const timestamps = given.D?.includes("last TSval seen") ? { timestamps: true } : {};
  const rto = given.params === undefined ? {} : { rtoInitialUs: given.params.initial_rto * SECOND };
  return { ...profile, ...timestamps, ...rto, ...delayOf(one), ...settings };
}

/** A case in which the application answers within the delay of an ACK needs a delay; our profile of the standard has none. */
function delayOf({ events }: Case): Partial<Profile> {
  const [withinS] = events.flatMap((event) =>
    "within_s" in event && event.within_s !== undefined ? [event.within_s] : [],
  );
  if (withinS === undefined) return {};
  return { delayedAckUs: withinS * SECOND, delayedAckBeforeTextUs: withinS * SECOND };
}
