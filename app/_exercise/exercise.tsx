"use client";

import type { ReactElement, ReactNode, Ref } from "react";
import { OnDemand } from "#app/_simulation/on-demand.tsx";
import { say } from "#lib/i18n/say.ts";
import type { ExerciseWords } from "#lib/i18n/words/exercise.ts";
import type { Answer, Drawn } from "#lib/quiz/draw.ts";
import { gradeAnswer, isAnswered } from "#lib/quiz/grade.ts";
import { ChoiceForm } from "./choice.tsx";
import { Order } from "./order.tsx";
import { Predict } from "./predict.tsx";
import { SegmentTable } from "./segment-table.tsx";

/** The text of an option, and why it is right or wrong: rendered on the server. */
export interface Option {
  readonly id: string;
  readonly text: ReactNode;
  readonly why: ReactNode;
}

export interface PartProps<Kind extends Drawn["kind"]> {
  drawn: Extract<Drawn, { kind: Kind }>;
  answer: Answer;
  /** Graded: nothing can be changed any more, and what is right is shown. */
  revealed: boolean;
  words: ExerciseWords;
  /** What its controls are called by: the question's own, since the browser puts back what it finds by name. */
  name: string;
  onAnswer: (answer: Answer) => void;
}

interface Props extends Common {
  drawn: Drawn;
  options: readonly Option[];
  /** What is to be done; its owner sends the focus there. */
  task?: Ref<HTMLParagraphElement>;
  /** What came of it, once it is revealed. */
  result?: Ref<HTMLParagraphElement> | undefined;
}

/** A question that the simulator asks and grades. It holds nothing: the answer is its owner's. */
export function ExerciseBox({ drawn, answer, revealed, words, options, task, result, name, onAnswer }: Props) {
  const common = { answer, revealed, words, name, onAnswer };
  const todo = drawn.kind === "choice" ? (drawn.several ? words.several : words.one) : words.task[drawn.kind];
  return (
    // What nobody answered is shown, not judged.
    <div
      className={`rounded-xl border border-line bg-raised px-4 py-4 sm:px-5 ${isAnswered(answer) ? "" : "[&_[data-verdict]]:hidden"}`}
    >
      <p ref={task} tabIndex={-1} className="mb-3 text-sm text-quiet">
        {todo}
      </p>
      <Parts drawn={drawn} options={options} {...common} />
      {revealed && <Result drawn={drawn} answer={answer} words={words} result={result} />}
    </div>
  );
}

/** What is to be answered, as its kind asks. */
function Parts({ drawn, options, ...common }: Pick<Props, "drawn" | "options"> & Common): ReactElement {
  switch (drawn.kind) {
    case "choice":
      return <ChoiceForm drawn={drawn} options={options} {...common} />;
    case "order":
      return <Order drawn={drawn} {...common} />;
    case "fill":
    case "spot":
      return <SegmentTable drawn={drawn} {...common} />;
    case "predict":
      return <Predict drawn={drawn} {...common} />;
  }
}

type Common = Omit<PartProps<Drawn["kind"]>, "drawn">;

interface ResultProps {
  drawn: Drawn;
  answer: Answer;
  words: ExerciseWords;
  result: Ref<HTMLParagraphElement> | undefined;
}

function Result({ drawn, answer, words, result }: ResultProps) {
  const graded = gradeAnswer(drawn, answer);
  const right = graded.filter(({ ok }) => ok).length;
  return (
    <div className="mt-4">
      <p ref={result} tabIndex={-1} role="status" className="font-medium">
        {isAnswered(answer) ? resultOf(right, graded.length, words) : words.noAnswer}
      </p>
      {"film" in drawn && (
        <OnDemand scenario={drawn.film.scenario} words={words.player} label={words.play} caption={words.played} />
      )}
    </div>
  );
}

function resultOf(right: number, of: number, words: ExerciseWords): string {
  return right === of ? words.allCorrect : say(words.result, { right, of });
}
