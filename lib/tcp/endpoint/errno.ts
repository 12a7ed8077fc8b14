import type { Profile } from "../profile.ts";
import type { Call } from "./calls.ts";
import type { Endpoint, Failure } from "./control-block.ts";

/** What a system call reports, by the names of POSIX. */
export type Errno =
  | "ECONNREFUSED"
  | "ECONNRESET"
  | "ECONNABORTED"
  | "ETIMEDOUT"
  | "EPIPE"
  | "EADDRINUSE"
  | "EADDRNOTAVAIL"
  | "ENOTCONN"
  | "EISCONN"
  | "EALREADY"
  | "EINVAL"
  | "EBADF";

const OF_FAILURE: Readonly<Record<Failure, Errno>> = {
  "connection refused": "ECONNREFUSED",
  "connection reset": "ECONNRESET",
  "broken pipe": "EPIPE",
  "timed out": "ETIMEDOUT",
};

/** What SO_ERROR says: the failure that was not told yet. */
export function errnoOf(e: Endpoint): Errno | null {
  return e.failure === null || e.app.failureTold ? null : OF_FAILURE[e.failure];
}

export type CallKind = Call["kind"] | "accept";

/**
 * What a call reports on this endpoint; null: it is obeyed. Calls never wait: a SEND before ESTABLISHED is queued, a RECEIVE
 * that finds nothing gives nothing, and an OPEN that has gone on its way has succeeded.
 */
export function errnoOfCall(e: Endpoint, kind: CallKind, { socketErrors }: Profile): Errno | null {
  return (socketErrors ? errnoOfKernel : errnoOfStandard)(e, kind);
}

/** Whether SEND takes text: not once CLOSE was called, whose FIN stands behind it. */
function takesText({ state, finDue }: Endpoint): boolean {
  return !finDue && ["SYN-SENT", "SYN-RECEIVED", "ESTABLISHED", "CLOSE-WAIT"].includes(state);
}

/** RFC 9293, 3.10.1 to 3.10.6, by the names that sockets have for its errors. */
function errnoOfStandard(e: Endpoint, kind: CallKind): Errno | null {
  const { state } = e;
  if (kind === "set") return null;
  if (kind === "listen" || kind === "connect")
    return state === "CLOSED" || (kind === "connect" && state === "LISTEN") ? null : "EISCONN";
  if (state === "CLOSED") return kind === "receive" && e.unread > 0 ? null : (errnoOf(e) ?? "ENOTCONN");
  if (kind !== "send" || takesText(e)) return null;
  return state === "LISTEN" ? "ENOTCONN" : "EPIPE";
}

/** As a 6.18 kernel reports it in every state: lib/conformance/data/linux-calls.json. */
function errnoOfKernel(e: Endpoint, kind: CallKind): Errno | null {
  const { state, app, snd } = e;
  const untold = errnoOf(e);
  const isListening = state === "LISTEN";
  const isFresh = state === "CLOSED" && e.origin === null;
  if (app.orphan) return "EBADF";
  if (kind === "accept") return isListening ? null : "EINVAL";
  if (kind === "listen") return isFresh || isListening ? null : "EINVAL";
  if (kind === "status") return untold;
  if (kind === "send") return takesText(e) ? null : (untold ?? "EPIPE");
  if (kind === "shutdown") return state === "CLOSED" || state === "TIME-WAIT" ? "ENOTCONN" : null;
  if (kind === "receive") {
    if (e.unread > 0 || app.heardEnd) return null;
    return isListening || (isFresh && !app.deaf) ? (untold ?? "ENOTCONN") : untold;
  }
  if (kind !== "connect" || isFresh) return null;
  if (state === "SYN-SENT" || state === "SYN-RECEIVED") return "EALREADY";
  // An active OPEN whose SYN was never acknowledged came to nothing.
  const hasFailed = state === "CLOSED" && e.origin === "active" && snd.una === snd.iss;
  return hasFailed ? (untold ?? "ECONNABORTED") : "EISCONN";
}
