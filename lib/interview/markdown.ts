import type { Language } from "#lib/i18n/languages.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import { clockTime, momentName } from "#lib/i18n/times.ts";
import { gradeBoard } from "#lib/quiz/board.ts";
import type { Debrief, DebriefProbe, DebriefQuestion } from "./debrief.ts";
import type { InterviewHistory } from "./history.ts";
import { MINUTE_MS } from "./limits.ts";
import type { Said } from "./queries.ts";
import { isFailed, type Score, SPOKEN_ANSWER_MAX_MS, scoreOf, weakest } from "./score.ts";

/** A debrief as Markdown: scores, then question by question what was said, ticked, and would have been good. */
export function debriefMarkdown(debrief: Debrief, language: Language, m: Messages): string {
  const words = m.interview.debrief;
  const { startedAt, zone, wishes, course, questions, topics } = debrief;
  const score = scoreOf(questions);
  const weak = weakest(questions);
  const head = [momentName(startedAt, zone, language), words.about(wishes.minutes, m.cards.levels[wishes.level])];
  const used = words.usedOf(clockTime(course.elapsedMs), clockTime(wishes.minutes * MINUTE_MS));
  return blocks([
    `# ${words.heading}: ${head.join(" · ")}`,
    lines([
      `- ${words.points}: ${shareOf(score)}`,
      ...score.topics.map(
        ({ topicId, said, keyPoints }) => `  - ${topics.get(topicId) ?? topicId}: ${words.pointsOf(said, keyPoints)}`,
      ),
      `- ${words.start}: ${startOf(score)}`,
      `- ${words.overruns(SPOKEN_ANSWER_MAX_MS / MINUTE_MS)}: ${words.of(score.composure.overruns, score.composure.answers)}`,
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
  const words = m.interview.debrief;
  const { card, main, ticked, followUps, board } = question;
  const text = card.texts[language];
  const times = question.wasSkipped
    ? words.skippedOne
    : words.times(clockTime(question.thinkMs), clockTime(question.answerMs));
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
    ...(graded ? [`**${words.board}**`, words.boardResult(graded.filter(({ ok }) => ok).length, graded.length)] : []),
  ];
}

function probeBlocks({ said, turn, model }: DebriefProbe, m: Messages): string[] {
  const words = m.interview.debrief;
  return [
    `### ${words.followUp}: ${askedIn(said, m)}`,
    quoted(turn.text, words.spoken),
    ...(model === "" ? [] : [`**${words.model}**`, model]),
  ];
}

function askedIn(said: Said, m: Messages): string {
  if (said.kind === "more") return m.interview.debrief.more;
  if (said.kind === "board") return m.interview.debrief.board;
  if (said.kind === "sure") return m.interview.debrief.sure(said.text);
  return said.text;
}

/** The judged interviews as a table, the latest first. */
export function historyMarkdown(
  { interviews }: InterviewHistory,
  zone: string,
  language: Language,
  m: Messages,
): string {
  const words = m.interview.history;
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
  const head = [words.when, words.what, words.points, words.start, words.overruns, words.skipped];
  const rows = interviews.flatMap(({ startedAt, wishes, score }) => {
    if (score === null) return [];
    const what = [
      m.interview.minutesOf(wishes.minutes),
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
