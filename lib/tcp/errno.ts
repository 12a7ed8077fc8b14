import type { Endpoint, Failure } from "./control-block.ts";

/** What a system call reports, by the names of POSIX. */
export type Errno = "ECONNREFUSED" | "ECONNRESET" | "ETIMEDOUT" | "EPIPE" | "EADDRINUSE" | "EADDRNOTAVAIL" | "ENOTCONN";

const OF_FAILURE: Readonly<Record<Failure, Errno>> = {
  "connection refused": "ECONNREFUSED",
  "connection reset": "ECONNRESET",
  "broken pipe": "EPIPE",
  "timed out": "ETIMEDOUT",
};

/** What SEND reports on this endpoint: a failure once, from then on that nobody listens; null: the text is taken. */
export function errnoOfSend(e: Endpoint): Errno | null {
  if (e.failure !== null && !e.app.failureTold) return OF_FAILURE[e.failure];
  if (e.failure !== null || e.finDue || e.app.orphan) return "EPIPE";
  return ["SYN-SENT", "SYN-RECEIVED", "ESTABLISHED", "CLOSE-WAIT"].includes(e.state) ? null : "EPIPE";
}

/** What SO_ERROR says: the failure that was not told yet. */
export function errnoOf(e: Endpoint): Errno | null {
  return e.failure === null || e.app.failureTold ? null : OF_FAILURE[e.failure];
}
