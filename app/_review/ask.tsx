import type { RefObject } from "react";
import { Button } from "#app/_ui/button.tsx";
import { type ScreenCommand, shortcutsOf } from "#app/_ui/commands.ts";
import { LimitedArea } from "#app/_ui/limited.tsx";
import type { Messages } from "#lib/i18n/messages.ts";
import { NOTES_MAX } from "#lib/review/limits.ts";
import { type Draft, missingIn } from "./draft.ts";

interface AskProps {
  words: Messages["review"];
  hint: string;
  /** The card's own: the browser puts a text back where it finds the name again. */
  name: string;
  notes: string;
  /** Where the notes are written. */
  field: RefObject<HTMLTextAreaElement | null>;
  onNotes: (notes: string) => void;
  reveal: ScreenCommand;
}

/** The learner's own words, and the way to the answer. */
export function Ask({ words, hint, name, notes, field, onNotes, reveal }: AskProps) {
  return (
    <div className="mt-8">
      <label htmlFor="notes" className="text-quiet">
        {words.say}
        <span className="sr-only"> {words.notesLabel}</span>
      </label>
      <LimitedArea
        id="notes"
        ref={field}
        leftOut={words.failed.leftOut}
        name={name}
        value={notes}
        onChange={(event) => onNotes(event.target.value)}
        placeholder={words.notesPlaceholder}
        maxLength={NOTES_MAX}
        rows={4}
        className="mt-2 block w-full rounded-lg border border-line bg-raised px-4 py-3 placeholder:text-quiet"
      />
      <Button
        type="button"
        onClick={() => reveal.act(null)}
        aria-keyshortcuts={shortcutsOf(reveal)}
        className="mt-5 rounded-lg bg-action px-6 py-3 text-lg font-medium text-on-action hover:opacity-90"
      >
        {reveal.label}
      </Button>
      <p className="mt-6 hidden text-sm text-quiet sm:block">{hint}</p>
    </div>
  );
}

/** A draft that gave way to another is not lost: it can be read here, and taken instead. */
export function OtherDraft({ draft, words, onTake }: { draft: Draft; words: Messages["review"]; onTake: () => void }) {
  const missing = missingIn(draft);
  if (missing.notes === "" && !missing.answers) return null;
  return (
    <section aria-label={words.otherDraft} className="mt-6 rounded-lg border border-line px-4 py-3 text-sm">
      <p className="text-quiet">{missing.answers ? words.otherAnswers : words.otherDraft}</p>
      {missing.notes !== "" && <p className="mt-1 whitespace-pre-wrap">{missing.notes}</p>}
      <Button type="button" onClick={onTake} className="mt-2 underline underline-offset-4">
        {words.takeOther}
      </Button>
    </section>
  );
}

export function OwnNotes({ title, notes }: { title: string; notes: string }) {
  if (notes.trim() === "") return null;
  return (
    <section className="mt-6 rounded-lg bg-sunk px-4 py-3">
      <h2 className="text-sm font-semibold text-quiet">{title}</h2>
      <p className="mt-1 whitespace-pre-wrap">{notes}</p>
    </section>
  );
}
