import type { Heading, List, ListItem, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import type { Language } from "#lib/i18n/languages.ts";
import { cardsWords } from "#lib/i18n/words/cards.ts";
import type { CardText } from "./schema.ts";

/** The headings of a card's text, in their order; the question itself is the title. */
export const HEADINGS = {
  en: cardsWords.en.sections,
  zh: cardsWords.zh.sections,
} satisfies Record<Language, Record<Exclude<keyof CardText, "question">, string>>;

export type Section = keyof (typeof HEADINGS)["en"];

/** Only some questions need another form to be said, only a choice has options, only some cards have follow-ups of their own. */
const MAY_BE_MISSING: readonly Section[] = ["spoken", "choices", "followUps"];

export interface TextProblem {
  readonly line: number;
  readonly message: string;
}

/** Takes a card's Markdown apart. The text is null when there are problems. */
export function parseText(markdown: string, language: Language): { text: CardText | null; problems: TextProblem[] } {
  const problems: TextProblem[] = [];
  const nodes = fromMarkdown(markdown).children;
  const titles = nodes.filter((node): node is Heading => node.type === "heading" && node.depth <= 2);
  const [title, ...rest] = titles;
  if (title?.depth !== 1) problems.push({ line: 1, message: "the text must begin with the question as a # heading" });

  const sections = Object.entries(HEADINGS[language]) as [Section, string][];
  const found = rest.map((heading) => contentOf(markdown, heading));
  const wanted = sections.filter(([section, name]) => !MAY_BE_MISSING.includes(section) || found.includes(name));
  if (found.join() !== wanted.map(([, name]) => name).join()) {
    const at = found.findIndex((name, i) => name !== wanted[i]?.[1]);
    const message = `the ## headings must be ${wanted.map(([, name]) => name).join(", ")}; they are ${found.join(", ") || "missing"}`;
    problems.push({ line: lineOf(rest[Math.max(at, 0)]), message });
  }
  if (problems.length > 0 || title === undefined) return { text: null, problems };

  const headingOf = (section: Section) => rest[wanted.findIndex(([name]) => name === section)];
  const between = (section: Section): RootContent[] => {
    const heading = headingOf(section);
    if (heading === undefined) return [];
    const from = nodes.indexOf(heading) + 1;
    const next = rest[rest.indexOf(heading) + 1];
    return nodes.slice(from, next === undefined ? nodes.length : nodes.indexOf(next));
  };
  const wrong = (section: Section, message: string) =>
    problems.push({ line: lineOf(headingOf(section)), message: `"${HEADINGS[language][section]}" ${message}` });
  const prose = (section: Section): string => {
    const source = sourceOf(markdown, between(section));
    if (source === "") wrong(section, "is empty");
    return source;
  };
  const items = (section: Section): ListItem[] => {
    if (headingOf(section) === undefined) return [];
    const part = between(section);
    const list = part[0];
    if (part.length !== 1 || list?.type !== "list") {
      wrong(section, "must be one list and nothing else");
      return [];
    }
    return (list as List).children;
  };
  /** An item of two parts: its first paragraph, and what comes behind it. */
  const pairs = (section: Section): [string, string][] =>
    items(section).map((item) => {
      const [first, ...others] = item.children;
      const pair = [first ? sourceOf(markdown, [first]) : "", sourceOf(markdown, others)] as [string, string];
      if (pair.includes(""))
        wrong(section, "needs two paragraphs in every item: the question or option, then the answer");
      return pair;
    });

  const text: CardText = {
    question: contentOf(markdown, title),
    spoken: headingOf("spoken") === undefined ? "" : prose("spoken"),
    choices: pairs("choices").map(([choice, why]) => ({ text: choice, why })),
    short: prose("short"),
    full: prose("full"),
    keyPoints: items("keyPoints").map((item) => sourceOf(markdown, item.children)),
    mistakes: items("mistakes").map((item) => sourceOf(markdown, item.children)),
    followUps: pairs("followUps").map(([question, answer]) => ({ question, answer })),
    tryIt: prose("tryIt"),
    simulation: prose("simulation"),
  };
  return { text: problems.length > 0 ? null : text, problems };
}

/** The Markdown of some nodes that stand side by side; what is indented below a list item comes back to the margin. */
function sourceOf(markdown: string, nodes: readonly RootContent[]): string {
  const start = nodes[0]?.position?.start;
  const end = nodes.at(-1)?.position?.end;
  if (start === undefined || end === undefined) return "";
  const indented = " ".repeat(start.column - 1);
  return markdown.slice(start.offset, end.offset).replaceAll(`\n${indented}`, "\n").trim();
}

function contentOf(markdown: string, heading: Heading): string {
  return sourceOf(markdown, heading.children as RootContent[]);
}

function lineOf(heading: Heading | undefined): number {
  return heading?.position?.start.line ?? 1;
}
