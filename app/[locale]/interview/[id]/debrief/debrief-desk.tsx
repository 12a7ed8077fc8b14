"use client";

import type { Route } from "next";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import { PrintButton } from "#app/_interview/print-button.tsx";
import { type Answer, ask } from "#app/_ui/ask.ts";
import { Button } from "#app/_ui/button.tsx";
import { useFresh } from "#app/_ui/fresh.ts";
import { press } from "#app/_ui/press.ts";
import { usePuts } from "#app/_ui/puts.ts";
import type { Language } from "#lib/i18n/languages.ts";
import { weakest } from "#lib/interview/score.ts";
import type { DeskWords, QuestionProps } from "./props.tsx";
import { Question } from "./question.tsx";
import { ScorePanel } from "./score-panel.tsx";

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
  words: DeskWords;
}

type Ticks = Readonly<Record<number, readonly string[]>>;

/** The debrief: ticks are kept as they are made, the score follows them, and the judgement is kept at the end. */
export function DebriefDesk({ interviewId, language, isKept, isPair, used, topics, questions, words }: Props) {
  const router = useRouter();
  useFresh();
  /** Ticks that were made here; the others are as they came. */
  const [made, setMade] = useState<Ticks>({});
  /** What the server has of them. */
  const saved = useRef<Ticks>({});
  const [problem, setProblem] = useState("");
  /** What was said of a judgement that is kept, or of one that is not. */
  const [said, setSaid] = useState<{ ofKept: boolean; sentences: readonly string[] }>({ ofKept: false, sentences: [] });
  const [saving, setSaving] = useState(false);
  const [refreshing, startRefresh] = useTransition();
  const busy = saving || refreshing;
  const told = useRef<HTMLParagraphElement>(null);
  const put = usePuts(words.unreachable);
  // What was kept is what the server has, whatever is on another screen.
  const tickedIn = ({ question, ticked }: QuestionProps) => (isKept ? ticked : (made[question] ?? ticked));
  const judged = questions.map((question) => ({ ...question, said: tickedIn(question).length }));
  const weak = weakest(judged);

  const tick = async (question: number, ticked: readonly string[], before: readonly string[]) => {
    setMade((all) => ({ ...all, [question]: ticked }));
    setProblem("");
    const answer = await put(`/api/interviews/${interviewId}/ticks`, { question, ticked });
    if (answer.ok) {
      saved.current = { ...saved.current, [question]: ticked };
      return;
    }
    // What is on the screen is what is judged.
    setMade((all) => ({ ...all, [question]: saved.current[question] ?? before }));
    setProblem(answer.problem.reason === null ? words.notSaved : answer.problem.message);
    if (answer.problem.reason !== null) router.refresh();
  };
  const judgement = `/api/interviews/${interviewId}/judgement` as const;
  /** What the server answers; null: it did not do it, and the page says why. */
  const decide = async (send: () => Promise<Answer>): Promise<{ readonly said: unknown } | null> => {
    setSaving(true);
    setProblem("");
    const answer = await send();
    setSaving(false);
    if (!answer.ok) setProblem(answer.problem.message);
    // The buttons change: whatever key is held down presses none of them.
    if (answer.ok) told.current?.focus();
    if (answer.ok || answer.problem.reason !== null) startRefresh(() => router.refresh());
    return answer.ok ? answer : null;
  };
  const keep = async (call: boolean) => {
    const answer = busy ? null : await decide(() => put(judgement, { call, isKept }));
    if (answer === null) return;
    const called = words.called[calledIn(answer.said)] ?? "";
    setSaid({ ofKept: true, sentences: call ? [words.kept, called] : [words.kept] });
  };
  const reopen = async () => {
    const answer = busy ? null : await decide(() => ask(judgement, { method: "DELETE" }, words.unreachable));
    if (answer === null) return;
    // From here on the ticks are those that were kept, whatever was made here before.
    setMade({});
    saved.current = {};
    setSaid({ ofKept: false, sentences: [words.reopened] });
  };
  const sentences = said.ofKept === isKept ? said.sentences : isKept ? [words.kept] : [];

  return (
    <>
      <ScorePanel judged={judged} used={used} topics={topics} words={words} />
      {!isKept && <p className="mt-8 max-w-2xl print:hidden">{words.hint}</p>}
      <ol className="mt-4 divide-y divide-line">
        {questions.map((question, i) => (
          <li key={question.question} className="py-8 first:pt-4">
            <Question
              {...question}
              number={i + 1}
              language={language}
              ticked={tickedIn(question)}
              isKept={isKept}
              isPair={isPair}
              words={words}
              onTick={(ticked) => void tick(question.question, ticked, question.ticked)}
            />
          </li>
        ))}
      </ol>
      <section aria-labelledby="first" className="mt-4 max-w-2xl">
        <h2 id="first" className="text-xl font-semibold">
          {words.first}
        </h2>
        {weak.length === 0 ? (
          <p className="mt-2">{words.firstNone}</p>
        ) : (
          <ol className="mt-2 list-decimal space-y-1 ps-6 marker:text-quiet">
            {weak.map(({ question, title, href, said: points, keyPoints }) => (
              <li key={question}>
                <Link href={href as Route} className="underline underline-offset-4">
                  {title}
                </Link>{" "}
                <span className="text-sm whitespace-nowrap text-quiet">{`${points}/${keyPoints}`}</span>
              </li>
            ))}
          </ol>
        )}
        <div className="mt-6 flex flex-wrap gap-3 print:hidden">
          {weak.length > 0 && (
            <Button
              type="button"
              aria-disabled={busy}
              onClick={press(() => void keep(true))}
              className={isKept ? OTHER : MAIN}
            >
              {(isKept ? words.callOnly : words.keepAndCall)[weak.length]}
            </Button>
          )}
          <Button
            type="button"
            aria-disabled={busy}
            onClick={press(() => void (isKept ? reopen() : keep(false)))}
            className={weak.length > 0 || isKept ? OTHER : MAIN}
          >
            {isKept ? words.reopen : words.keep}
          </Button>
        </div>
        {!isKept && <p className="mt-3 text-sm text-quiet print:hidden">{words.keepNote}</p>}
        <p role="status" ref={told} tabIndex={-1} className="mt-4 outline-none empty:hidden">
          {(busy ? [words.saving] : sentences).map((sentence) => (
            <span key={sentence} className="me-2">
              {sentence}
            </span>
          ))}
        </p>
        <p role="alert" className="mt-4 rounded-lg bg-alarm-soft px-4 py-3 text-alarm empty:hidden">
          {problem}
        </p>
      </section>
      <p className="mt-10 flex flex-wrap gap-x-5 gap-y-2 border-t border-line pt-4 print:hidden">
        {isKept && (
          <Link href={`/${language}/review` as Route} className={LINK}>
            {words.review}
          </Link>
        )}
        <Link href={`/${language}/interview` as Route} className={LINK}>
          {words.all}
        </Link>
        <a href={`/api/interviews/${interviewId}?language=${language}`} download className={LINK}>
          {words.markdown}
        </a>
        <PrintButton label={words.print} />
      </p>
    </>
  );
}

const MAIN = "rounded-lg bg-action px-5 py-2.5 font-medium text-on-action hover:opacity-90";
const OTHER = "rounded-lg border border-line px-5 py-2.5 hover:bg-sunk";
const LINK = "underline underline-offset-4";

function calledIn(said: unknown): number {
  if (typeof said !== "object" || said === null || !("called" in said)) return 0;
  return typeof said.called === "number" ? said.called : 0;
}
