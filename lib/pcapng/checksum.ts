import type { Octets } from "./bytes.ts";

/** The complement of the ones' complement sum of all words of 16 bits (RFC 1071); a last odd octet is a word's upper half. */
export function internetChecksum(octets: Octets): number {
  let sum = 0;
  for (const [i, octet] of octets.entries()) sum += i % 2 === 0 ? octet * 0x100 : octet;
  while (sum > 0xffff) sum = (sum % 0x1_0000) + Math.floor(sum / 0x1_0000);
  return sum ^ 0xffff;
}
