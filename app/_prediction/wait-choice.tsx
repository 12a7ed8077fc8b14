import { Verdict } from "#app/_exercise/mark.tsx";
import { WORDS } from "#app/_exercise/words.ts";
import { tellHost } from "#app/_simulation/telling.ts";
import { WORDS as SIMULATION } from "#app/_simulation/words.ts";
import { CheckLine } from "#app/_ui/form/check-line.tsx";
import { describeSpan } from "#lib/tcp/why/span.ts";
import type { PredictionProps } from "./prediction.tsx";

/** How long a host is silent. Once it is revealed, the span that was chosen and the right one are marked. */
export function WaitChoice(props: PredictionProps & { choicesUs: readonly number[] }) {
  const { drawn, answer, revealed, language, name, onAnswer, choicesUs } = props;
  const words = SIMULATION[language];
  const isRight = (us: number) => drawn.right.when === String(us);
  const isChosen = (us: number) => answer.when === String(us);
  return (
    <fieldset disabled={revealed} className="grid gap-1">
      <legend className="mb-1 font-medium">{words.ask.when(tellHost(drawn.question.host, words))}</legend>
      {choicesUs.map((us) => (
        <CheckLine
          key={us}
          type="radio"
          name={name}
          checked={isChosen(us)}
          onChange={() => onAnswer({ ...answer, when: String(us) })}
        >
          {describeSpan(us, language)}
          {revealed && (isChosen(us) || isRight(us)) && <Verdict ok={isRight(us)} words={WORDS[language]} />}
        </CheckLine>
      ))}
    </fieldset>
  );
}
