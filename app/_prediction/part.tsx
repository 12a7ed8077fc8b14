import { useId } from "react";
import { BlankNumber } from "#app/_ui/form/blank-number.tsx";
import { Select } from "#app/_ui/form/select.tsx";
import { Verdict } from "#app/_ui/mark.tsx";
import type { PlayerWords } from "#lib/i18n/words/player.ts";
import type { Graded } from "#lib/quiz/grade.ts";

interface FieldProps {
  label: string;
  name: string;
  value: string;
  /** null: a number is typed. */
  choices: readonly string[] | null;
  tell: (value: string) => string;
  words: PlayerWords;
  onChange: (value: string) => void;
}

/** A part of a prediction, to be chosen or typed. */
export function PartField({ label, name, value, choices, tell, words, onChange }: FieldProps) {
  const id = useId();
  const control = { id, name, value, size: "small" } as const;
  return (
    <div className="grid content-start justify-items-start gap-0.5">
      <label htmlFor={id} className="text-xs text-quiet">
        {label}
      </label>
      {choices === null ? (
        <BlankNumber {...control} leftOut={words.failed.leftOut} onType={onChange} className="w-28" />
      ) : (
        <Select
          {...control}
          options={[["", words.ask.blank], ...choices.map((choice) => [choice, tell(choice)] as const)]}
          onChoose={onChange}
        />
      )}
    </div>
  );
}

interface ResultProps {
  graded: Graded;
  label: string;
  tell: (value: string) => string;
  words: PlayerWords;
}

/** What was predicted of a part, and what the film shows. */
export function PartResult({ graded: { ok, given, right }, label, tell, words }: ResultProps) {
  return (
    <p className="flex items-baseline gap-2">
      <Verdict ok={ok} words={words.ask} />
      <span className="text-quiet">{label}</span>
      {!ok && given !== "" && <s className="text-quiet">{tell(given)}</s>}
      <span className="font-mono text-xs font-semibold">{tell(right)}</span>
    </p>
  );
}
