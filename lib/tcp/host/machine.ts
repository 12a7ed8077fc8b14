import { closedEndpoint, type Endpoint } from "../endpoint/control-block.ts";
import type { Step } from "../endpoint/endpoint.ts";
import type { Errno } from "../endpoint/errno.ts";
import type { Profile } from "../profile.ts";
import type { State } from "../state.ts";
import type { Why, WhyKey } from "../why/why.ts";
import { type Connection, dueOf, move } from "./connection.ts";
import type { Listener } from "./listener.ts";
import type { Numbers } from "./numbers.ts";
import type { Packet } from "./packet.ts";

/**
 * One machine: its connections and listeners. It changes in place, unlike the endpoints in it; `call`, `arrive` and
 * `expire` (calls.ts, arrival.ts) are the ways to change it.
 */
export interface Machine {
  readonly name: string;
  /** An administrator may change it while connections live. */
  profile: Profile;
  readonly numbers: Numbers;
  readonly listeners: Map<number, Listener>;
  /** Ports on which a listener did not want SO_REUSEADDR: what came from it shares them with nobody. */
  readonly exclusive: Set<number>;
  /** Those that live; a closed one is gone. */
  readonly connections: Connection[];
  /** All that ever were, by `nth`. */
  readonly born: Connection[];
  /** Fast Open cookies that this host was given, by the server's name (RFC 7413, 4.1.3.1). */
  readonly fastOpenCookies: Map<string, string>;
  isUp: boolean;
  /** An endpoint on which nothing was ever opened. */
  readonly idle: Endpoint;
  /** The application's socket that is neither a listener nor a connection: what its calls mean while there is no other. */
  spare: Endpoint;
  /** What was last opened, or last moved: the host is shown by it once no connection lives any more. */
  shown: Endpoint;
}

/** What came of an event: which connection it was about, what leaves the host, and why. */
export interface Outcome {
  readonly connection: Connection | null;
  readonly sent: readonly { readonly packet: Packet; readonly resent: boolean }[];
  /** Never empty. */
  readonly why: readonly Why[];
  readonly entered: readonly State[];
  /** What the call reported; null: it went well, or there was no call. */
  readonly errno: Errno | null;
}

/** A host on which nothing runs. `numbers` may be recorded ones; `numbersFrom` computes them from a secret. */
export function createMachine(name: string, profile: Profile, numbers: Numbers): Machine {
  const idle = closedEndpoint(0, profile);
  return {
    name,
    profile,
    numbers,
    listeners: new Map(),
    exclusive: new Set(),
    connections: [],
    born: [],
    fastOpenCookies: new Map(),
    isUp: true,
    idle,
    spare: idle,
    shown: idle,
  };
}

/** The endpoint by which the host is shown: its newest connection that lives, else what it had last. */
export function faceOf(machine: Machine): Endpoint {
  return machine.connections.at(-1)?.endpoint ?? machine.shown;
}

/** The connection whose timer fires next; null: none runs. */
export function nextDue(machine: Machine): Connection | null {
  let next: Connection | null = null;
  for (const connection of machine.connections) {
    if (connection.due !== null && (next?.due == null || connection.due.atUs < next.due.atUs)) next = connection;
  }
  return next;
}

/** Takes over what a step made of a connection; one that is closed, or fell back to LISTEN, leaves the machine. */
export function settle(
  machine: Machine,
  connection: Connection,
  { endpoint, send, why, entered }: Step,
  errno: Errno | null = null,
): Outcome {
  move(connection, endpoint);
  machine.shown = endpoint;
  if (endpoint.state === "CLOSED" || endpoint.state === "LISTEN") remove(machine, connection);
  const { local, remote } = connection;
  const sent = send.map(({ segment, resent }) => ({ packet: { from: local, to: remote, segment }, resent }));
  return { connection, sent, why, entered, errno };
}

/** What a step sent that made no connection: the answer goes back to where the packet came from. */
export function fromNobody({ from, to }: Packet, { send, why }: Step): Outcome {
  const sent = send.map(({ segment }) => ({ packet: { from: to, to: from, segment }, resent: false }));
  return { connection: null, sent, why, entered: [], errno: null };
}

/** Something happened that no connection had a part in. */
export function nothingBut(key: WhyKey, errno: Errno | null = null): Outcome {
  return { connection: null, sent: [], why: [{ key, numbers: {} }], entered: [], errno };
}

/** Takes a connection off the host. What stands in an accept queue stays there: ACCEPT finds out that it is dead. */
function remove(machine: Machine, connection: Connection): void {
  const at = machine.connections.indexOf(connection);
  if (at >= 0) machine.connections.splice(at, 1);
}

/** Throws a connection away without a word: nothing is sent, and whoever still points to it finds it closed. */
export function discard(machine: Machine, connection: Connection): void {
  remove(machine, connection);
  const { origin, snd, rcv, app, failure } = connection.endpoint;
  move(connection, { ...machine.idle, origin, snd, rcv, app, failure });
}

/** A new connection of this host, whatever state its endpoint begins in. */
export function bear(machine: Machine, parts: Pick<Connection, "local" | "remote" | "endpoint" | "stage">): Connection {
  const { local, remote, endpoint, stage } = parts;
  const due = dueOf(endpoint.timers);
  const connection = { nth: machine.born.length + 1, local, remote, endpoint, due, stage, wasAcknowledged: false };
  machine.born.push(connection);
  machine.connections.push(connection);
  return connection;
}
