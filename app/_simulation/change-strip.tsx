import { Button } from "#app/_ui/button.tsx";
import type { Language } from "#lib/i18n/languages.ts";
import type { Change, Changes } from "./change.ts";
import type { Input } from "./playback.ts";
import { type Numbers, tellHost, tellSegment } from "./telling.ts";
import { WORDS, type Words } from "./words.ts";

interface Props {
  changes: Changes;
  numbers: Numbers;
  language: Language;
  /** The first step in which the films differ; null: they are the same. */
  difference: number | null;
  comparing: boolean;
  onInput: (input: Input) => void;
}

/** What the learner changed, with a way back, and a way to see both films at once. */
export function ChangeStrip(props: Props) {
  const { changes, numbers, language, difference, comparing, onInput } = props;
  const words = WORDS[language];
  const names = changes.map((change) => nameOf(change, numbers, words));
  const told = names.join(language === "zh" ? "、" : ", ");
  // What the learner changed stands out; the other film that comes with a text does not.
  const isOwn = changes.some(({ kind }) => kind !== "contrast");
  return (
    <div
      className={`flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 py-2 text-sm sm:px-5 ${isOwn ? "bg-alarm-soft" : "bg-sunk"}`}
    >
      <p role="status" className="mr-auto">
        {isOwn ? words.changed(told) : told}{" "}
        <span className="text-quiet">
          {difference === null ? words.compare.same : words.compare.differs(difference + 1)}
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

function nameOf(change: Change, numbers: Numbers, words: Words): string {
  if (change.kind === "contrast") return change.label;
  if (change.kind === "segment") {
    return words.change(change, tellHost(change.rule.from, words), tellSegment(change.flight, numbers));
  }
  return words.change(change, change.kind === "profile" ? "" : tellHost(change.host, words), "");
}
