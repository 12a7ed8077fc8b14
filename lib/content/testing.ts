import { calm } from "#lib/tcp/testing.ts";
import type { Card, CardText, Content } from "./schema.ts";

/** For tests: the id of the card that `contentOf` makes from a name. */
export function cardNamed(name: string): string {
  return `topic/${name}`;
}

const text: CardText = {
  question: "Why?",
  short: "Because.",
  full: "Because of this and that.",
  keyPoints: ["one", "two", "three"],
  mistakes: ["**No.** Since."],
  simulation: "Watch.",
};

/** For tests: sound content with one card for each name, in this order. */
export function contentOf(names: readonly string[]): Content {
  const cards = names.map(
    (name, order): Card => ({
      id: cardNamed(name),
      topicId: "topic",
      spec: {
        order,
        level: "mid",
        keyPoints: ["one", "two", "three"],
        simulation: {
          scenario: calm as Card["spec"]["simulation"]["scenario"],
          shows: [{ kind: "ends", host: "server", state: "ESTABLISHED" }],
        },
        sources: [{ label: "RFC 9293" }],
        provenance: { questions: [], claims: [], notes: [] },
      },
      texts: { en: { ...text, question: `Why ${name}?` }, zh: { ...text, question: `为什么 ${name}？` } },
    }),
  );
  return { exhibits: [], topics: [{ id: "topic", spec: { order: 0, title: { en: "Topic", zh: "主题" } } }], cards };
}
