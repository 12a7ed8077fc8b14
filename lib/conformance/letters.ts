import type { Segment } from "#lib/tcp/segment.ts";

/** Flags as packetdrill writes them: S F R P and a dot for ACK; "-" for none. */
export function flagsOfLetters(letters: string): Pick<Segment, "syn" | "fin" | "rst" | "psh"> {
  return {
    syn: letters.includes("S"),
    fin: letters.includes("F"),
    rst: letters.includes("R"),
    psh: letters.includes("P"),
  };
}

export function lettersOf({ syn, fin, rst, psh, ack }: Segment): string {
  const letters = `${syn ? "S" : ""}${fin ? "F" : ""}${rst ? "R" : ""}${psh ? "P" : ""}${ack === null ? "" : "."}`;
  return letters === "" ? "-" : letters;
}
