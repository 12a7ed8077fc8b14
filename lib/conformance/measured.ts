import { PROFILES, type Profile } from "#lib/tcp/profile.ts";

/** The kernel as the matrix and the timers were measured: no options, and every answer given (see data/README.md). */
export const MEASURED: Profile = {
  ...PROFILES["linux-6.18"],
  timestamps: false,
  sack: false,
  windowScale: null,
  challengeIntervalUs: 0,
};
