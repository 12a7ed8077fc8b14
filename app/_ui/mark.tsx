import type { PlayerWords } from "#lib/i18n/words/player.ts";

/** Right or wrong, to be seen and to be heard. */
export function Verdict({ ok, words }: { ok: boolean; words: PlayerWords["ask"] }) {
  return (
    <span data-verdict className={ok ? "text-quiet" : "text-alarm"}>
      <span aria-hidden="true">{ok ? "✓" : "✗"}</span>
      <span className="sr-only">{ok ? words.isRight : words.isWrong}</span>
    </span>
  );
}
