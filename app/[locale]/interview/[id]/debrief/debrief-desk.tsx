"use client";

import { useRef } from "react";
import { PrintButton } from "#app/_interview/print-button.tsx";
import { useFresh } from "#app/_ui/fresh.ts";
import { PlainLink, TextLink } from "#app/_ui/link.tsx";
import type { Language } from "#lib/i18n/languages.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import { weakest } from "#lib/interview/score.ts";
import { judgementCommands } from "./commands.ts";
import { judgedBy } from "./judgement.ts";
import { JudgementPanel } from "./judgement-panel.tsx";
import type { QuestionProps } from "./props.tsx";
import { QuestionArticle } from "./question.tsx";
import { ScorePanel } from "./score-panel.tsx";
import { useJudgement } from "./use-judgement.ts";

interface Props {
  interviewId: string;
  language: Language;
  /** The judgement was kept: nothing is ticked any more. */
  isKept: boolean;
  isPair: boolean;
  used: string;
  /** Titles by id. */
  topics: Readonly<Record<string, string>>;
  questions: readonly QuestionProps[];
  words: Messages["debrief"];
  unreachable: string;
}

/** The debrief: the score follows the ticks, and the judgement is kept at the end. `judgement` decides, here it is drawn. */
export function DebriefDesk(props: Props) {
  const { interviewId, language, isPair, used, topics, questions, words, unreachable } = props;
  const root = useRef<HTMLDivElement>(null);
  useFresh();
  const { judgement, happen } = useJudgement(interviewId, props, unreachable, root);
  const { isKept } = judgement.sheet;
  const judged = judgedBy(judgement, questions);
  return (
    <div ref={root}>
      <ScorePanel judged={judged} used={used} topics={topics} words={words} />
      {!isKept && <p className="mt-8 max-w-2xl print:hidden">{words.hint}</p>}
      <ol className="mt-4 divide-y divide-line">
        {questions.map((question, i) => (
          <li key={question.question} className="py-8 first:pt-4">
            <QuestionArticle
              asked={question}
              number={i + 1}
              judgement={judgement}
              {...{ isPair, words }}
              onInput={happen}
            />
          </li>
        ))}
      </ol>
      <JudgementPanel
        judgement={judgement}
        weak={weakest(judged)}
        commands={judgementCommands(judgement, words, happen)}
        words={words}
      />
      <Links interviewId={interviewId} language={language} isKept={isKept} words={words} />
    </div>
  );
}

function Links({ interviewId, language, isKept, words }: Pick<Props, "interviewId" | "language" | "isKept" | "words">) {
  return (
    <p className="mt-10 flex flex-wrap gap-x-5 gap-y-2 border-t border-line pt-4 print:hidden">
      {isKept && <TextLink href={`/${language}/review`}>{words.review}</TextLink>}
      <TextLink href={`/${language}/interview`}>{words.all}</TextLink>
      <PlainLink href={`/api/interviews/${interviewId}?language=${language}`} download>
        {words.markdown}
      </PlainLink>
      <PrintButton label={words.print} />
    </p>
  );
}
