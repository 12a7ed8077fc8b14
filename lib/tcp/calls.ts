import { closedEndpoint } from "./control-block.ts";
import { because, become, becomeClosed, limitFinWait2, sendNew, sendReset, type Turn } from "./turn.ts";

/** What the application asks for (RFC 9293, 3.9.1). `shutdown` closes one direction and keeps the socket. */
export type Call =
  | { readonly kind: "listen" }
  | { readonly kind: "connect" /** Bytes of text to put on the SYN. */; readonly len?: number }
  | { readonly kind: "send"; readonly len: number }
  | { readonly kind: "shutdown" }
  | { readonly kind: "close" }
  | { readonly kind: "abort" };

/** What the application asks for (RFC 9293, 3.10.1 to 3.10.5). */
export function obey(turn: Turn, call: Call): void {
  if (call.kind === "listen") listen(turn);
  else if (call.kind === "connect") connect(turn, call.len ?? 0);
  else if (call.kind === "send") send(turn, call.len);
  else if (call.kind === "abort") abort(turn);
  else close(turn, call.kind === "close");
}

/** Passive OPEN (3.10.1). */
function listen(turn: Turn): void {
  const { e } = turn;
  if (e.state !== "CLOSED") return because(turn, "call.useless");
  begin(turn);
  e.origin = "passive";
  become(turn, "LISTEN");
  because(turn, "listen.open");
}

/** Active OPEN (3.10.1): the SYN takes the first sequence number, and may carry text (3.5). */
function connect(turn: Turn, len: number): void {
  const { e } = turn;
  if (e.state !== "CLOSED" && e.state !== "LISTEN") return because(turn, "call.useless");
  begin(turn);
  e.origin = "active";
  become(turn, "SYN-SENT");
  because(turn, len > 0 ? "connect.syn-with-text" : "connect.syn", { len });
  sendNew(turn, { syn: true, len, ack: null });
}

/** A new connection knows nothing of the one before it, but for where its numbers begin. */
function begin({ e, profile }: Turn): void {
  Object.assign(e, closedEndpoint(e.snd.iss, profile));
}

/** SEND (3.10.2): before ESTABLISHED the text waits. */
function send(turn: Turn, len: number): void {
  const { e } = turn;
  if (e.finDue || !["SYN-SENT", "SYN-RECEIVED", "ESTABLISHED", "CLOSE-WAIT"].includes(e.state)) {
    return because(turn, "call.useless");
  }
  const open = e.state === "ESTABLISHED" || e.state === "CLOSE-WAIT";
  because(turn, open ? "send.text" : "send.wait", { len });
  e.unsent += len;
}

/**
 * CLOSE (3.10.4); `orphan`: the socket goes too, and nobody reads what still comes. The FIN waits behind the text, and
 * `transmit` sends it; FIN-WAIT-1 begins at once, LAST-ACK only with the FIN.
 */
function close(turn: Turn, orphan: boolean): void {
  const { e } = turn;
  if (e.state === "CLOSED") return because(turn, "call.useless");
  if (orphan) e.orphan = true;
  if (e.state === "LISTEN" || e.state === "SYN-SENT") {
    because(turn, "close.nothing-to-end");
    return becomeClosed(turn, null);
  }
  if (e.state === "SYN-RECEIVED" && e.unsent > 0) {
    because(turn, "close.after-handshake");
    e.finDue = true;
  } else if (e.state === "SYN-RECEIVED" || e.state === "ESTABLISHED" || e.state === "CLOSE-WAIT") {
    because(turn, "close.fin");
    e.finDue = true;
    if (e.state !== "CLOSE-WAIT") become(turn, "FIN-WAIT-1");
  } else {
    because(turn, "close.already");
    limitFinWait2(turn);
  }
}

/** ABORT (3.10.5): what SO_LINGER with zero seconds does. */
function abort(turn: Turn): void {
  const { e } = turn;
  if (e.state === "CLOSED") return because(turn, "call.useless");
  const tellsPeer = !["LISTEN", "SYN-SENT", "CLOSING", "LAST-ACK", "TIME-WAIT"].includes(e.state);
  because(turn, tellsPeer ? "abort.reset" : "abort.silent");
  if (tellsPeer) sendReset(turn, e.snd.nxt, null);
  becomeClosed(turn, null);
}
