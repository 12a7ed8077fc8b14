"use client";

import { TickList } from "#app/_card/tick-list.tsx";
import type { PairProps } from "#app/_interview/room-props.tsx";
import { LimitedArea } from "#app/_ui/limited.tsx";
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
      <fieldset className="min-w-0">
        <legend className="mb-2 text-sm font-semibold text-quiet">{pair.listen}</legend>
        <TickList points={keyPoints} ticked={ticked} onChange={onTick} />
      </fieldset>
      <section className="min-w-0">
        <h2 className="mb-2 text-sm font-semibold text-quiet">{pair.model}</h2>
        {model}
      </section>
      {drawn && (
        <section className="min-w-0">
          <h2 className="mb-2 text-sm font-semibold text-quiet">{pair.board}</h2>
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
      <label htmlFor="notes" className="text-sm text-quiet">
        {label}
      </label>
      <LimitedArea
        id="notes"
        leftOut={leftOut}
        name={name}
        value={notes}
        maxLength={NOTES_MAX}
        rows={3}
        onChange={({ target }) => onNotes(target.value)}
        className="mt-1 block w-full rounded-lg border border-line bg-raised px-4 py-3"
      />
    </div>
  );
}
