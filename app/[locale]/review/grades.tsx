import { RATINGS, type Rating } from "#lib/scheduling/rating.ts";
import type { ReviewWords } from "./words.ts";

interface Props {
  words: ReviewWords;
  spans: readonly string[];
  busy: boolean;
  /** What the answer to the exercise suggests; null: nothing. */
  proposed: Rating | null;
  onGrade: (rating: Rating) => void;
}

/** The four grades, at the lower edge of the screen, under the thumb. Each says when the card would come back. */
export function Grades({ words, spans, busy, proposed, onGrade }: Props) {
  return (
    <div className="fixed inset-x-0 bottom-0 border-t border-line bg-raised">
      <fieldset className="mx-auto grid max-w-2xl grid-cols-4 gap-2 px-3 py-3 sm:px-6">
        <legend className="sr-only">{busy ? words.saving : words.gradeHeading}</legend>
        {RATINGS.map((rating, i) => (
          <button
            key={rating}
            type="button"
            aria-keyshortcuts={String(rating)}
            aria-disabled={busy}
            onClick={() => onGrade(rating)}
            title={words.gradeHints[rating]}
            className={`rounded-lg border px-1 py-2 leading-tight aria-disabled:opacity-60 ${LOOK[rating]}`}
          >
            <span className="block font-medium">
              {words.grades[rating]}
              {rating === proposed && (
                <span className="ms-1 text-xs text-quiet">
                  <span aria-hidden="true">◂</span>
                  <span className="sr-only">{words.proposed}</span>
                </span>
              )}
            </span>
            <span className="block text-xs text-quiet">{spans[i]}</span>
          </button>
        ))}
      </fieldset>
    </div>
  );
}

const LOOK: Record<Rating, string> = {
  1: "border-alarm/60 hover:bg-alarm-soft",
  2: "border-line hover:bg-sunk",
  3: "border-ink/60 bg-sunk hover:border-ink",
  4: "border-line hover:bg-sunk",
};
