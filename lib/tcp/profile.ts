import { MILLISECOND, MINUTE, type Micros, SECOND } from "./time.ts";

/**
 * Where the standard leaves a choice, or a kernel departs from it. One field for each such place; the machine asks
 * the field and never the name of the profile. Linux values: kernel 6.18, its defaults.
 */
export interface Profile {
  /** How long TIME-WAIT lasts. RFC 9293, 3.4.2: MSL is 2 minutes. Linux: TCP_TIMEWAIT_LEN, 60 s, not tunable. */
  readonly timeWaitUs: Micros;
  /** How long FIN-WAIT-2 may wait after CLOSE; null: for ever (RFC 9293 has no such timer). Linux: tcp_fin_timeout. */
  readonly finWait2Us: Micros | null;
  /** RTO before the first round trip was measured (RFC 6298, 2.1). */
  readonly rtoInitialUs: Micros;
  /** RFC 6298, 2.4: at least 1 s, a SHOULD. Linux: tcp_rto_min_us, 200 ms. */
  readonly rtoMinUs: Micros;
  /** RFC 6298, 2.5: a cap of at least 60 s is allowed. Linux: tcp_rto_max_ms. */
  readonly rtoMaxUs: Micros;
  /** Least value of 4 * RTTVAR in RTO = SRTT + 4 * RTTVAR: the clock's grain in RFC 6298 (2.3); Linux: 200 ms. */
  readonly rttvarFloorUs: Micros;
  /** RTO to begin data with after the SYN or SYN-ACK timed out (RFC 6298, 5.7). */
  readonly rtoAfterSynTimeoutUs: Micros;
  /** Repeats of a SYN before giving up. RFC 9293, 3.8.3: for at least 3 minutes. Linux: tcp_syn_retries, linear ones extra. */
  readonly synRetries: number;
  /** Timeouts of a SYN that do not double the RTO. Linux since 6.5: tcp_syn_linear_timeouts. */
  readonly synLinearTimeouts: number;
  /** Repeats of a SYN-ACK. Linux: tcp_synack_retries. */
  readonly synAckRetries: number;
  /** Repeats of text, or of a FIN. RFC 9293, 3.8.3: for at least 100 s. Linux: tcp_retries2. */
  readonly dataRetries: number;
  /** The same once the application is gone. Linux: tcp_orphan_retries = 0, which means 8. */
  readonly orphanRetries: number;
  /** How long an ACK may wait for company; 0: sent at once. RFC 9293, 3.8.6.3: below 0.5 s. Linux: 40 ms at the start. */
  readonly delayedAckUs: Micros;
  /** What a repeated SYN gets in SYN-RECEIVED: the letter of RFC 9293, 3.10.7.4 is an ACK; every stack repeats its SYN-ACK. */
  readonly duplicateSyn: "ack" | "syn-ack";
  /** Text on a SYN: RFC 9293, 3.10.7.2 keeps it until ESTABLISHED; Linux without Fast Open throws it away. */
  readonly textOnSyn: "keep" | "discard";
  /**
   * Which segments are acceptable: the table of RFC 9293, 3.4; or, in Linux (tcp_sequence), those that neither end before
   * RCV.NXT nor begin behind the right edge of the window, the edge itself included.
   */
  readonly sequenceCheck: "table" | "edges";
  /** Linux drops what has none of ACK, RST and SYN before it looks at the numbers (tcp_rcv_state_process). */
  readonly dropsAckless: "after-sequence" | "at-once";
  /** Linux: once the peer's FIN was seen, a RST one below RCV.NXT is believed too (tcp_reset_check). */
  readonly believesResetBelow: boolean;
  /** An ACK below SND.UNA: RFC 9293 ignores it; Linux challenges one older than what was ever acknowledged (RFC 5961, 5.2). */
  readonly oldAck: "ignore" | "challenge";
  /** Linux keeps TIME-WAIT, and an orphan's FIN-WAIT-2, in a small socket with rules of its own (tcp_timewait_state_process). */
  readonly timeWaitSocket: boolean;
  /** Linux keeps a passive SYN-RECEIVED in a request with rules of its own (tcp_check_req). */
  readonly requestSocket: boolean;
  /** Whether TIME-WAIT ignores a RST: RFC 1337's fix. Linux: tcp_rfc1337, off. */
  readonly ignoresResetInTimeWait: boolean;
  /** A SYN-SENT that is told a wrong ACK: RFC 9293 waits for its timer, Linux repeats the SYN at once. */
  readonly repeatsSynAtOnce: boolean;
  /** SYN with FIN to a listener, or text and FIN on a SYN-ACK: RFC 9293 takes them, Linux looks at the SYN alone or at nothing. */
  readonly takesMoreThanSyn: boolean;
  /** Bytes of text that one segment may carry. */
  readonly mss: number;
  /** The receive window, in bytes; it stays as it is, because the application reads at once. */
  readonly rcvWnd: number;
}

export const PROFILES = {
  rfc9293: {
    timeWaitUs: 4 * MINUTE,
    finWait2Us: null,
    rtoInitialUs: 1 * SECOND,
    rtoMinUs: 1 * SECOND,
    rtoMaxUs: 120 * SECOND,
    rttvarFloorUs: 1 * MILLISECOND,
    rtoAfterSynTimeoutUs: 3 * SECOND,
    synRetries: 7,
    synLinearTimeouts: 0,
    synAckRetries: 7,
    dataRetries: 6,
    orphanRetries: 6,
    delayedAckUs: 0,
    duplicateSyn: "ack",
    textOnSyn: "keep",
    sequenceCheck: "table",
    dropsAckless: "after-sequence",
    believesResetBelow: false,
    oldAck: "ignore",
    timeWaitSocket: false,
    requestSocket: false,
    ignoresResetInTimeWait: false,
    repeatsSynAtOnce: false,
    takesMoreThanSyn: true,
    mss: 1460,
    rcvWnd: 65_535,
  },
  "linux-6.18": {
    timeWaitUs: 60 * SECOND,
    finWait2Us: 60 * SECOND,
    rtoInitialUs: 1 * SECOND,
    rtoMinUs: 200 * MILLISECOND,
    rtoMaxUs: 120 * SECOND,
    rttvarFloorUs: 200 * MILLISECOND,
    rtoAfterSynTimeoutUs: 3 * SECOND,
    synRetries: 6,
    synLinearTimeouts: 4,
    synAckRetries: 5,
    dataRetries: 15,
    orphanRetries: 8,
    delayedAckUs: 40 * MILLISECOND,
    duplicateSyn: "syn-ack",
    textOnSyn: "discard",
    sequenceCheck: "edges",
    dropsAckless: "at-once",
    believesResetBelow: true,
    oldAck: "challenge",
    timeWaitSocket: true,
    requestSocket: true,
    ignoresResetInTimeWait: false,
    repeatsSynAtOnce: true,
    takesMoreThanSyn: false,
    mss: 1460,
    rcvWnd: 64_240,
  },
} as const satisfies Record<string, Profile>;

export type ProfileName = keyof typeof PROFILES;

export const PROFILE_NAMES = Object.keys(PROFILES) as ProfileName[];
