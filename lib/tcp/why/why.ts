import type { Micros } from "../time.ts";
import { WHYS } from "./rules.ts";

export type WhyKey = keyof typeof WHYS;

/** The rule that decided a step, and the numbers that its sentence mentions (lib/i18n/words/why.ts). */
export interface Why {
  readonly key: WhyKey;
  readonly numbers: { readonly len?: number; readonly n?: number; readonly nextUs?: Micros; readonly lastsUs?: Micros };
}

/** Where the rule stands: a paragraph of an RFC, or a knob of the kernel. */
export function sourceOf(why: Why): string {
  return WHYS[why.key];
}
