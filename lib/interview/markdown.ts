import type { Language } from "#lib/i18n/languages.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";
import { clockTime, momentName } from "#lib/i18n/times.ts";
import { gradeBoard } from "#lib/quiz/board.ts";
import type { Debrief, DebriefProbe, DebriefQuestion } from "./debrief-queries.ts";
import type { InterviewHistory } from "./history-queries.ts";
import { MINUTE_MS } from "./limits.ts";
import type { InterviewerWords } from "./queries.ts";
import { isFailed, type Score, SPOKEN_ANSWER_MAX_MS, scoreOf, weakest } from "./score.ts";

/** A debrief as Markdown: scores, then question by question what was said, ticked, and would have been good. */
export function debriefMarkdown(debrief: Debrief, language: Language, m: Messages): string {
  const words = m.debrief;
  const { startedAt, zone, wishes, course, questions, topics } = debrief;
  const score = scoreOf(questions);
  const weak = weakest(questions);
  const head = [
    momentName(startedAt, zone, language),
    say(words.about, { minutes: wishes.minutes, level: m.cards.levels[wishes.level] }),
  ];
  const used = say(words.usedOf, { used: clockTime(course.elapsedMs), of: clockTime(wishes.minutes * MINUTE_MS) });
  return blocks([
    `# ${words.heading}: ${head.join(" · ")}`,
    lines([
      `- ${words.points}: ${shareOf(score)}`,
      ...score.topics.map(
        ({ topicId, said, keyPoints }) =>
          `  - ${topics.get(topicId) ?? topicId}: ${say(words.pointsOf, { said, of: keyPoints })}`,
      ),
      `- ${words.start}: ${startOf(score)}`,
      `- ${say(words.overruns, { minutes: SPOKEN_ANSWER_MAX_MS / MINUTE_MS })}: ${say(words.of, { n: score.composure.overruns, of: score.composure.answers })}`,
      `- ${words.skipped}: ${score.composure.skipped}`,
      `- ${words.used}: ${used}`,
    ]),
    ...questions.flatMap((question, i) => questionBlocks(question, i + 1, wishes.mode === "pair", language, m)),
    `## ${words.first}`,
    weak.length === 0 ? words.firstNone : lines(weak.map(({ card }) => `- ${card.texts[language].question}`)),
  ]);
}

function questionBlocks(
  question: DebriefQuestion,
  number: number,
  isPair: boolean,
  language: Language,
  m: Messages,
): string[] {
  const words = m.debrief;
  const { card, main, ticked, followUps, board } = question;
  const text = card.texts[language];
  const times = question.wasSkipped
    ? words.skippedOne
    : say(words.times, { think: clockTime(question.thinkMs), answer: clockTime(question.answerMs) });
  const graded = board && gradeBoard(board.board, board.answer);
  return [
    `## ${number}. ${text.question}`,
    isFailed(question) ? `${times} · ${words.failed}` : times,
    `**${isPair ? words.notes : words.yours}**`,
    quoted(main.text, words.spoken),
    `**${words.keyPoints}**`,
    lines(card.keyPointIds.map((id, i) => `- [${ticked.includes(id) ? "x" : " "}] ${text.keyPoints[i] ?? id}`)),
    `**${words.model}**`,
    text.short,
    ...followUps.flatMap((probe) => probeBlocks(probe, m)),
    ...(graded ? [`**${words.board}**`, boardResult(graded, m)] : []),
  ];
}

function boardResult(graded: readonly { readonly ok: boolean }[], { debrief: words }: Messages): string {
  const right = graded.filter(({ ok }) => ok).length;
  return right === graded.length ? words.allCorrect : say(words.boardResult, { right, of: graded.length });
}

function probeBlocks({ said, turn, model }: DebriefProbe, m: Messages): string[] {
  const words = m.debrief;
  return [
    `### ${words.followUp}: ${askedIn(said, m)}`,
    quoted(turn.text, words.spoken),
    ...(model === "" ? [] : [`**${words.model}**`, model]),
  ];
}

function askedIn(said: InterviewerWords, m: Messages): string {
  if (said.kind === "more") return m.debrief.more;
  if (said.kind === "board") return m.debrief.board;
  if (said.kind === "sure") return say(m.debrief.sure, { said: said.text });
  return said.text;
}

/** The judged interviews as a table, the latest first. */
export function historyMarkdown(
  { interviews }: InterviewHistory,
  zone: string,
  language: Language,
  m: Messages,
): string {
  const words = m.history;
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
  const head = [words.when, words.what, words.points, words.start, words.overruns, words.skipped];
  const rows = interviews.flatMap(({ startedAt, wishes, score }) => {
    if (score === null) return [];
    const what = [
      say(m.spans.minutes, { n: wishes.minutes }),
      m.cards.levels[wishes.level],
      m.interview.clocks[wishes.clock].name,
    ];
    const { overruns, skipped } = score.composure;
    return [
      [momentName(startedAt, zone, language), what.join(", "), shareOf(score), startOf(score), overruns, skipped],
    ];
  });
  return blocks([
    `# ${words.heading}`,
    rows.length === 0 ? words.none : lines([row(head), row(head.map(() => "---")), ...rows.map(row)]),
  ]);
}

function shareOf({ points }: Score): string {
  return points === null ? "–" : `${Math.round(points * 100)}%`;
}

function startOf({ composure: { startMs } }: Score): string {
  return startMs === null ? "–" : clockTime(startMs);
}

/** Somebody's own words: as a quotation, whatever marks are in them. */
function quoted(text: string, nothing: string): string {
  const said = text.trim();
  if (said === "") return `_${nothing}_`;
  return lines(said.split(/\r?\n/).map((line) => `> ${line.replace(/[\\`*_[\]<>#|]/g, "\\$&")}`));
}

function lines(list: readonly string[]): string {
  return list.join("\n");
}

function blocks(list: readonly string[]): string {
  return `${list.join("\n\n")}\n`;
}
