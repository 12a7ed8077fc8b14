import { LANGUAGES } from "#lib/i18n/languages.ts";
import type { Card, Content, Problem } from "../schema.ts";

/** Everything that is named exists, what is needed comes first, no place is taken twice, nothing of the notes is left out. */
export function checkGraph(content: Content): Problem[] {
  return [
    ...content.cards.flatMap((card, i) => checkCard(card, i, content)),
    ...sameOrder(content.cards.map((card) => [`${card.id}/card.ts`, `${card.topicId} ${card.spec.order}`])),
    ...sameOrder(content.topics.map(({ id, spec }) => [`${id}/topic.ts`, String(spec.order)])),
    ...sameOrder(content.exhibits.map(({ id, spec }) => [`scenarios/${id}.ts`, `${spec.group} ${spec.order}`])),
    ...checkCoverage(content),
  ];
}

/** `content.cards` stand in the order of learning. */
function checkCard(card: Card, place: number, { cards, claims, topics, notes }: Content): Problem[] {
  const path = `${card.id}/card.ts`;
  const { requires = [], followUps, keyPoints, provenance } = card.spec;
  const problems: Problem[] = [];
  const tell = (at: string, message: string) => problems.push({ path, at: [at], message });
  if (!topics.some(({ id }) => id === card.topicId)) tell("", `the topic ${card.topicId} does not exist`);
  if (new Set(keyPoints).size < keyPoints.length) tell("keyPoints", "two key points have the same id");

  for (const id of requires) {
    const at = cards.findIndex((other) => other.id === id);
    if (at < 0) tell("requires", `requires ${id}, which does not exist`);
    else if (at >= place) tell("requires", `requires ${id}, which is learned later`);
  }
  for (const followUp of followUps) {
    if ("card" in followUp && (followUp.card === card.id || !cards.some(({ id }) => id === followUp.card))) {
      tell("followUps", `the follow-up ${followUp.card} is ${followUp.card === card.id ? "this card" : "no card"}`);
    }
    if (followUp.probes !== undefined && !keyPoints.includes(followUp.probes)) {
      tell("followUps", `a follow-up probes ${followUp.probes}, which is no key point`);
    }
  }
  const own = followUps.filter((followUp) => "own" in followUp).length;
  for (const language of LANGUAGES) {
    const listed = card.texts[language].followUps.length;
    if (listed !== own) {
      const message = `${listed} follow-up questions, but card.ts has ${own} of its own`;
      problems.push({
        path: `${card.id}/${language}.md`,
        at: [language === "en" ? "## Follow-ups" : "## 追问"],
        message,
      });
    }
  }
  for (const id of provenance.questions) {
    if (!(id in notes.questions)) tell("provenance", `the notes ask no question ${id}`);
  }
  for (const id of provenance.claims) {
    if (!claims.some((claim) => claim.id === id)) tell("provenance", `settles the claim ${id}, which is not audited`);
  }
  return problems;
}

/** Every question of the notes is asked by a card, every claim is settled by one. */
function checkCoverage({ notes, cards, claims }: Content): Problem[] {
  const asked = new Set(cards.flatMap((card) => card.spec.provenance.questions));
  const settled = new Set(cards.flatMap((card) => card.spec.provenance.claims));
  return [
    ...Object.keys(notes.questions)
      .filter((id) => !asked.has(id))
      .map((id) => ({ path: "notes.ts", at: [id], message: `no card asks ${id}` })),
    ...claims
      .filter(({ id }) => !settled.has(id))
      .map(({ id }) => ({ path: `claims/${id}.ts`, message: `no card settles ${id}` })),
  ];
}

function sameOrder(places: readonly (readonly [path: string, place: string])[]): Problem[] {
  const seen = new Map<string, string>();
  return places.flatMap(([path, place]) => {
    const other = seen.get(place);
    seen.set(place, path);
    return other === undefined ? [] : [{ path, at: ["order"], message: `has the same order as ${other}` }];
  });
}
