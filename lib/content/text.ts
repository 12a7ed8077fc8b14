import type { Heading, ListItem, RootContent } from "mdast";
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
  const nodes = fromMarkdown(markdown).children;
  const [title, ...rest] = nodes.filter((node): node is Heading => node.type === "heading" && node.depth <= 2);
  const problems = [
    ...(title?.depth === 1 ? [] : [{ line: 1, message: "the text must begin with the question as a # heading" }]),
    ...headingProblems(markdown, rest, language),
  ];
  if (problems.length > 0 || title === undefined) return { text: null, problems };
  const sections = new Sections(markdown, nodes, rest, language);
  const text: CardText = {
    question: contentOf(markdown, title),
    spoken: sections.has("spoken") ? sections.prose("spoken") : "",
    choices: sections.pairs("choices").map(([choice, why]) => ({ text: choice, why })),
    short: sections.prose("short"),
    full: sections.prose("full"),
    keyPoints: sections.items("keyPoints").map((item) => sourceOf(markdown, item.children)),
    mistakes: sections.items("mistakes").map((item) => sourceOf(markdown, item.children)),
    followUps: sections.pairs("followUps").map(([question, answer]) => ({ question, answer })),
    tryIt: sections.prose("tryIt"),
    simulation: sections.prose("simulation"),
  };
  return { text: sections.problems.length > 0 ? null : text, problems: sections.problems };
}

/** The sections that are there must be those that there are, in their order. */
function headingProblems(markdown: string, headings: readonly Heading[], language: Language): TextProblem[] {
  const found = headings.map((heading) => contentOf(markdown, heading));
  const wanted = (Object.entries(HEADINGS[language]) as [Section, string][])
    .filter(([section, name]) => !MAY_BE_MISSING.includes(section) || found.includes(name))
    .map(([, name]) => name);
  if (found.join() === wanted.join()) return [];
  const at = found.findIndex((name, i) => name !== wanted[i]);
  const message = `the ## headings must be ${wanted.join(", ")}; they are ${found.join(", ") || "missing"}`;
  return [{ line: lineOf(headings[Math.max(at, 0)]), message }];
}

/** The sections of a text whose headings are as they should be; what is wrong within them is collected. */
class Sections {
  readonly problems: TextProblem[] = [];
  readonly #markdown: string;
  readonly #nodes: readonly RootContent[];
  readonly #headings: readonly Heading[];
  readonly #names: Readonly<Record<Section, string>>;

  constructor(markdown: string, nodes: readonly RootContent[], headings: readonly Heading[], language: Language) {
    this.#markdown = markdown;
    this.#nodes = nodes;
    this.#headings = headings;
    this.#names = HEADINGS[language];
  }

  has(section: Section): boolean {
    return this.#headingOf(section) !== undefined;
  }

  prose(section: Section): string {
    const source = sourceOf(this.#markdown, this.#nodesOf(section));
    if (source === "") this.#tell(section, "is empty");
    return source;
  }

  items(section: Section): ListItem[] {
    if (!this.has(section)) return [];
    const part = this.#nodesOf(section);
    const list = part[0];
    if (part.length === 1 && list?.type === "list") return list.children;
    this.#tell(section, "must be one list and nothing else");
    return [];
  }

  /** Items of two parts each: the first paragraph, and what comes behind it. */
  pairs(section: Section): [string, string][] {
    return this.items(section).map(({ children: [first, ...others] }) => {
      const pair: [string, string] = [first ? sourceOf(this.#markdown, [first]) : "", sourceOf(this.#markdown, others)];
      if (pair.includes(""))
        this.#tell(section, "needs two paragraphs in every item: the question or option, then the answer");
      return pair;
    });
  }

  #headingOf(section: Section): Heading | undefined {
    return this.#headings.find((heading) => contentOf(this.#markdown, heading) === this.#names[section]);
  }

  #nodesOf(section: Section): readonly RootContent[] {
    const heading = this.#headingOf(section);
    if (heading === undefined) return [];
    const next = this.#headings[this.#headings.indexOf(heading) + 1];
    const end = next === undefined ? this.#nodes.length : this.#nodes.indexOf(next);
    return this.#nodes.slice(this.#nodes.indexOf(heading) + 1, end);
  }

  #tell(section: Section, message: string): void {
    this.problems.push({ line: lineOf(this.#headingOf(section)), message: `"${this.#names[section]}" ${message}` });
  }
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
