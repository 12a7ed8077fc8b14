import { Button } from "#app/_ui/button.tsx";
import { type ScreenCommand, shortcutsOf } from "#app/_ui/keys/commands.ts";
import { press } from "#app/_ui/press.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import { RATINGS, type Rating } from "#lib/scheduling/rating.ts";
import type { CardCommands } from "./commands.ts";

interface Props {
  words: Messages["review"];
  /** When each grade would bring the card back; null: the learner does not want to know. */
  spans: readonly string[] | null;
  /** All four, or only Again and Good. */
  offered: 2 | 4;
  busy: boolean;
  /** What the answer to the exercise suggests; null: nothing. */
  proposed: Rating | null;
  commands: CardCommands;
}

/**
 * The grades, at the lower edge of the screen, under the thumb: first whether one knew it, then how well. Hard stands
 * with what was known, so that nobody takes it for a milder Again. Where four do not fit beside each other, because the
 * screen is narrow or the letters are large, they stand two by two; on a low screen the bar scrolls in itself.
 */
export function Grades({ words, spans, offered, busy, proposed, commands }: Props) {
  const button = (rating: Rating) => (
    <Grade
      key={rating}
      rating={rating}
      words={words}
      command={commands[`grade ${rating}`]}
      span={spans?.[RATINGS.indexOf(rating)] ?? null}
      isProposed={rating === proposed}
    />
  );
  const groups: readonly { title: string; ratings: readonly Rating[] }[] = [
    { title: words.forgot, ratings: [1] },
    { title: words.remembered, ratings: offered === 4 ? [2, 3, 4] : [3] },
  ];
  return (
    <div className="@container sticky bottom-0 z-10 -mx-4 mt-10 max-h-[60dvh] overflow-y-auto border-t border-line bg-raised sm:-mx-6 lg:rounded-t-lg lg:border-x">
      <fieldset
        className={`mx-auto grid max-w-2xl min-w-0 grid-cols-2 gap-2 px-3 pt-1 pb-3 sm:px-6 ${offered === 4 ? "@min-[18rem]:grid-cols-4" : ""}`}
      >
        <legend className="sr-only">{busy ? words.saving : words.gradeHeading}</legend>
        {groups.map(({ title, ratings }) => (
          <fieldset
            key={title}
            className={`contents min-w-0 @min-[18rem]:grid ${ratings.length === 3 ? "gap-x-2 @min-[18rem]:col-span-3 @min-[18rem]:grid-cols-3" : ""}`}
          >
            <legend className="pb-1 text-xs text-quiet @max-[18rem]:sr-only">{title}</legend>
            {ratings.map(button)}
          </fieldset>
        ))}
      </fieldset>
    </div>
  );
}

interface GradeProps {
  rating: Rating;
  words: Messages["review"];
  command: ScreenCommand;
  span: string | null;
  isProposed: boolean;
}

function Grade({ rating, words, command, span, isProposed }: GradeProps) {
  return (
    <Button
      look="grade"
      aria-keyshortcuts={shortcutsOf(command)}
      aria-disabled={!command.enabled}
      onClick={press(() => command.act(null))}
      title={words.gradeHints[rating]}
      className={LOOK[rating]}
    >
      <span className="block font-medium">
        {command.label}
        {isProposed && (
          <span className="ms-1 text-xs text-quiet">
            <span aria-hidden="true">◂</span>
            <span className="sr-only">{words.proposed}</span>
          </span>
        )}
      </span>
      {span !== null && <span className="block text-xs text-quiet">{span}</span>}
    </Button>
  );
}

const LOOK: Record<Rating, string> = {
  1: "border-alarm/60 hover:bg-alarm-soft",
  2: "border-line hover:bg-sunk",
  3: "border-ink/60 bg-sunk hover:border-ink",
  4: "border-line hover:bg-sunk",
};
