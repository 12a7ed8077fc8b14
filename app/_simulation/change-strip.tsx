import { Button } from "#app/_ui/button.tsx";
import { say } from "#lib/i18n/say.ts";
import type { PlayerWords } from "#lib/i18n/words/player.ts";
import type { Change, Changes } from "./change.ts";
import type { PlaybackInput } from "./playback.ts";
import { type NumberStyle, tellHostWithin, tellSegment } from "./telling.ts";

interface Props {
  changes: Changes;
  numbers: NumberStyle;
  words: PlayerWords;
  /** The first step in which the films differ; null: they are the same. */
  difference: number | null;
  comparing: boolean;
  onInput: (input: PlaybackInput) => void;
}

/** What the learner changed, with a way back, and a way to see both films at once. */
export function ChangeStrip(props: Props) {
  const { changes, numbers, words, difference, comparing, onInput } = props;
  const names = changes.map((change) => nameOf(change, numbers, words));
  const told = names.join(words.comma);
  // What the learner changed stands out; the other film that comes with a text does not.
  const isOwn = changes.some(({ kind }) => kind !== "contrast");
  return (
    <div
      className={`flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 py-2 text-sm sm:px-5 ${isOwn ? "bg-alarm-soft" : "bg-sunk"}`}
    >
      <p role="status" className="mr-auto">
        {isOwn ? say(words.changed, { changes: told }) : told}{" "}
        <span className="text-quiet">
          {difference === null ? words.compare.same : say(words.compare.differs, { step: difference + 1 })}
        </span>
      </p>
      <Button look="text" aria-pressed={comparing} onClick={() => onInput({ kind: "compare", on: !comparing })}>
        {comparing ? words.compare.one : words.compare.both}
      </Button>
      <Button look="text" data-undo onClick={() => onInput({ kind: "undo" })}>
        {words.undo}
      </Button>
      <Button look="text" onClick={() => onInput({ kind: "reset" })}>
        {words.reset}
      </Button>
    </div>
  );
}

function nameOf(change: Change, numbers: NumberStyle, words: PlayerWords): string {
  const { change: named } = words;
  switch (change.kind) {
    case "contrast":
      return change.label;
    case "segment":
      return say(named[change.rule.fate], { segment: tellSegment(change.flight, numbers) });
    case "call":
      return say(named[change.call], { host: tellHostWithin(change.host, words) });
    case "shift":
      return say(change.byUs < 0 ? named.closeEarlier : named.closeLater, { host: tellHostWithin(change.host, words) });
    case "profile":
      return say(named.profile, { profile: words.profiles[change.profile] });
  }
}
