import type { SocketOptions } from "#lib/tcp/endpoint/control-block.ts";
import { errnoOf } from "#lib/tcp/endpoint/errno.ts";
import { accept, callOn, connect, listen, unlisten } from "#lib/tcp/host/calls.ts";
import type { Connection } from "#lib/tcp/host/connection.ts";
import type { Address } from "#lib/tcp/host/iss.ts";
import type { ListenOptions } from "#lib/tcp/host/listener.ts";
import type { Machine, Outcome } from "#lib/tcp/host/machine.ts";
import { type Micros, SECOND } from "#lib/tcp/time.ts";
import { settingsOf } from "./sysctls.ts";
import type { Side, StepTaken } from "./trace.ts";

/** What the applications of one side hold: sockets by the name that the recording gives them. */
export interface ReplayedApplications {
  readonly host: Machine;
  readonly side: Side;
  readonly peer: Side;
  readonly sockets: Map<string, Connection>;
  readonly accepted: Connection[];
  /** Options that were set on a socket before it had a connection. */
  readonly pending: Map<string, Partial<SocketOptions>>;
  readonly lingerZero: Set<string>;
  /** What connect() reported at once, without a connection. */
  readonly refused: Map<string, string>;
  /** The port that the kernel chose for a connect() without one, as the recording shows it. */
  readonly portChosenAt: (now: Micros) => number | null;
  listenOptions: ListenOptions;
}

export function applicationsOf(
  host: Machine,
  side: Side,
  portChosenAt: ReplayedApplications["portChosenAt"],
): ReplayedApplications {
  return {
    host,
    side,
    peer: side === "client" ? "server" : "client",
    sockets: new Map(),
    accepted: [],
    pending: new Map(),
    lingerZero: new Set(),
    refused: new Map(),
    portChosenAt,
    listenOptions: {},
  };
}

/** What came of a step: null where it changes nothing; a sentence where it is not understood, or gives another result. */
export type DoneCall = Outcome | null | string;

type Doing = (apps: ReplayedApplications, words: readonly string[], step: StepTaken, now: Micros) => DoneCall;

/** What is done on a socket that there must be. */
type SocketDoing = (socket: Connection, ...rest: Parameters<Doing>) => DoneCall;

function onSocket(doing: SocketDoing): Doing {
  return (apps, words, step, now) => {
    const socket = socketOf(apps, step);
    return socket === null ? `${step.action} finds no socket` : doing(socket, apps, words, step, now);
  };
}

/** The calls that recordings speak of: how each is written, and what it does. The first that matches counts. */
const GRAMMAR: readonly (readonly [RegExp, Doing])[] = [
  [/^listen\(backlog=(\d+)\) on port (\d+)$/, startListening],
  [
    /^(?:non-blocking )?connect\(\) to port (\d+) from (?:port (\d+)|any port)$/,
    (apps, [to, from], step, now) => open(apps, to, from, step, {}, now),
  ],
  [
    /^sendto\((.*), MSG_FASTOPEN\) to port (\d+) from port (\d+)$/,
    (apps, [text = "", to, from], step, now) =>
      open(apps, to, from, step, { len: lengthOf(text), fastOpen: true }, now),
  ],
  [/^(?:connect|sendto)\(\) returned$/, hasConnected],
  [/^accept\(\) returned a connection$/, acceptOne],
  [/^accept\(\)$/, ({ host }) => (listeningQueue(host) > 0 ? "accept() would return a connection" : null)],
  [/^send\((.*)\)( with MSG_MORE)?$/, onSocket(send)],
  [/^recv\(\)$/, onSocket(receive)],
  [/^shutdown\(SHUT_(WR|RD|RDWR)\)$/, onSocket(shutDown)],
  [/^close\(\) (?:of|on) the listener.*$/, ({ host }, _, __, now) => closeListener(host, now)],
  [/^close\(\)(.*)$/, onSocket(close)],
  [/^getsockopt\(SO_ERROR\)$/, onSocket(askError)],
  [/^setsockopt TCP_FASTOPEN qlen=\d+ on the listener$/, (apps) => listenWith(apps, { fastOpen: true })],
  [/^setsockopt TCP_DEFER_ACCEPT[= ](\d+).*$/, (apps, [s]) => listenWith(apps, { deferAcceptS: Number(s) })],
  [/^setsockopt SO_LINGER on, 0 s$/, (apps, _, { who }) => nothing(apps.lingerZero.add(who ?? ""))],
  [/^setsockopt TCP_QUICKACK=0$/, (apps, _, step, now) => set(apps, step, { delaysFirstAck: true }, now)],
  [/^setsockopt TCP_QUICKACK=1$/, () => null],
  [/^setsockopt TCP_NODELAY(?:=1| on)?$/, (apps, _, step, now) => set(apps, step, { noDelay: true }, now)],
  [/^setsockopt TCP_CORK(?:=1| on)?$/, (apps, _, step, now) => set(apps, step, { cork: true }, now)],
  [/^setsockopt TCP_CORK(?:=0| off)$/, (apps, _, step, now) => set(apps, step, { cork: false }, now)],
  [
    /^setsockopt TCP_LINGER2[= ](\d+)(?: s)?$/,
    (apps, [s], step, now) => set(apps, step, { finWait2Us: Number(s) * SECOND }, now),
  ],
  [/^setsockopt SO_KEEPALIVE(?:=1| on)?$/, (apps, _, step, now) => set(apps, step, { keepalive: true }, now)],
  [/^setsockopt TCP_KEEPIDLE[= ](\d+)(?: s)?$/, (apps, [s]) => sysctl(apps, "tcp_keepalive_time", s)],
  [/^setsockopt TCP_KEEPINTVL[= ](\d+)(?: s)?$/, (apps, [s]) => sysctl(apps, "tcp_keepalive_intvl", s)],
  [/^setsockopt TCP_KEEPCNT[= ](\d+)$/, (apps, [n]) => sysctl(apps, "tcp_keepalive_probes", n)],
  [/^setsockopt TCP_SYNCNT[= ](\d+)$/, (apps, [n]) => sysctl(apps, "tcp_syn_retries", n)],
  [/^(?:setsockopt SO_REUSEADDR, )?bind\(\) to port \d+$/, () => null],
  [/^sysctl (?:net\.ipv4\.)?(\w+) = (\d+)$/, (apps, [name = "", value]) => sysctl(apps, name, value)],
];

/** Lets an application do what it did in the recording. */
export function performStep(apps: ReplayedApplications, step: StepTaken, now: Micros): DoneCall {
  for (const [form, doing] of GRAMMAR) {
    const words = form.exec(step.action);
    if (words !== null) return doing(apps, words.slice(1), step, now);
  }
  return `the call ${JSON.stringify(step.action)} is not understood`;
}

function startListening(
  { host, listenOptions }: ReplayedApplications,
  [backlog, port]: readonly string[],
  _: StepTaken,
  now: Micros,
): DoneCall {
  const options = { ...listenOptions, backlog: Number(backlog), options: { reads: "on-call" as const } };
  return listen(host, Number(port), options, now);
}

function open(
  apps: ReplayedApplications,
  to: string | undefined,
  from: string | undefined,
  { who }: StepTaken,
  what: { readonly len?: number; readonly fastOpen?: boolean },
  now: Micros,
): DoneCall {
  const port = from === undefined ? apps.portChosenAt(now) : Number(from);
  if (port === null) return "the recording does not show which port the kernel chose";
  const remote: Address = { host: apps.peer, port: Number(to) };
  const options = { reads: "on-call" as const, ...apps.pending.get(who ?? "") };
  const outcome = connect(apps.host, { host: apps.side, port }, remote, { ...what, options }, now);
  if (outcome.connection !== null) apps.sockets.set(who ?? "", outcome.connection);
  else if (outcome.errno !== null) apps.refused.set(who ?? "", outcome.errno);
  return outcome;
}

function hasConnected(apps: ReplayedApplications, _: readonly string[], step: StepTaken, now: Micros): DoneCall {
  const refused = apps.refused.get(step.who ?? "");
  if (refused !== undefined) return expectErrno(refused, step);
  const socket = socketOf(apps, step);
  if (socket === null) return `${step.action} finds no socket`;
  if (step.result !== "ok") return askError(socket, apps, [], step, now);
  return socket.endpoint.state === "SYN-SENT" ? `${step.action}, but it is in SYN-SENT` : null;
}

/** The kernel reports a failure once, whoever asks for it. */
function askError(
  socket: Connection,
  { host }: ReplayedApplications,
  _: readonly string[],
  step: StepTaken,
  now: Micros,
): DoneCall {
  const problem = expectErrno(errnoOf(socket.endpoint), step);
  return problem ?? callOn(host, socket, { kind: "status" }, now);
}

/** What was read is what had arrived: text, the end, a failure, or nothing. */
function receive(
  socket: Connection,
  apps: ReplayedApplications,
  _: readonly string[],
  step: StepTaken,
  now: Micros,
): DoneCall {
  const { unread, state } = socket.endpoint;
  const result = step.result ?? "";
  if (/^E[A-Z]+$/.test(result)) return askError(socket, apps, [], step, now);
  if (result.startsWith("nothing")) return unread > 0 ? `${step.action} would give ${unread} bytes` : null;
  if (result === "end of stream") {
    const hasEnded =
      unread === 0 && !["SYN-SENT", "SYN-RECEIVED", "ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2"].includes(state);
    return hasEnded ? null : `${step.action}: no end of stream in ${state} with ${unread} bytes unread`;
  }
  if (lengthOf(result) !== unread) return `${step.action} gives ${unread} bytes, not ${lengthOf(result)}`;
  return callOn(apps.host, socket, { kind: "receive" }, now);
}

function acceptOne({ host, accepted }: ReplayedApplications): DoneCall {
  for (const port of host.listeners.keys()) {
    const outcome = accept(host, port);
    if (outcome.connection === null) continue;
    accepted.push(outcome.connection);
    return outcome;
  }
  return "accept() finds no connection";
}

function listeningQueue({ listeners }: Machine): number {
  return [...listeners.values()].reduce((waiting, { queue }) => waiting + queue.length, 0);
}

function closeListener(host: Machine, now: Micros): DoneCall {
  const [port] = host.listeners.keys();
  return port === undefined ? "no listener is open" : unlisten(host, port, now);
}

function send(
  socket: Connection,
  { host }: ReplayedApplications,
  [text = "", more]: readonly string[],
  step: StepTaken,
  now: Micros,
): DoneCall {
  const outcome = callOn(host, socket, { kind: "send", len: lengthOf(text), more: more !== undefined }, now);
  return expectErrno(outcome.errno, step) ?? outcome;
}

function shutDown(
  socket: Connection,
  { host }: ReplayedApplications,
  [how]: readonly string[],
  _: StepTaken,
  now: Micros,
): DoneCall {
  if (how === "RD") return null;
  return callOn(host, socket, { kind: "shutdown", both: how === "RDWR" }, now);
}

function close(
  socket: Connection,
  apps: ReplayedApplications,
  [note = ""]: readonly string[],
  step: StepTaken,
  now: Micros,
): DoneCall {
  const aborts = note.includes("SO_LINGER 0") || apps.lingerZero.has(step.who ?? "");
  return callOn(apps.host, socket, { kind: aborts ? "abort" : "close" }, now);
}

function set(apps: ReplayedApplications, step: StepTaken, options: Partial<SocketOptions>, now: Micros): DoneCall {
  const name = step.who ?? "";
  apps.pending.set(name, { ...apps.pending.get(name), ...options });
  const socket = apps.sockets.get(name);
  return socket === undefined ? null : callOn(apps.host, socket, { kind: "set", options }, now);
}

function listenWith(apps: ReplayedApplications, options: ListenOptions): DoneCall {
  apps.listenOptions = { ...apps.listenOptions, ...options };
  for (const [port, listener] of apps.host.listeners) {
    apps.host.listeners.set(port, { ...listener, options: { ...listener.options, ...options } });
  }
  return null;
}

function sysctl({ host }: ReplayedApplications, name: string, value: string | undefined): DoneCall {
  const { settings, unknown } = settingsOf({ [name]: Number(value) });
  host.profile = { ...host.profile, ...settings };
  return unknown.length > 0 ? `the sysctl ${name} is not known` : null;
}

/**
 * The socket that a step speaks of. Names are given only where a side has several; one that is new belongs to the
 * connection that was accepted last and has none yet. null: there is no connection at all.
 */
function socketOf({ host, sockets, accepted }: ReplayedApplications, { who }: StepTaken): Connection | null {
  const name = who ?? "";
  const known = sockets.get(name);
  if (known !== undefined) return known;
  const named = new Set(sockets.values());
  const socket = accepted.findLast((connection) => !named.has(connection)) ?? host.born.at(-1);
  if (socket === undefined) return null;
  sockets.set(name, socket);
  return socket;
}

/** null: as recorded. */
function expectErrno(got: string | null, { action, result }: StepTaken): string | null {
  const expected = result === "ok" || result === "none" || result == null ? null : result;
  return got === expected ? null : `${action} gives ${got ?? "ok"}, not ${expected ?? "ok"}`;
}

function nothing(_: unknown): null {
  return null;
}

/** The bytes of a string as Python prints it. */
function lengthOf(literal: string): number {
  return literal.slice(1, -1).replace(/\\x..|\\./g, ".").length;
}
