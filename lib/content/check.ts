import { LANGUAGES, type Language } from "#lib/i18n/languages.ts";
import { violations } from "#lib/tcp/invariants.ts";
import { brokenBy } from "#lib/tcp/promise.ts";
import { simulate } from "#lib/tcp/simulate.ts";
import type { Card, Content, Problem, Simulation } from "./schema.ts";

/** The thirty-second answer: at most so many words in English, characters in Chinese. */
const SHORT_MAX = { en: 90, zh: 160 } as const satisfies Record<Language, number>;

/** Everything that is wrong with content that could be read; pure. */
export function checkContent(content: Content): Problem[] {
  const known = new Set(content.topics.map((topic) => topic.id));
  const problems = content.cards.flatMap((card) => [...checkTexts(card), ...checkSimulation(card)]);
  for (const card of content.cards) {
    if (!known.has(card.topicId)) problems.push({ path: card.id, message: `the topic ${card.topicId} does not exist` });
  }
  for (const { id, spec } of content.exhibits) problems.push(...checkFilm(`scenarios/${id}.ts`, spec));
  return [...problems, ...checkOrder(content), ...checkExhibitOrder(content)];
}

function checkTexts({ id, spec, texts }: Card): Problem[] {
  const problems: Problem[] = [];
  if (new Set(spec.keyPoints).size < spec.keyPoints.length) {
    problems.push({ path: `${id}/card.ts`, message: "two key points have the same id" });
  }
  for (const language of LANGUAGES) {
    const text = texts[language];
    const path = `${id}/${language}.md`;
    if (text.keyPoints.length !== spec.keyPoints.length) {
      const message = `${text.keyPoints.length} key points, but card.ts names ${spec.keyPoints.length}`;
      problems.push({ path, message });
    }
    const length = lengthOf(text.short, language);
    if (length > SHORT_MAX[language]) {
      const unit = language === "en" ? "words" : "characters";
      problems.push({
        path,
        message: `the thirty-second answer has ${length} ${unit}; ${SHORT_MAX[language]} are allowed`,
      });
    }
  }
  if (texts.en.mistakes.length !== texts.zh.mistakes.length) {
    problems.push({ path: id, message: "the two languages list different numbers of mistakes" });
  }
  return problems;
}

/** Words in English; in Chinese characters, where a Latin word counts as one. */
function lengthOf(text: string, language: Language): number {
  const plain = text.replace(/[*_`]/g, "");
  if (language === "en") return plain.split(/\s+/).filter(Boolean).length;
  return plain.match(/\p{Script=Han}|[A-Za-z0-9][\w.+/-]*/gu)?.length ?? 0;
}

/** The film is run, must be sound, come to rest or last as long as asked, and show what the card says it shows. */
function checkSimulation({ id, spec }: Card): Problem[] {
  return checkFilm(`${id}/card.ts`, spec.simulation).map(({ path, message }) => ({
    path,
    message: `simulation: ${message}`,
  }));
}

function checkFilm(path: string, { scenario, shows }: Simulation): Problem[] {
  const film = simulate(scenario);
  const broken = [...violations(film), ...shows.flatMap((promised) => brokenBy(film, promised) ?? [])];
  if (film.ended === "events") broken.push("the film does not come to rest");
  for (const rule of film.idleRules) broken.push(`wire.rules.${rule} never matches`);
  return broken.map((message) => ({ path, message }));
}

function checkExhibitOrder({ exhibits }: Content): Problem[] {
  const places = exhibits.map(({ spec }) => `${spec.group} ${spec.order}`);
  return exhibits.flatMap(({ id }, i) => {
    const other = places.indexOf(places[i] ?? "");
    if (other === i) return [];
    return [{ path: `scenarios/${id}.ts`, message: `has the same order as ${exhibits[other]?.id}` }];
  });
}

function checkOrder({ cards }: Content): Problem[] {
  const seen = new Map<string, string>();
  return cards.flatMap((card) => {
    const place = `${card.topicId} ${card.spec.order}`;
    const other = seen.get(place);
    seen.set(place, card.id);
    return other ? [{ path: `${card.id}/card.ts`, message: `has the same order as ${other}` }] : [];
  });
}
