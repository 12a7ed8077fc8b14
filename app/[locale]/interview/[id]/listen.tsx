"use client";

import { TickList } from "#app/_card/tick-list.tsx";
import type { PairProps } from "#app/_interview/room-props.tsx";
import { AreaField } from "#app/_ui/form/area-field.tsx";
import { FieldGroup } from "#app/_ui/form/field-group.tsx";
import { SmallHeading } from "#app/_ui/heading.tsx";
import type { Messages } from "#lib/i18n/messages.ts";
import { NOTES_MAX } from "#lib/review/limits.ts";

interface Props extends Pick<PairProps, "keyPoints" | "ticked" | "model" | "drawn"> {
  words: Messages["room"];
  onTick: (ticked: readonly string[]) => void;
}

/** What an interviewer listens for: the key points to be ticked, a good answer, the diagram. */
export function Listen({ keyPoints, ticked, model, drawn, words: { pair }, onTick }: Props) {
  return (
    <div className="grid min-w-0 content-start gap-8">
      <FieldGroup look="small" title={pair.listen}>
        <TickList points={keyPoints} ticked={ticked} onChange={onTick} />
      </FieldGroup>
      <section className="min-w-0">
        <SmallHeading className="mb-2">{pair.model}</SmallHeading>
        {model}
      </section>
      {drawn && (
        <section className="min-w-0">
          <SmallHeading className="mb-2">{pair.board}</SmallHeading>
          <ol className="list-decimal space-y-1 ps-5 text-sm marker:text-quiet">
            {drawn.map(({ flight, way, flags, numbers }) => (
              <li key={flight}>
                {way} <span className="font-mono text-xs">{`${flags} ${numbers}`}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

interface NotesBoxProps {
  label: string;
  leftOut: Messages["failed"]["leftOut"];
  /** This turn's own: the browser puts a text back where it finds the name again. */
  name: string;
  notes: string;
  onNotes: (notes: string) => void;
}

/** What the interviewer wants to remember of the answer. */
export function NotesBox({ label, leftOut, name, notes, onNotes }: NotesBoxProps) {
  return (
    <div className="mt-8">
      <AreaField
        id="notes"
        label={label}
        leftOut={leftOut}
        name={name}
        value={notes}
        maxLength={NOTES_MAX}
        rows={3}
        onChange={({ target }) => onNotes(target.value)}
      />
    </div>
  );
}
