/** A difference that is left on purpose, and why. Nothing in lib/tcp looks at it. */
export interface KnownDifference {
  readonly what: string;
  readonly why: string;
}

/** What the command prints below the matrix, the timers and the traces. */
export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  {
    what: "SYN-RECEIVED after a simultaneous open takes an ACK that acknowledges nothing new, and becomes ESTABLISHED",
    why: "tcp_ack counts it as acceptable. RFC 9293 (3.10.7.4, step 5) asks for SND.UNA < SEG.ACK; we keep to the RFC, since the case needs a peer that never saw our SYN.",
  },
  {
    what: "FIN with text on the segment that ends a simultaneous open is acknowledged later than after 45 ms",
    why: "the kernel's delayed-ACK estimate of a connection that was opened from both sides is not modelled.",
  },
];

/** The same of the tables of calls and of ports; `rows` fits the ids of the rows that it accounts for. */
export const KNOWN_CALL_DIFFERENCES: readonly (KnownDifference & { readonly rows: RegExp })[] = [
  {
    rows: /^ESTABLISHED, connect not asked again(, reset)?: /,
    what: "the first connect() after a non-blocking one has succeeded reports success once more, or the failure that came since",
    why: "a script's connect() is over when the connection is established, as one that blocks: the next is told EISCONN.",
  },
  {
    rows: /^(refused|SYN timed out|SYN-RECEIVED by crossing SYNs(, reset)?): shutdown \w+, then connect$/,
    what: "connect() after shutdown() of a socket that never came to be connected gives EINVAL for ever",
    why: "the kernel's SS_DISCONNECTING is a state of the descriptor that only close() leaves; it is not modelled.",
  },
  {
    rows: /^SYN-RECEIVED by crossing SYNs: shutdown (WR|RDWR), then send 5$/,
    what: "send() behind a shutdown() in SYN-RECEIVED would wait for ESTABLISHED (EAGAIN) and then fail",
    why: "a script's calls never wait, so it fails at once, with the EPIPE that it would get.",
  },
  {
    rows: /^LISTEN, a handshake is half done: shutdown (RD|RDWR), then connect$/,
    what: "a listener that was shut down cannot connect() to the host whose SYN it had not finished with: EADDRNOTAVAIL",
    why: "the kernel forgets the half-open request a little later than the listener; here both go at once.",
  },
  {
    rows: /^shutdown in SYN-SENT: listen, then (send 5|status)$/,
    what: "the ECONNRESET of an OPEN that was called off is still told after listen() on the same socket",
    why: "a listener has no error of its own here.",
  },
  {
    rows: /^(refused|LAST-ACK, acknowledged), holder shares: true, second shares: false: listen$/,
    what: "a dead connection whose socket is still open keeps the port that it was bound to before connect()",
    why: "a script's connect() binds no port; the kernel lets go of one that it chose itself, or that accept() inherited.",
  },
];
