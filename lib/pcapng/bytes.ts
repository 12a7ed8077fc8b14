/** The type that a Blob and a Response take: octets of their own, shared with nobody. */
export type Octets = Uint8Array<ArrayBuffer>;

/** Octets in whatever form they are at hand, to be joined. */
export type Piece = ArrayLike<number>;

export function join(pieces: readonly Piece[]): Octets {
  const joined = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

/** Zeros are put behind it up to a multiple of four: TCP and pcapng both count in words of 32 bits. */
export function padded(piece: Piece): Octets {
  return join([piece, new Uint8Array(-piece.length & 3)]);
}

export const u8 = (value: number) => networkOrder(value, 1);
export const u16 = (value: number) => networkOrder(value, 2);
export const u32 = (value: number) => networkOrder(value, 4);

/** A number cut to its field would be a lie that no checksum finds, so one that does not fit throws. */
function networkOrder(value: number, octets: 1 | 2 | 4): number[] {
  if (!Number.isInteger(value) || value < 0 || value >= 256 ** octets) {
    throw new Error(`${value} does not fit a field of ${octets * 8} bits`);
  }
  return Array.from({ length: octets }, (_, i) => (value >>> (8 * (octets - 1 - i))) & 0xff);
}
