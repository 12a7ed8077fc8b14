import type { Heading, List, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import type { Language } from "#lib/i18n/languages.ts";
import type { CardText } from "./schema.ts";

/** The headings of a card's text, in their order; the question itself is the title. */
export const HEADINGS = {
  en: {
    short: "In thirty seconds",
    full: "In full",
    keyPoints: "Key points",
    mistakes: "Usual mistakes",
    simulation: "In the simulation",
  },
  zh: { short: "三十秒回答", full: "完整回答", keyPoints: "要点", mistakes: "常见错误", simulation: "看模拟" },
} as const satisfies Record<Language, Record<Exclude<keyof CardText, "question">, string>>;

type Section = keyof (typeof HEADINGS)["en"];

/** Takes a card's Markdown apart. Problems come back as sentences with their line; the text is null when there are any. */
export function parseText(markdown: string, language: Language): { text: CardText | null; problems: string[] } {
  const problems: string[] = [];
  const nodes = fromMarkdown(markdown).children;
  const titles = nodes.filter((node): node is Heading => node.type === "heading" && node.depth <= 2);
  const [title, ...rest] = titles;
  if (title?.depth !== 1) problems.push("line 1: the text must begin with the question as a # heading");

  const found = rest.map((heading) => contentOf(markdown, heading));
  const wanted = Object.values(HEADINGS[language]);
  if (found.join() !== wanted.join()) {
    problems.push(`the ## headings must be ${wanted.join(", ")}; they are ${found.join(", ") || "missing"}`);
  }
  if (problems.length > 0 || title === undefined) return { text: null, problems };

  const between = (section: Section): RootContent[] => {
    const at = wanted.indexOf(HEADINGS[language][section]);
    const from = rest[at]?.position?.end.offset ?? 0;
    const to = rest[at + 1]?.position?.start.offset ?? markdown.length;
    return nodes.filter((n) => (n.position?.start.offset ?? -1) >= from && (n.position?.end.offset ?? 0) <= to);
  };
  const prose = (section: Section): string => {
    const part = between(section);
    const source = markdown.slice(part[0]?.position?.start.offset, part.at(-1)?.position?.end.offset).trim();
    if (part.length === 0 || source === "") problems.push(`"${HEADINGS[language][section]}" is empty`);
    return source;
  };
  const items = (section: Section): string[] => {
    const part = between(section);
    const list = part[0];
    if (part.length !== 1 || list?.type !== "list") {
      problems.push(`"${HEADINGS[language][section]}" must be one list and nothing else`);
      return [];
    }
    return itemsOf(markdown, list);
  };

  const text: CardText = {
    question: contentOf(markdown, title),
    short: prose("short"),
    full: prose("full"),
    keyPoints: items("keyPoints"),
    mistakes: items("mistakes"),
    simulation: prose("simulation"),
  };
  return { text: problems.length > 0 ? null : text, problems };
}

function itemsOf(markdown: string, list: List): string[] {
  return list.children.map((item) => {
    const from = item.children[0]?.position?.start.offset;
    const to = item.children.at(-1)?.position?.end.offset;
    return markdown.slice(from, to).trim();
  });
}

function contentOf(markdown: string, heading: Heading): string {
  const from = heading.children[0]?.position?.start.offset;
  const to = heading.children.at(-1)?.position?.end.offset;
  return from === undefined ? "" : markdown.slice(from, to).trim();
}
