import type { Micros } from "../time.ts";
import { WHYS } from "./rules.ts";
import { describeSpan, type WhyLanguage } from "./span.ts";

export type WhyKey = keyof typeof WHYS;

/** The rule that decided a step, and the numbers that its sentence mentions. */
export interface Why {
  readonly key: WhyKey;
  readonly numbers: { readonly len?: number; readonly n?: number; readonly nextUs?: Micros; readonly lastsUs?: Micros };
}

/** The sentence of a rule: one, in the reader's language. */
export function explain(why: Why, language: WhyLanguage): string {
  const { len, n, nextUs, lastsUs } = why.numbers;
  const words: Record<string, string | undefined> = {
    len: len?.toString(),
    n: n?.toString(),
    next: nextUs === undefined ? undefined : describeSpan(nextUs, language),
    lasts: lastsUs === undefined ? undefined : describeSpan(lastsUs, language),
  };
  return WHYS[why.key][language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const word = words[name];
    if (word === undefined) throw new Error(`the reason ${why.key} speaks of {${name}}, but was not given it`);
    return word;
  });
}

/** Where the rule stands: a paragraph of an RFC, or a knob of the kernel. */
export function sourceOf(why: Why): string {
  return WHYS[why.key].source;
}
