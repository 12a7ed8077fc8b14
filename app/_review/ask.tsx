import type { RefObject } from "react";
import { Box } from "#app/_ui/box.tsx";
import { Button } from "#app/_ui/button.tsx";
import { AreaField } from "#app/_ui/form/area-field.tsx";
import { SmallHeading } from "#app/_ui/heading.tsx";
import { type ScreenCommand, shortcutsOf } from "#app/_ui/keys/commands.ts";
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
      <AreaField
        id="notes"
        label={
          <>
            {words.say}
            <span className="sr-only"> {words.notesLabel}</span>
          </>
        }
        ref={field}
        leftOut={words.failed.leftOut}
        name={name}
        value={notes}
        onChange={(event) => onNotes(event.target.value)}
        placeholder={words.notesPlaceholder}
        maxLength={NOTES_MAX}
        rows={4}
      />
      <Button
        look="main"
        size="large"
        onClick={() => reveal.act(null)}
        aria-keyshortcuts={shortcutsOf(reveal)}
        className="mt-5"
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
    <Box as="section" look="ruled" aria-label={words.otherDraft} className="mt-6 text-sm">
      <p className="text-quiet">{missing.answers ? words.otherAnswers : words.otherDraft}</p>
      {missing.notes !== "" && <p className="mt-1 whitespace-pre-wrap">{missing.notes}</p>}
      <Button look="text" onClick={onTake} className="mt-2">
        {words.takeOther}
      </Button>
    </Box>
  );
}

export function OwnNotes({ title, notes }: { title: string; notes: string }) {
  if (notes.trim() === "") return null;
  return (
    <Box as="section" look="sunk" className="mt-6">
      <SmallHeading>{title}</SmallHeading>
      <p className="mt-1 whitespace-pre-wrap">{notes}</p>
    </Box>
  );
}
