import type { Connection } from "../host/connection.ts";
import type { Address } from "../host/iss.ts";
import type { Machine } from "../host/machine.ts";
import { isSameAddress, type Packet } from "../host/packet.ts";
import { ABSOLUTE, type Base } from "../segment.ts";
import type { Scenario } from "./scenario.ts";

/** The hosts by their names, as they are now. */
type Machines = ReadonlyMap<string, Machine>;

/**
 * What the numbers of a segment are counted from where they are told to people ("seq=1" instead of "seq=2870031201"): those
 * of its connection, or of the last one between its sockets.
 */
export function baseOf(
  { from, to, segment }: Packet,
  connection: Connection | null,
  machines: Machines,
  scenario: Scenario,
): Base {
  const first = firstBase(scenario, from.host, to.host);
  const own = connection?.local.port === from.port ? connection : lastBetween(machines, from, to);
  // The number of a cookie belongs to no connection yet: it is where that one's numbers will begin.
  if (own === null && segment.syn) return { ...first, seq: segment.seq };
  // <SEQ=0><ACK=SEG.SEQ+SEG.LEN><CTL=RST,ACK> stands on no number of ours (RFC 9293, 3.5.2).
  if (own === null && segment.rst && segment.ack !== null) return { ...first, seq: 0 };
  if (own === null) return first;
  const peer = lastBetween(machines, to, from);
  const { origin, snd, rcv } = own.endpoint;
  // A peer without a connection: it answered with a cookie, or its SYN was an old one.
  const heard = origin === "active" && rcv.nxt !== rcv.irs ? rcv.irs : null;
  return { seq: snd.iss, ack: peer?.endpoint.snd.iss ?? heard ?? firstIssOf(scenario, to.host) ?? rcv.irs };
}

/** The same for a segment that belongs to no connection: the numbers of each host's first one. */
export function firstBase(scenario: Scenario, from: string, to: string): Base {
  return { seq: firstIssOf(scenario, from) ?? ABSOLUTE.seq, ack: firstIssOf(scenario, to) ?? ABSOLUTE.ack };
}

function lastBetween(machines: Machines, local: Address, remote: Address): Connection | null {
  const born = machines.get(local.host)?.born ?? [];
  return born.findLast((c) => c.local.port === local.port && isSameAddress(c.remote, remote)) ?? null;
}

/** The initial sequence number that the scenario gives a host's first connection. */
export function firstIssOf({ hosts, iss }: Scenario, name: string): number | undefined {
  const ofSides: Readonly<Record<string, number>> = iss;
  return hosts?.find((host) => host.name === name)?.iss ?? ofSides[name];
}
