import type { ReactNode } from "react";
import { saidText } from "#app/_interview/room-props.tsx";
import { Markdown } from "#app/_ui/markdown.tsx";
import type { Language } from "#lib/i18n/languages.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";
import { clockTime } from "#lib/i18n/times.ts";
import type { DebriefProbe, DebriefQuestion } from "#lib/interview/debrief-queries.ts";
import { SPOKEN_ANSWER_MAX_MS } from "#lib/interview/score.ts";
import type { Scenario } from "#lib/tcp/world/scenario.ts";
import { BoardResult } from "./board-result.tsx";
import type { SheetQuestion } from "./judgement.ts";

/** What was asked, what was said to it, and what would have been good. */
export interface Exchange {
  readonly asked: string;
  /** "": nothing was noted. */
  readonly own: string;
  readonly note: string | null;
  readonly model: ReactNode;
}

/** A question of the debrief, rendered as far as it can be here. */
export interface QuestionProps extends SheetQuestion {
  readonly title: string;
  readonly href: string;
  readonly times: string;
  readonly main: Exchange;
  readonly probes: readonly Exchange[];
  readonly board: ReactNode;
  readonly points: readonly { readonly id: string; readonly text: ReactNode; readonly isHeard: boolean }[];
  readonly scenario: Scenario;
}

export function questionProps(question: DebriefQuestion, language: Language, m: Messages): QuestionProps {
  const words = m.debrief;
  const { card, main, suggested, followUps, board } = question;
  const text = card.texts[language];
  const markdown = (source: string) => <Markdown language={language}>{source}</Markdown>;
  return {
    topicId: question.topicId,
    keyPoints: question.keyPoints,
    wasSkipped: question.wasSkipped,
    thinkMs: question.thinkMs,
    answerMs: question.answerMs,
    question: question.question,
    title: text.question.replaceAll("`", ""),
    href: `/${language}/cards/${card.id}`,
    times: question.wasSkipped ? words.skippedOne : timesOf(question, m),
    main: {
      asked: text.question,
      own: main.text.trim(),
      note: noteOf(main.end, m),
      model: markdown(text.short),
    },
    probes: followUps.map((probe) => exchangeOf(probe, markdown, m)),
    board: board && <BoardResult {...board} m={m} />,
    points: card.keyPointIds.map((id, i) => ({
      id,
      text: markdown(text.keyPoints[i] ?? id),
      isHeard: suggested.includes(id),
    })),
    ticked: question.ticked,
    scenario: card.scenario,
  };
}

function timesOf({ main }: DebriefQuestion, m: Messages): string {
  const words = m.debrief;
  const parts = [say(words.times, { think: clockTime(main.thinkMs), answer: clockTime(main.answerMs) })];
  if (main.answerMs > SPOKEN_ANSWER_MAX_MS) parts.push(words.tooLong);
  if (main.repeats > 0) parts.push(say(words.repeats, { n: main.repeats }));
  return parts.join(" · ");
}

function exchangeOf(
  { said, turn, model }: DebriefProbe,
  markdown: (source: string) => ReactNode,
  m: Messages,
): Exchange {
  const asked = said.kind === "sure" ? say(m.debrief.sure, { said: said.text.replaceAll("`", "") }) : saidText(said, m);
  return { asked, own: turn.text.trim(), note: noteOf(turn.end, m), model: model === "" ? null : markdown(model) };
}

function noteOf(end: "open" | "answered" | "skipped" | "cut", m: Messages): string | null {
  if (end === "skipped") return m.debrief.skippedOne;
  return end === "cut" ? m.debrief.cut : null;
}
