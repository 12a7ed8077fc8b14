import { add, type Seq } from "../sequence.ts";
import type { Micros } from "../time.ts";

/** One end of a connection (RFC 9293, 3.3.1: a socket is an address and a port). */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/**
 * ISN = M + F(localip, localport, remoteip, remoteport, secretkey) (RFC 6528, 3): M is a clock whose tick is `tickNs`
 * nanoseconds, F a keyed hash. The same pair of sockets sees numbers that grow; another pair, unrelated ones.
 */
export function initialSequenceNumber(
  now: Micros,
  tickNs: number,
  local: Address,
  remote: Address,
  secret: number,
): Seq {
  return add(hashOf(local, remote, secret), issClockAt(now, tickNs));
}

/** M: how many ticks have passed, modulo 2^32. */
export function issClockAt(now: Micros, tickNs: number): number {
  return Math.floor((now * 1000) / tickNs) % 2 ** 32;
}

/**
 * F: 32 bits that depend on every part. RFC 6528 asks for a cryptographic hash; in a simulation nobody guesses, so a
 * well-mixing one is enough (FNV-1a with the finishing steps of MurmurHash3).
 */
export function hashOf(local: Address, remote: Address, secret: number): number {
  let hash = (0x811c9dc5 ^ secret) >>> 0;
  for (const char of `${local.host}:${local.port}>${remote.host}:${remote.port}`) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
