import { createHash } from "node:crypto";

/** The id of an entry that follows from something else: a UUID made from a name, as in RFC 9562, 5.5. */
export function idNamed(name: string): string {
  const hex = createHash("sha1").update(`retransmit ${name}`).digest("hex");
  const variant = "89ab"[Number.parseInt(hex.charAt(16), 16) % 4];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
