import type { Seq } from "./sequence.ts";

/** The options of a segment (RFC 9293, 3.2). What is left out is not there. */
export interface Options {
  /** Largest text that its sender takes in one segment; only with SYN (RFC 9293, 3.7.1). */
  readonly mss?: number;
  /** How many bits the windows of its sender are shifted; only with SYN (RFC 7323, 2.2). */
  readonly windowScale?: number;
  /** Only with SYN (RFC 2018, 2). */
  readonly sackPermitted?: true;
  /** TSval and TSecr, 32 bits each (RFC 7323, 3.2). */
  readonly timestamps?: TimestampsOption;
  /** Text that arrived out of order, or twice (RFC 2018, 3; RFC 2883): each block from `left` up to, not with, `right`. */
  readonly sack?: readonly SackBlock[];
  /** A Fast Open cookie in hexadecimal digits; empty: please give me one (RFC 7413, 4.1.1). */
  readonly fastOpen?: string;
}

export interface TimestampsOption {
  readonly value: number;
  readonly echo: number;
}

export interface SackBlock {
  readonly left: Seq;
  readonly right: Seq;
}

export const NO_OPTIONS: Options = {};

/** One option as it stands in the header, in order, with the padding that aligns it. */
export type OptionItem =
  | { readonly kind: "mss"; readonly value: number }
  | { readonly kind: "sackOK" }
  | ({ readonly kind: "ts" } & TimestampsOption)
  | { readonly kind: "nop" }
  | { readonly kind: "ws"; readonly shift: number }
  | { readonly kind: "sack"; readonly blocks: readonly SackBlock[] }
  | { readonly kind: "tfo"; readonly cookie: string };

const NOP: OptionItem = { kind: "nop" };

/** The options in the order in which Linux writes them (tcp_options_write, kernel 6.18), aligned to four bytes. */
export function optionItems(options: Options): OptionItem[] {
  const { mss, timestamps, windowScale, sack, fastOpen } = options;
  const items: OptionItem[] = [];
  if (mss !== undefined) items.push({ kind: "mss", value: mss });
  if (options.sackPermitted) items.push(...(timestamps ? [] : [NOP, NOP]), { kind: "sackOK" });
  if (timestamps) items.push(...(options.sackPermitted ? [] : [NOP, NOP]), { kind: "ts", ...timestamps });
  if (windowScale !== undefined) items.push(NOP, { kind: "ws", shift: windowScale });
  if (sack && sack.length > 0) items.push(NOP, NOP, { kind: "sack", blocks: sack });
  if (fastOpen !== undefined) {
    items.push({ kind: "tfo", cookie: fastOpen });
    for (let length = 2 + Math.ceil(fastOpen.length / 2); length % 4 !== 0; length++) items.push(NOP);
  }
  return items;
}
