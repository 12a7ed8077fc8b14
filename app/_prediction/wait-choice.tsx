import { tellHostWithin } from "#app/_simulation/telling.ts";
import { CheckLine } from "#app/_ui/form/check-line.tsx";
import { Verdict } from "#app/_ui/mark.tsx";
import { say } from "#lib/i18n/say.ts";
import { tellSpan } from "#lib/i18n/span.ts";
import type { PredictionProps } from "./prediction.tsx";

/** How long a host is silent. Once it is revealed, the span that was chosen and the right one are marked. */
export function WaitChoice(props: PredictionProps & { choicesUs: readonly number[] }) {
  const { drawn, answer, revealed, words, name, onAnswer, choicesUs } = props;
  const isRight = (us: number) => drawn.right.when === String(us);
  const isChosen = (us: number) => answer.when === String(us);
  return (
    <fieldset disabled={revealed} className="grid gap-1">
      <legend className="mb-1 font-medium">
        {say(words.ask.when, { host: tellHostWithin(drawn.question.host, words) })}
      </legend>
      {choicesUs.map((us) => (
        <CheckLine
          key={us}
          type="radio"
          name={name}
          checked={isChosen(us)}
          onChange={() => onAnswer({ ...answer, when: String(us) })}
        >
          {tellSpan(us, words)}
          {revealed && (isChosen(us) || isRight(us)) && <Verdict ok={isRight(us)} words={words.ask} />}
        </CheckLine>
      ))}
    </fieldset>
  );
}
