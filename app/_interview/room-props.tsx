import type { ReactNode } from "react";
import { tellHost } from "#app/_simulation/telling.ts";
import { Markdown } from "#app/_ui/markdown.tsx";
import type { Language } from "#lib/i18n/languages.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";
import { describeSpan } from "#lib/i18n/span.ts";
import { saidIn } from "#lib/interview/heard.ts";
import type { InterviewerWords, PairView, Room } from "#lib/interview/queries.ts";
import { NO_ACK, type Row } from "#lib/quiz/draw.ts";
import { untouched } from "./arrangement.ts";

/** A segment on the whiteboard, with the names of its buttons. */
export interface BoardRow {
  readonly flight: string;
  readonly way: string;
  readonly numbers: string;
  readonly up: string;
  readonly down: string;
  readonly flagsOf: string;
}

/** What the screen of an interview shows, in words. */
export function roomProps(room: Room, language: Language, m: Messages) {
  const words = m.room;
  const { course, rules } = room;
  const board = room.board?.map((row) => boardRow(row, m)) ?? null;
  return {
    interviewId: room.id,
    language,
    /** What the screen decides about; the same object until the page is asked again. */
    asked: {
      ...{ turn: room.turn, phase: course.phase, rules, limitMs: room.limitMs, elapsedMs: course.elapsedMs },
      ...{ thinkMs: room.thinkMs, answerMs: room.answerMs },
      draft: { text: room.draft.text, board: room.draft.board ?? (board && untouched(board)) },
    },
    number: say(words.number, { n: room.question + 1, of: room.of }),
    kind: room.said.kind,
    said: saidText(room.said, m),
    away:
      course.awayMs > 0
        ? say(rules.countsAbsence ? words.awayCounted : words.away, { span: describeSpan(course.awayMs, m) })
        : null,
    board,
  };
}
export type RoomProps = ReturnType<typeof roomProps>;

/** What an interviewer says, in the language of the page; plain text, since it may be read aloud. */
export function saidText(said: InterviewerWords, m: Messages): string {
  const words = m.room;
  switch (said.kind) {
    case "question":
    case "follow-up":
      return plain(said.text);
    case "sure":
      return say(words.sure, { said: plain(said.text) });
    case "more":
      return words.more;
    case "board":
      return words.boardAsk;
  }
}

/** Without the marks of code: a voice would read them out. */
function plain(markdown: string): string {
  return markdown.replaceAll("`", "");
}

function boardRow(row: Row, m: Messages): BoardRow {
  const words = m.room;
  const told = tellRow(row, m);
  const segment = `${told.way}, ${told.numbers}`;
  return {
    flight: String(row.flight),
    ...told,
    up: say(words.up, { segment }),
    down: say(words.down, { segment }),
    flagsOf: say(words.flagsOf, { segment }),
  };
}

/** A segment in words: which way it goes, and its numbers. */
export function tellRow({ from, to, seq, ack, len, isLost }: Row, m: Messages) {
  const hosts = m.player;
  const numbers = [`seq=${seq}`, ack === NO_ACK ? "" : `ack=${ack}`, len === "0" ? "" : `len=${len}`];
  const lost = isLost ? ` ✕ ${m.room.lost}` : "";
  return {
    way: `${tellHost(from, hosts)} → ${tellHost(to, hosts)}${lost}`,
    numbers: numbers.filter(Boolean).join(" "),
  };
}

/** What only the interviewer sees: rendered here, so that the page ships no Markdown. */
export function pairProps(room: Room, pair: PairView, language: Language, m: Messages) {
  const words = m.room.pair;
  const { card, ticked, board, asked } = pair;
  const text = card.texts[language];
  const markdown = (source: string): ReactNode => <Markdown language={language}>{source}</Markdown>;
  const pointOf = (id: string) => text.keyPoints[card.keyPointIds.indexOf(id)] ?? id;
  return {
    question: room.question,
    isLast: room.question + 1 >= room.of,
    ticked,
    keyPoints: card.keyPointIds.map((id, i) => ({ id, text: markdown(text.keyPoints[i] ?? id) })),
    model: markdown(text.short),
    mistakes: text.mistakes
      .flatMap((mistake) => saidIn(mistake) ?? [])
      .map((said) => say(words.mistake, { said: plain(said) })),
    followUps: card.followUps.map(({ probes, texts }, index) => ({
      index,
      wasAsked: asked.includes(index),
      question: plain(texts[language].question),
      when: probes === null ? words.harder : say(words.goesAfter, { point: plain(pointOf(probes)) }),
      answer: markdown(texts[language].answer),
    })),
    drawn: board?.map((row) => ({ flight: row.flight, flags: row.flags ?? "", ...tellRow(row, m) })) ?? null,
  };
}
export type PairProps = ReturnType<typeof pairProps>;
