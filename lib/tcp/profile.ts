import { MILLISECOND, MINUTE, type Micros, SECOND } from "./time.ts";

/**
 * Where the standard leaves a choice, or a kernel departs from it. One field for each such place; the machine asks
 * the field and never the name of the profile. Linux values: kernel 6.18, its defaults.
 */
export interface Profile {
  // ── Options that a SYN offers
  /** RFC 7323, 3: round trips and old duplicates. Linux: tcp_timestamps. */
  readonly timestamps: boolean;
  /**
   * Once timestamps were agreed on, a segment without one is dropped, and a RST carries one: RFC 7323, 3.2, two SHOULDs.
   * Linux takes it (tcp_fast_parse_options leaves saw_tstamp off, and PAWS is not asked), and refuses with a bare RST.
   */
  readonly requiresStamps: boolean;
  /**
   * Whether the handshake believes only an echo of a timestamp that it sent. Not in RFC 7323; Linux: tcp_check_req,
   * tcp_rcv_synsent_state_process.
   */
  readonly checksEcho: boolean;
  /** RFC 2018. Linux: tcp_sack; it also decides whether there are tail-loss probes. */
  readonly sack: boolean;
  /** The shift that is offered (RFC 7323, 2), 0 … 14; null: none. Linux: tcp_window_scaling, and 10 with its default buffers. */
  readonly windowScale: number | null;
  /** Bytes of text that one segment may carry, and that the MSS option offers (RFC 9293, 3.7.1). */
  readonly mss: number;
  /** The receive window, in bytes; fixed: bulk transfer is not what this machine is about. */
  readonly rcvWnd: number;

  // ── Timers
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
  /** Linux counts in time: n repeats are as long as n would take from the least RTO on (retransmits_timed_out). */
  readonly giveUpAfter: "repeats" | "time";
  /** RFC 8985, 7: the last segment is repeated once, early, before the RTO has its turn. Needs SACK. */
  readonly tailLossProbe: boolean;
  /** Keepalive, where the application asks for it (RFC 9293, 3.8.4). Linux: tcp_keepalive_time, _intvl, _probes. */
  readonly keepaliveIdleUs: Micros;
  readonly keepaliveIntervalUs: Micros;
  readonly keepaliveProbes: number;

  // ── Acknowledgments
  /** How long an ACK may wait for company; 0: sent at once. RFC 9293, 3.8.6.3: below 0.5 s. Linux: TCP_ATO_MIN, 40 ms. */
  readonly delayedAckUs: Micros;
  /** The same while no text ever arrived. Linux: its estimate is still 0, so it waits for the next tick of 4 ms. */
  readonly delayedAckBeforeTextUs: Micros;
  /** How many segments of text are acknowledged at once before delaying begins. Linux: TCP_MAX_QUICKACKS. */
  readonly quickAcks: number;
  /**
   * Least time between two ACKs that answer nonsense on one connection: without it two sides that disagree answer each
   * other for ever. RFC 5961, 7 suggests ten in 5 s; Linux: tcp_invalid_ratelimit.
   */
  readonly challengeIntervalUs: Micros;
  /** A second small segment waits until the first is acknowledged (RFC 9293, 3.7.4). */
  readonly nagle: boolean;
  /** CLOSE pushes what waits (RFC 9293, 3.9.1.4); Linux leaves PSH off where MSG_MORE had announced more. */
  readonly closePushes: boolean;

  // ── What a segment is taken for
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
  /**
   * What the application learns of a RST. RFC 9293, 3.10.7.4: "refused" in SYN-RECEIVED, nothing while closing, "reset"
   * elsewhere. Linux (tcp_reset): "broken pipe" in CLOSE-WAIT, else "reset", as long as the socket is held.
   */
  readonly resetIsTold: "standard" | "kernel";
  /**
   * Calls report what Linux's sockets do (lib/conformance/data/linux-calls.json), else the errors of RFC 9293, 3.10. With
   * sockets, what was not accepted yet, or was closed, is nothing that a call can reach.
   */
  readonly socketErrors: boolean;
  /** Text that reaches beyond the peer's own FIN: RFC 9293, 3.10.7.4 ignores it; Linux answers with RST (tcp_rcv_state_process). */
  readonly resetsTextBehindFin: boolean;
  /** An ACK below SND.UNA: RFC 9293 ignores it; Linux challenges one older than what was ever acknowledged (RFC 5961, 5.2). */
  readonly oldAck: "ignore" | "challenge";
  /** Linux keeps TIME-WAIT, and an orphan's FIN-WAIT-2, in a small socket with rules of its own (tcp_timewait_state_process). */
  readonly timeWaitSocket: boolean;
  /** Linux keeps a passive SYN-RECEIVED in a request with rules of its own (tcp_check_req). */
  readonly requestSocket: boolean;
  /** Whether TIME-WAIT ignores a RST: RFC 1337's fix. Linux: tcp_rfc1337, off. */
  readonly ignoresResetInTimeWait: boolean;
  /**
   * A new SYN in TIME-WAIT opens the next connection when its timestamp or, without one, its number is beyond the old
   * connection (RFC 6191, 2; RFC 9293, MAY-2). Linux does it, for connections that were opened passively.
   */
  readonly reopensTimeWait: boolean;
  /** What a SYN gets that may not do so: RFC 6191 drops it, RFC 9293 and Linux acknowledge. */
  readonly refusedSynInTimeWait: "ack" | "drop";
  /** Where a connection that was reopened from TIME-WAIT goes when its SYN turns out old (RFC 9293, MAY-2, second condition). */
  readonly returnsToTimeWait: boolean;
  /**
   * A SYN-SENT that is told a wrong ACK: RFC 9293 waits for its timer; Linux, if nothing was repeated yet, lets the timer
   * fire after two ticks of 4 ms (tcp_rcv_synsent_state_process). null: waits.
   */
  readonly hurriesSynUs: Micros | null;
  /** SYN with FIN to a listener, or text and FIN on a SYN-ACK: RFC 9293 takes them, Linux looks at the SYN alone or at nothing. */
  readonly takesMoreThanSyn: boolean;

  // ── Listening
  /** SYN cookies (RFC 4987, 3.6): 0 never, 1 when the SYN queue is full, 2 always. Linux: tcp_syncookies. */
  readonly synCookies: 0 | 1 | 2;
  /** What the third segment gets while the accept queue is full: a RST, or silence. Linux: tcp_abort_on_overflow. */
  readonly abortOnOverflow: boolean;
  /** Fast Open (RFC 7413) for connections that are opened actively. Linux: tcp_fastopen, bit 1. */
  readonly fastOpenClient: boolean;
  /** The same for listeners that ask for it. Linux: tcp_fastopen, bit 2. */
  readonly fastOpenServer: boolean;
  /** One step of the clock behind initial sequence numbers, in nanoseconds. RFC 9293, 3.4.1: about 4 µs; Linux: 64 ns. */
  readonly issTickNs: number;
}

export const PROFILES = {
  rfc9293: {
    timestamps: false,
    requiresStamps: true,
    checksEcho: false,
    sack: false,
    windowScale: null,
    mss: 1460,
    rcvWnd: 65_535,
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
    giveUpAfter: "repeats",
    tailLossProbe: false,
    keepaliveIdleUs: 120 * MINUTE,
    keepaliveIntervalUs: 75 * SECOND,
    keepaliveProbes: 9,
    delayedAckUs: 0,
    delayedAckBeforeTextUs: 0,
    quickAcks: 0,
    challengeIntervalUs: 500 * MILLISECOND,
    nagle: true,
    closePushes: true,
    duplicateSyn: "ack",
    textOnSyn: "keep",
    sequenceCheck: "table",
    dropsAckless: "after-sequence",
    believesResetBelow: false,
    resetIsTold: "standard",
    socketErrors: false,
    resetsTextBehindFin: false,
    oldAck: "ignore",
    timeWaitSocket: false,
    requestSocket: false,
    ignoresResetInTimeWait: false,
    reopensTimeWait: true,
    refusedSynInTimeWait: "ack",
    returnsToTimeWait: true,
    hurriesSynUs: null,
    takesMoreThanSyn: true,
    synCookies: 0,
    abortOnOverflow: false,
    fastOpenClient: false,
    fastOpenServer: false,
    issTickNs: 4_000,
  },
  "linux-6.18": {
    timestamps: true,
    requiresStamps: false,
    checksEcho: true,
    sack: true,
    windowScale: 10,
    mss: 1460,
    rcvWnd: 64_240,
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
    giveUpAfter: "time",
    tailLossProbe: true,
    keepaliveIdleUs: 120 * MINUTE,
    keepaliveIntervalUs: 75 * SECOND,
    keepaliveProbes: 9,
    delayedAckUs: 40 * MILLISECOND,
    delayedAckBeforeTextUs: 4 * MILLISECOND,
    quickAcks: 16,
    challengeIntervalUs: 500 * MILLISECOND,
    nagle: true,
    closePushes: false,
    duplicateSyn: "syn-ack",
    textOnSyn: "discard",
    sequenceCheck: "edges",
    dropsAckless: "at-once",
    believesResetBelow: true,
    resetIsTold: "kernel",
    socketErrors: true,
    resetsTextBehindFin: true,
    oldAck: "challenge",
    timeWaitSocket: true,
    requestSocket: true,
    ignoresResetInTimeWait: false,
    reopensTimeWait: true,
    refusedSynInTimeWait: "ack",
    returnsToTimeWait: false,
    hurriesSynUs: 8 * MILLISECOND,
    takesMoreThanSyn: false,
    synCookies: 1,
    abortOnOverflow: false,
    fastOpenClient: true,
    fastOpenServer: false,
    issTickNs: 64,
  },
} as const satisfies Record<string, Profile>;

export type ProfileName = keyof typeof PROFILES;

export const PROFILE_NAMES = Object.keys(PROFILES) as ProfileName[];
