import type { Segment } from "../segment.ts";
import type { Address } from "./iss.ts";

/** A segment with the two sockets it travels between. */
export interface Packet {
  readonly from: Address;
  readonly to: Address;
  readonly segment: Segment;
}

export function isSameAddress(a: Address, b: Address): boolean {
  return a.port === b.port && a.host === b.host;
}
