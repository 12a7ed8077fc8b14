import { Queue } from "../queue.ts";
import { add } from "../sequence.ts";
import type { State } from "../state.ts";
import type { WhyKey } from "../why/why.ts";
import { closedEndpoint, type SocketOptions } from "./control-block.ts";
import { type Errno, errnoOf, errnoOfCall } from "./errno.ts";
import { sendAbort, sendNew } from "./sending.ts";
import { STAMP_BYTES } from "./timestamps.ts";
import { endOfText } from "./transmit.ts";
import { because, become, becomeClosed, limitFinWait2, setTimer, type Turn } from "./turn.ts";

/** What the application asks for (RFC 9293, 3.9.1). `shutdown` closes one direction and keeps the socket. */
export type Call =
  | { readonly kind: "listen" }
  | {
      readonly kind: "connect";
      /** Bytes of text to put on the SYN. */
      readonly len?: number;
      /** A Fast Open cookie in hexadecimal digits; empty: ask for one, and let the text wait (RFC 7413, 4.1). */
      readonly cookie?: string;
    }
  | { readonly kind: "send"; readonly len: number /** MSG_MORE: more is to come. */; readonly more?: boolean }
  /** Reads everything that has arrived. */
  | { readonly kind: "receive" }
  | {
      readonly kind: "shutdown";
      /** SHUT_RDWR: the application will not read either. */
      readonly both?: boolean;
      /** SHUT_RD: it will only not read; the peer learns nothing of it. */
      readonly read?: boolean;
    }
  | { readonly kind: "close" }
  | { readonly kind: "abort" }
  | { readonly kind: "status" }
  | { readonly kind: "set"; readonly options: Partial<SocketOptions> };

/** What the application asks for (RFC 9293, 3.10.1 to 3.10.6). */
export function obey(turn: Turn, call: Call): void {
  const { e, profile } = turn;
  const errno = errnoOfCall(e, call.kind, profile);
  if (call.kind === "close" || call.kind === "abort") e.app = { ...e.app, orphan: true };
  if (errno !== null) return refuseCall(turn, call, errno);
  switch (call.kind) {
    case "listen":
      return listen(turn);
    case "connect":
      return connect(turn, call.len ?? 0, call.cookie ?? null);
    case "send":
      return send(turn, call.len, call.more ?? false);
    case "receive":
      return receive(turn);
    case "shutdown":
      return shutdown(turn, call);
    case "close":
      return close(turn, true);
    case "abort":
      return abort(turn);
    case "status":
      return because(turn, "status.told");
    case "set":
      return set(turn, call.options);
  }
}

/** Nothing happens but what even a call that fails does: a failure is told once. */
function refuseCall(turn: Turn, call: Call, errno: Errno): void {
  const { e } = turn;
  const isTold = errno === errnoOf(e);
  because(turn, isTold ? "call.told" : reasonOf(e.state, errno));
  if (isTold) e.app = { ...e.app, failureTold: true };
  if (call.kind === "shutdown") noteDeaf(turn, call);
  // Linux: an OPEN that learns of its failure leaves the socket as if it were new (tcp_disconnect).
  if (call.kind === "connect" && e.state === "CLOSED" && errno !== "EISCONN") e.origin = null;
}

function reasonOf(state: State, errno: Errno): WhyKey {
  if (errno === "EISCONN" || errno === "EALREADY" || errno === "EINVAL") return "call.exists";
  return errno === "EPIPE" && state !== "CLOSED" && state !== "LISTEN" ? "call.closing" : "call.none";
}

/** Passive OPEN (3.10.1). */
function listen(turn: Turn): void {
  const { e } = turn;
  begin(turn);
  e.origin = "passive";
  become(turn, "LISTEN");
  because(turn, "listen.open");
}

/** Active OPEN (3.10.1): the SYN takes the first sequence number, and may carry text (3.5). */
function connect(turn: Turn, len: number, cookie: string | null): void {
  const { e, profile } = turn;
  begin(turn);
  e.origin = "active";
  become(turn, "SYN-SENT");
  e.fastOpen = { cookie, isTrusted: false };
  const room = profile.mss - (profile.timestamps ? STAMP_BYTES : 0);
  const textOnSyn = cookie === "" ? 0 : Math.max(0, Math.min(len, room));
  if (cookie === null) because(turn, len > 0 ? "connect.syn-with-text" : "connect.syn", { len });
  else because(turn, cookie === "" ? "connect.asks-cookie" : "connect.fast-open", { len });
  const from = add(e.snd.iss, 1);
  if (len > 0) e.outbox = { ...e.outbox, pushes: new Queue([{ from, to: add(from, len), every: 0, atEnd: true }]) };
  e.unsent = len - textOnSyn;
  sendNew(turn, { syn: true, len: textOnSyn, ack: null });
}

/** A new connection knows nothing of the one before it, but for where its numbers begin and what the socket was told. */
function begin({ e, profile }: Turn): void {
  Object.assign(e, closedEndpoint(e.snd.iss, profile), {
    options: e.options,
    agreed: { ...e.agreed, sack: false, stamps: null },
  });
}

/** SEND (3.10.2): before ESTABLISHED the text waits. */
function send(turn: Turn, len: number, more: boolean): void {
  const { e } = turn;
  const open = e.state === "ESTABLISHED" || e.state === "CLOSE-WAIT" || e.fastOpen.isTrusted;
  because(turn, open ? "send.text" : "send.wait", { len });
  const from = endOfText(e);
  e.unsent += len;
  // Linux: forced_push, after more than half of the largest window.
  const every = 2 * Math.floor(e.snd.maxWnd / 2);
  const push = { from, to: endOfText(e), every, atEnd: !more };
  e.outbox = { ...e.outbox, moreComes: more, pushes: e.outbox.pushes.with(push) };
}

/** RECEIVE (3.10.3). */
function receive(turn: Turn): void {
  const { e } = turn;
  if (e.unread === 0) {
    const isOver = e.app.heardEnd || e.app.deaf || e.state === "CLOSED";
    return because(turn, isOver ? "receive.end" : "receive.nothing");
  }
  because(turn, "receive.text", { len: e.unread });
  e.unread = 0;
}

/** One direction, or both; the socket stays. */
function shutdown(turn: Turn, call: Extract<Call, { kind: "shutdown" }>): void {
  const { e, profile } = turn;
  if (profile.socketErrors && e.state === "SYN-SENT") {
    // Linux (inet_shutdown): nothing is half open yet, so the OPEN is called off, and the socket is as if it were new.
    because(turn, "close.nothing-to-end");
    e.origin = null;
    return becomeClosed(turn, "connection reset");
  }
  noteDeaf(turn, call);
  if (call.read && !call.both) because(turn, "shutdown.read");
  else close(turn, false);
}

function noteDeaf({ e }: Turn, { both, read }: Extract<Call, { kind: "shutdown" }>): void {
  if (both || read) e.app = { ...e.app, deaf: true };
}

/**
 * CLOSE (3.10.4); `orphan`: the socket goes too, and nobody reads what still comes. The FIN waits behind the text, and
 * `transmit` sends it; FIN-WAIT-1 begins at once, LAST-ACK only with the FIN.
 */
function close(turn: Turn, orphan: boolean): void {
  const { e, profile } = turn;
  if (e.state === "CLOSED" || e.state === "LISTEN" || e.state === "SYN-SENT") {
    because(turn, "close.nothing-to-end");
    return e.state === "CLOSED" ? undefined : becomeClosed(turn, null);
  }
  if (orphan && e.unread > 0 && e.state !== "TIME-WAIT") return closeUnread(turn);
  // Linux (tcp_shutdown): SHUT_WR waits for ESTABLISHED, CLOSE does not.
  const waits = e.unsent > 0 || (!orphan && profile.socketErrors);
  if (e.state === "SYN-RECEIVED" && waits && !e.fastOpen.isTrusted) {
    because(turn, "close.after-handshake");
    e.finDue = true;
  } else if (e.state === "SYN-RECEIVED" || e.state === "ESTABLISHED" || e.state === "CLOSE-WAIT") {
    because(turn, "close.fin");
    e.finDue = true;
    const { pushes: asGiven } = e.outbox;
    const pushes = profile.closePushes
      ? new Queue(asGiven.toJSON().map((push) => ({ ...push, atEnd: true })))
      : asGiven;
    e.outbox = { ...e.outbox, moreComes: false, pushes };
    if (e.state !== "CLOSE-WAIT") become(turn, "FIN-WAIT-1");
  } else {
    because(turn, "close.already");
    limitFinWait2(turn);
  }
}

/** RFC 9293, 3.6.1 (SHLD-3); RFC 2525, 2.17: text that arrived and will never be read is lost, and a RST says so. */
function closeUnread(turn: Turn): void {
  because(turn, "close.unread", { len: turn.e.unread });
  sendAbort(turn);
  becomeClosed(turn, null);
}

/** ABORT (3.10.5): what SO_LINGER with zero seconds does. */
function abort(turn: Turn): void {
  const { e } = turn;
  if (e.state === "CLOSED") return because(turn, "close.nothing-to-end");
  const tellsPeer = !["LISTEN", "SYN-SENT", "CLOSING", "LAST-ACK", "TIME-WAIT"].includes(e.state);
  because(turn, tellsPeer ? "abort.reset" : "abort.silent");
  if (tellsPeer) sendAbort(turn);
  becomeClosed(turn, null);
}

function set(turn: Turn, options: Partial<SocketOptions>): void {
  const { e, now, profile } = turn;
  e.options = { ...e.options, ...options };
  because(turn, "option.set");
  if (options.keepalive === undefined || (e.state !== "ESTABLISHED" && e.state !== "CLOSE-WAIT")) return;
  setTimer(turn, "keepalive", options.keepalive ? now + profile.keepaliveIdleUs : null);
}
