import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { LANGUAGES, type Language } from "#lib/i18n/languages.ts";
import { EXERCISE_KINDS } from "#lib/quiz/exercise.ts";
import type { Card, CardText, Content, Problem } from "../schema.ts";
import { HEADINGS, type Section } from "../text.ts";
import { lengthOf, plainText, SHORT_MAX, supportOf, UNIT } from "../wording.ts";

/** A minute of silent reading: words in English, characters in Chinese. */
const PER_MINUTE = { en: 220, zh: 420 } as const satisfies Record<Language, number>;
const FULL_MINUTES_MAX = 4;

/** The least share of a key point's words that the answer must hold as well. */
const SUPPORT_MIN = { en: 0.5, zh: 0.4 } as const satisfies Record<Language, number>;

/** Each text is complete and not too long, says what its key points say, and both languages say it in the same steps. */
export function checkTexts(card: Card, content: Content): Problem[] {
  const problems = LANGUAGES.flatMap((language) => checkText(card, language, content));
  const { en, zh } = card.texts;
  const differ = (section: Section, message: string) =>
    problems.push({ path: `${card.id}/zh.md`, at: [`## ${HEADINGS.zh[section]}`], message });
  for (const section of ["mistakes", "followUps", "choices"] as const) {
    if (en[section].length !== zh[section].length) {
      differ(section, `${zh[section].length} items, but ${en[section].length} in English`);
    }
  }
  if ((en.spoken === "") !== (zh.spoken === "")) differ("spoken", "stands in one language only");
  for (const section of ["full", "tryIt"] as const) {
    const [one, other] = [shapeOf(en[section]), shapeOf(zh[section])];
    if (one !== other) differ(section, `is built as ${other}, but in English as ${one}`);
  }
  return problems;
}

function checkText(card: Card, language: Language, content: Content): Problem[] {
  const text = card.texts[language];
  const path = `${card.id}/${language}.md`;
  const problems: Problem[] = [];
  const tell = (section: Section, message: string) =>
    problems.push({ path, at: [`## ${HEADINGS[language][section]}`], message });

  const length = lengthOf(text.short, language);
  if (length > SHORT_MAX[language]) {
    tell("short", `the thirty-second answer has ${length} ${UNIT[language]}; ${SHORT_MAX[language]} are allowed`);
  }
  const minutes = lengthOf(text.full, language) / PER_MINUTE[language];
  if (minutes > FULL_MINUTES_MAX) {
    tell("full", `takes ${minutes.toFixed(1)} minutes to read; ${FULL_MINUTES_MAX} are allowed`);
  }
  const { keyPoints, exercise } = card.spec;
  if (text.keyPoints.length !== keyPoints.length) {
    tell("keyPoints", `${text.keyPoints.length} key points, but card.ts names ${keyPoints.length}`);
  }
  for (const point of text.keyPoints) {
    const { share, missing } = supportOf(point, `${text.short}\n${text.full}`, language);
    if (share < SUPPORT_MIN[language])
      tell("keyPoints", `the answer does not say "${point}": it lacks ${missing.join(", ")}`);
  }
  // A reader who hears the table needs a name for each column.
  if (/^\|(.*\|)? *\|(.*\n)\| *:?-/m.test(text.full)) tell("full", "a table has a column without a heading");
  if (exercise !== undefined && EXERCISE_KINDS[exercise.kind].needsEyes && text.spoken === "") {
    tell("spoken", `a question to ${exercise.kind} needs another form in which it can be said`);
  }
  if (text.mistakes.length < 2) tell("mistakes", "at least two usual mistakes");
  if (!/^( {4}|```)/m.test(text.tryIt)) tell("tryIt", "shows no command");
  const options = exercise?.kind === "choice" ? exercise.options.length : 0;
  if (text.choices.length !== options) tell("choices", `${text.choices.length} options, but card.ts has ${options}`);
  for (const url of linksOf(text)) {
    const message = wrongLink(url, content);
    if (message !== null) problems.push({ path, at: [url], message });
  }
  return problems;
}

/** The blocks of a text, and how many items a list has: what a reader sees without reading. */
function shapeOf(markdown: string): string {
  const blocks = fromMarkdown(markdown).children.map((node) => {
    if (node.type === "list") return `list of ${node.children.length}`;
    return node.type === "paragraph" && plainText(node).startsWith("|") ? "table" : node.type;
  });
  return blocks.join(", ");
}

function linksOf(text: CardText): string[] {
  const { choices, followUps, keyPoints, mistakes, short, full, tryIt, simulation } = text;
  const parts = [short, full, tryIt, simulation, ...keyPoints, ...mistakes];
  for (const { why } of choices) parts.push(why);
  for (const { answer } of followUps) parts.push(answer);
  return parts.flatMap((markdown) => urlsIn(fromMarkdown(markdown)));
}

function urlsIn(node: Nodes): string[] {
  const own = node.type === "link" || node.type === "image" || node.type === "definition" ? [node.url] : [];
  return "children" in node ? [...own, ...node.children.flatMap(urlsIn)] : own;
}

/** Links lead to a card, a claim, a scenario of the lab, or out over https. */
function wrongLink(url: string, { cards, claims, exhibits }: Content): string | null {
  if (url.startsWith("https://")) return null;
  const [, room, id] = /^\/(cards|claims|lab)\/?(.*)$/.exec(url) ?? [];
  const known =
    id === "" ||
    (room === "cards" && cards.some((card) => card.id === id)) ||
    (room === "claims" && claims.some((claim) => claim.id === id)) ||
    (room === "lab" && exhibits.some((exhibit) => `?from=${exhibit.id}` === id));
  return known ? null : `the link ${url} leads nowhere`;
}
