import type { Profile } from "../profile.ts";
import { add, type Seq } from "../sequence.ts";
import type { Micros } from "../time.ts";
import { type Address, hashOf, initialSequenceNumber } from "./iss.ts";

/** Where a host takes the numbers from that nobody else may guess. */
export interface Numbers {
  readonly iss: (now: Micros, local: Address, remote: Address) => Seq;
  /** The number of a SYN-ACK that is a cookie: made from both sockets, the SYN's own number and a small one to remember (RFC 4987, 3.6). */
  readonly synCookie: (local: Address, remote: Address, irs: Seq, size: number) => Seq;
  /** A Fast Open cookie in hexadecimal digits, bound to the client's address (RFC 7413, 4.1.2). */
  readonly fastOpenCookie: (client: string) => string;
  /** What the clock of timestamps shows towards a peer at time 0 (RFC 7323, 5.4). */
  readonly stampOffset: (local: Address, remote: Address) => number;
}

const SYN_COOKIE_KEY = 0x5bd1e995;
const FAST_OPEN_KEYS = [0x2545f491, 0x1b873593];
const STAMP_KEY = 0x9e3779b9;

/** The numbers of RFC 6528 and its like, from a secret of 32 bits. */
export function numbersFrom(secret: number, profile: Profile): Numbers {
  return {
    iss(now, local, remote) {
      return initialSequenceNumber(now, profile.issTickNs, local, remote, secret);
    },
    synCookie(local, remote, irs, size) {
      return add(hashOf(local, remote, secret ^ SYN_COOKIE_KEY), irs + size);
    },
    fastOpenCookie(client) {
      return FAST_OPEN_KEYS.map((key) => hexOf(hashOfHosts(client, client, secret ^ key))).join("");
    },
    stampOffset(local, remote) {
      return hashOfHosts(local.host, remote.host, secret ^ STAMP_KEY);
    },
  };
}

function hashOfHosts(local: string, remote: string, secret: number): number {
  return hashOf({ host: local, port: 0 }, { host: remote, port: 0 }, secret);
}

function hexOf(word: number): string {
  return word.toString(16).padStart(8, "0");
}

/**
 * The same, but the first connection has the initial number `first`; later ones move on from it by the clock, and by the
 * difference of the hashes where the sockets are other ones.
 */
export function numbersOf(secret: number, profile: Profile, first: Seq | undefined): Numbers {
  const numbers = numbersFrom(secret, profile);
  if (first === undefined) return numbers;
  let shift: number | null = null;
  return {
    ...numbers,
    iss(now, local, remote) {
      const iss = numbers.iss(now, local, remote);
      shift ??= (first - iss) | 0;
      return add(iss, shift);
    },
  };
}
