import type { Why } from "#lib/tcp/why/why.ts";
import type { Sentence } from "./form.ts";
import { say } from "./say.ts";
import { tellSpan } from "./span.ts";
import type { PlayerWords } from "./words/player.ts";

/** The sentence of the rule that decided a step, with the numbers that it mentions. */
export function explain({ key, numbers }: Why, words: PlayerWords): string {
  const { len, n, nextUs, lastsUs } = numbers;
  const [next, lasts] = [nextUs, lastsUs].map((us) => (us === undefined ? us : tellSpan(us, words)));
  // Each sentence asks for what its rule gives; where it does not, `say` throws.
  const given = { len, n, next, lasts } as Record<"len" | "n" | "next" | "lasts", string | number>;
  return say(words.why[key] as Sentence<keyof typeof given>, given);
}
