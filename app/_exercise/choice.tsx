import { CheckLine } from "#app/_ui/form/check-line.tsx";
import { Verdict } from "#app/_ui/mark.tsx";
import type { Option, PartProps } from "./exercise.tsx";

/** One right option, or several. Once revealed, each says why it is right or wrong. */
export function ChoiceForm({
  drawn,
  options,
  answer,
  revealed,
  words,
  name,
  onAnswer,
}: PartProps<"choice"> & { options: readonly Option[] }) {
  const choose = (id: string, on: boolean) =>
    onAnswer(drawn.several ? { ...answer, [id]: on ? "yes" : "no" } : { [id]: "yes" });
  return (
    <fieldset disabled={revealed}>
      <legend className="sr-only">{drawn.several ? words.several : words.one}</legend>
      <ul className="space-y-1">
        {drawn.options.map((id) => {
          const option = options.find((o) => o.id === id);
          const isChosen = answer[id] === "yes";
          return (
            <li key={id}>
              <CheckLine
                type={drawn.several ? "checkbox" : "radio"}
                look="row"
                name={drawn.several ? `${name} ${id}` : name}
                checked={isChosen}
                onChange={(event) => choose(id, event.target.checked)}
              >
                <span className="min-w-0">{option?.text}</span>
                {revealed && (isChosen || drawn.right[id] === "yes") && (
                  <span className="ms-auto">
                    <Verdict ok={isChosen === (drawn.right[id] === "yes")} words={words.player.ask} />
                  </span>
                )}
              </CheckLine>
              {revealed && (
                <div className="mb-2 ms-7 border-s-2 border-line ps-3 text-sm">
                  <span className="font-medium">
                    {drawn.right[id] === "yes" ? words.player.ask.isRight : words.player.ask.isWrong}
                  </span>
                  {option?.why}
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
