import type { Profile } from "#lib/tcp/profile.ts";
import { MILLISECOND, SECOND } from "#lib/tcp/time.ts";

/** How the kernel's knobs read as fields of a profile. */
const FIELDS: Readonly<Record<string, (value: number) => Partial<Profile>>> = {
  tcp_syn_retries: (synRetries) => ({ synRetries }),
  tcp_syn_linear_timeouts: (synLinearTimeouts) => ({ synLinearTimeouts }),
  tcp_synack_retries: (synAckRetries) => ({ synAckRetries }),
  tcp_retries2: (dataRetries) => ({ dataRetries }),
  tcp_orphan_retries: (retries) => ({ orphanRetries: retries === 0 ? 8 : retries }),
  tcp_fin_timeout: (seconds) => ({ finWait2Us: seconds * SECOND }),
  tcp_rfc1337: (value) => ({ ignoresResetInTimeWait: value === 1 }),
  tcp_timestamps: (value) => ({ timestamps: value !== 0 }),
  tcp_sack: (value) => ({ sack: value !== 0 }),
  tcp_window_scaling: (value) => (value === 0 ? { windowScale: null } : { windowScale: 10 }),
  tcp_fastopen: (bits) => ({ fastOpenClient: (bits & 1) !== 0, fastOpenServer: (bits & 2) !== 0 }),
  tcp_abort_on_overflow: (value) => ({ abortOnOverflow: value !== 0 }),
  tcp_syncookies: (value) => ({ synCookies: value === 0 ? 0 : value === 2 ? 2 : 1 }),
  tcp_invalid_ratelimit: (ms) => ({ challengeIntervalUs: ms * MILLISECOND }),
  tcp_rto_min_us: (rtoMinUs) => ({ rtoMinUs, rttvarFloorUs: rtoMinUs }),
  tcp_rto_max_ms: (ms) => ({ rtoMaxUs: ms * MILLISECOND }),
  tcp_keepalive_time: (seconds) => ({ keepaliveIdleUs: seconds * SECOND }),
  tcp_keepalive_intvl: (seconds) => ({ keepaliveIntervalUs: seconds * SECOND }),
  tcp_keepalive_probes: (keepaliveProbes) => ({ keepaliveProbes }),
  tcp_early_retrans: (value) => ({ tailLossProbe: value >= 3 }),
};

/**
 * Knobs that were recorded and that change nothing here: sockets are bound to their ports, so that tcp_tw_reuse is not
 * asked, and nothing is sent in bulk.
 */
const WITHOUT_EFFECT = new Set([
  "tcp_max_syn_backlog",
  "tcp_tw_reuse",
  "tcp_tw_reuse_delay",
  "tcp_retries1",
  "tcp_ecn",
  "tcp_challenge_ack_limit",
  "somaxconn",
]);

/** Sysctls as fields of the profile; the names of those that are not known. */
export function settingsOf(sysctls: Readonly<Record<string, number>>): {
  settings: Partial<Profile>;
  unknown: string[];
} {
  const unknown: string[] = [];
  let settings: Partial<Profile> = {};
  for (const [name, value] of Object.entries(sysctls)) {
    const field = FIELDS[name];
    if (field !== undefined) settings = { ...settings, ...field(value) };
    else if (!WITHOUT_EFFECT.has(name)) unknown.push(name);
  }
  return { settings, unknown };
}
