import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { LANGUAGES, type Language } from "#lib/i18n/languages.ts";
import { type Gallery, resolveScenario } from "./gallery.ts";
import { issuesOf } from "./issues.ts";
import {
  type Card,
  type CardText,
  type Content,
  cardSpec,
  type Exhibit,
  GALLERY_GROUPS,
  galleryEntry,
  type Problem,
  type RecordedSegment,
  recordedSegment,
  simulation as simulationSchema,
  type Topic,
  topicSpec,
} from "./schema.ts";
import { parseText } from "./text.ts";

/** The folder beside the topics that holds the scenarios. */
const GALLERY = "scenarios";

export const CONTENT_DIR = path.resolve(import.meta.dirname, "../../content");

/** Reads every topic and card below `root`. Reading goes on behind a problem, so that all of them are told at once. */
export async function readContent(root: string = CONTENT_DIR): Promise<{ content: Content; problems: Problem[] }> {
  const topics: Topic[] = [];
  const cards: Card[] = [];
  const problems: Problem[] = [];
  const exhibits = await readExhibits(root, problems);
  const gallery = new Map(exhibits.map(({ id, spec }) => [id, spec.scenario]));
  for (const topicId of await foldersOf(root)) {
    if (topicId === GALLERY) continue;
    const file = path.join(root, topicId, "topic.ts");
    const spec = await readModule(file, topicSpec, root, problems);
    if (spec) topics.push({ id: topicId, spec });
    for (const slug of await foldersOf(path.join(root, topicId))) {
      const card = await readCard(root, topicId, slug, gallery, problems);
      if (card) cards.push(card);
    }
  }
  topics.sort((a, b) => a.spec.order - b.spec.order);
  const place = new Map(topics.map((topic, i) => [topic.id, i]));
  cards.sort((a, b) => (place.get(a.topicId) ?? 0) - (place.get(b.topicId) ?? 0) || a.spec.order - b.spec.order);
  return { content: { exhibits, topics, cards }, problems };
}

async function readCard(
  root: string,
  topicId: string,
  slug: string,
  gallery: Gallery,
  problems: Problem[],
): Promise<Card | null> {
  const folder = path.join(root, topicId, slug);
  const spec = await readModule(path.join(folder, "card.ts"), cardSpec, root, problems);
  const texts: Partial<Record<Language, CardText>> = {};
  for (const language of LANGUAGES) {
    const file = path.join(folder, `${language}.md`);
    const markdown = await readFile(file, "utf8").catch(() => null);
    if (markdown === null) {
      problems.push({ path: path.relative(root, file), message: "is missing" });
      continue;
    }
    const parsed = parseText(markdown, language);
    for (const message of parsed.problems) problems.push({ path: path.relative(root, file), message });
    if (parsed.text) texts[language] = parsed.text;
  }
  const { en, zh } = texts;
  if (!spec || !en || !zh) return null;
  const scenario = resolveScenario(spec.simulation.scenario, gallery);
  if (scenario === null) {
    const message = `simulation.scenario.like: there is no such scenario in content/${GALLERY}`;
    problems.push({ path: path.relative(root, path.join(folder, "card.ts")), message });
    return null;
  }
  const simulation = simulationSchema.parse({ ...spec.simulation, scenario });
  return { id: `${topicId}/${slug}`, topicId, spec: { ...spec, simulation }, texts: { en, zh } };
}

/** content/scenarios/NAME.ts: what cards share, and the lab begins with. */
async function readExhibits(root: string, problems: Problem[]): Promise<Exhibit[]> {
  const exhibits: Exhibit[] = [];
  const files = await readdir(path.join(root, GALLERY)).catch(() => []);
  for (const file of files.filter((name) => name.endsWith(".ts")).sort()) {
    const spec = await readModule(path.join(root, GALLERY, file), galleryEntry, root, problems);
    if (spec === null) continue;
    const recorded = spec.trace === undefined ? null : await readRecording(spec.trace);
    if (recorded === null && spec.trace !== undefined) {
      problems.push({ path: `${GALLERY}/${file}`, message: `trace: there is no recording ${spec.trace}` });
    }
    exhibits.push({ id: path.basename(file, ".ts"), spec, recorded });
  }
  const place = (group: Exhibit["spec"]["group"]) => GALLERY_GROUPS.indexOf(group);
  return exhibits.sort((a, b) => place(a.spec.group) - place(b.spec.group) || a.spec.order - b.spec.order);
}

/** The segments of a recorded connection; null: there is none of that name. */
async function readRecording(name: string): Promise<RecordedSegment[] | null> {
  const text = await readFile(path.join(RECORDINGS_DIR, `${name}.json`), "utf8").catch(() => null);
  return text === null ? null : recording.parse(JSON.parse(text)).segments;
}

const RECORDINGS_DIR = path.resolve(import.meta.dirname, "../conformance/data/traces");
const recording = z.object({ segments: z.array(recordedSegment) });

/** The default export of a content file, if it satisfies its schema; otherwise every problem with its path. */
async function readModule<T>(file: string, schema: z.ZodType<T>, root: string, problems: Problem[]): Promise<T | null> {
  const where = path.relative(root, file);
  let exported: unknown;
  try {
    exported = ((await import(pathToFileURL(file).href)) as { default?: unknown }).default;
  } catch (error) {
    problems.push({ path: where, message: error instanceof Error ? error.message : String(error) });
    return null;
  }
  const parsed = schema.safeParse(exported);
  if (parsed.success) return parsed.data;
  for (const issue of issuesOf(parsed.error)) {
    problems.push({ path: where, message: `${issue.path.join(".") || "default export"}: ${issue.message}` });
  }
  return null;
}

async function foldersOf(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
