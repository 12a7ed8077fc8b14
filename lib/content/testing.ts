import { calm } from "#lib/tcp/world/testing.ts";
import type { Card, CardText, Content } from "./schema.ts";

/** For tests: the id of the card that `contentOf` makes from a name. */
export function cardNamed(name: string): string {
  return `topic/${name}`;
}

const text: CardText = {
  question: "Why?",
  spoken: "",
  choices: [],
  short: "Because.",
  full: "Because of one, two and three.",
  keyPoints: ["one", "two", "three"],
  mistakes: ["**No.** Since.", "**Never.** Since."],
  followUps: [
    { question: "And then?", answer: "This." },
    { question: "And else?", answer: "That." },
  ],
  tryIt: "```sh\nss -tan\n```",
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
          contrast: {
            label: { en: "Without a client", zh: "没有客户端" },
            scenario: { ...calm, script: calm.script.slice(0, 1) } as Card["spec"]["simulation"]["scenario"],
          },
        },
        followUps: [{ own: "then", probes: "one" }, { own: "else" }],
        sources: [{ label: "RFC 9293" }],
        provenance: { questions: [], claims: [], notes: [] },
      },
      written: calm as Card["spec"]["simulation"]["scenario"],
      contrastShows: [{ kind: "ends", host: "server", state: "LISTEN" }],
      texts: { en: { ...text, question: `Why ${name}?` }, zh: { ...text, question: `为什么 ${name}？` } },
    }),
  );
  const notes = { questions: {}, claims: 0 };
  return {
    notes,
    claims: [],
    exhibits: [],
    topics: [{ id: "topic", spec: { order: 0, title: { en: "Topic", zh: "主题" } } }],
    cards,
  };
}
