import { useId, useMemo } from "react";
import { Diagram } from "#app/_simulation/diagram.tsx";
import { layOut } from "#app/_simulation/layout.ts";
import { tellEvent, tellHost, writeSegment } from "#app/_simulation/telling.ts";
import { WORDS as SIMULATION } from "#app/_simulation/words.ts";
import { LimitedInput } from "#app/_ui/limited.tsx";
import { NO_ACK } from "#lib/quiz/draw.ts";
import { gradeAnswer } from "#lib/quiz/grade.ts";
import { STATES } from "#lib/tcp/state.ts";
import { describeSpan } from "#lib/tcp/why/span.ts";
import type { PartProps } from "./exercise.tsx";
import { FLAGS } from "./flags.ts";
import { Verdict } from "./mark.tsx";
import { WORDS } from "./words.ts";

/** The film stands still before a frame: what does the host do, or how long is it silent? Numbers count from each ISN. */
export function Predict({ drawn, answer, revealed, language, name, onAnswer }: PartProps<"predict">) {
  const words = WORDS[language];
  const simulation = SIMULATION[language];
  const group = useId();
  const { film, question } = drawn;
  const layout = useMemo(
    () => layOut(film, (flight) => writeSegment(flight, "relative", simulation)),
    [film, simulation],
  );
  const event = film.frames[question.frame]?.event;
  const host = tellHost(question.host, simulation);
  const graded = gradeAnswer(drawn, answer);
  const set = (part: string, value: string) => onAnswer({ ...answer, [part]: value });
  const sends = (answer.flags ?? "") !== "" && answer.flags !== "none";
  const asked = question.kind === "when" ? ["when"] : ["flags", ...(sends || revealed ? ["seq", "ack"] : []), "state"];
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <div className="max-h-96 overflow-y-auto rounded border border-line bg-paper py-2">
        <Diagram
          film={film}
          layout={layout}
          moment={revealed ? question.frame : question.frame - 1}
          language={language}
        />
      </div>
      <div className="grid content-start gap-3 text-sm">
        {question.kind === "when" ? (
          <fieldset disabled={revealed} className="grid gap-1">
            <legend className="mb-1 font-medium">{simulation.ask.when(host)}</legend>
            {question.choicesUs.map((us) => (
              <label key={us} className="flex items-center gap-2 py-1">
                <input
                  type="radio"
                  name={name}
                  checked={answer.when === String(us)}
                  onChange={() => set("when", String(us))}
                  className="size-4 accent-client"
                />
                {describeSpan(us, language)}
                {revealed && (answer.when === String(us) || drawn.right.when === String(us)) && (
                  <Verdict ok={drawn.right.when === String(us)} words={words} />
                )}
              </label>
            ))}
          </fieldset>
        ) : (
          <>
            {event !== undefined && (
              <p className="font-medium">
                {tellEvent(film, event, "relative", simulation)} {simulation.ask.reaction(host)}
              </p>
            )}
            {asked.map((part) => {
              const label = { flags: simulation.ask.sends, seq: "seq", ack: "ack", state: simulation.ask.state }[part];
              const result = graded.find((one) => one.part === part);
              if (revealed) {
                return result === undefined ? null : (
                  <p key={part} className="flex gap-2">
                    <Verdict ok={result.ok} words={words} />
                    <span className="text-quiet">{label}</span>
                    {!result.ok && result.given !== "" && <s className="text-quiet">{tellFlags(result.given)}</s>}
                    <span className="font-mono text-xs font-semibold">{tellFlags(result.right)}</span>
                  </p>
                );
              }
              const choices = part === "flags" ? [...FLAGS, "none"] : part === "state" ? STATES : null;
              const look = "rounded border border-line bg-paper px-2 py-1";
              return (
                <div key={part} className="grid justify-items-start gap-0.5">
                  <label htmlFor={group + part} className="text-xs text-quiet">
                    {label}
                  </label>
                  {choices === null ? (
                    <LimitedInput
                      language={language}
                      id={group + part}
                      name={`${name} ${part}`}
                      type="text"
                      inputMode="numeric"
                      autoComplete="off"
                      maxLength={14}
                      placeholder={part === "ack" ? NO_ACK : ""}
                      value={answer[part] ?? ""}
                      onChange={(e) => set(part, e.target.value)}
                      className={`${look} w-28`}
                    />
                  ) : (
                    <select
                      id={group + part}
                      name={`${name} ${part}`}
                      value={answer[part] ?? ""}
                      onChange={(e) => set(part, e.target.value)}
                      className={look}
                    >
                      <option value="">{words.blank}</option>
                      {choices.map((choice) => (
                        <option key={choice} value={choice}>
                          {tellFlags(choice)}
                        </option>
                      ))}
                    </select>
                  )}
                </div>
              );
            })}
          </>
        )}
      </div>
    </div>
  );

  function tellFlags(value: string): string {
    return value === "none" ? simulation.ask.nothing : value;
  }
}
