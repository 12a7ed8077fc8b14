import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { LANGUAGES, type Language } from "#lib/i18n/languages.ts";
import {
  type Gallery,
  NO_SUCH_SCENARIO,
  resolveScenario,
  wholeGallery,
  whyNotWhole,
  withDifferences,
} from "./gallery.ts";
import { issuesOf } from "./issues.ts";
import { type Differences, scenario as scenarioSchema, type WrittenScenario } from "./scenario.ts";
import {
  type Card,
  type CardText,
  type Claim,
  type Content,
  cardSpec,
  claimSpec,
  type Exhibit,
  GALLERY_GROUPS,
  galleryEntry,
  notesSpec,
  type Problem,
  type RecordedSegment,
  recordedSegment,
  type Scenario,
  type Simulation,
  simulation as simulationSchema,
  type Topic,
  topicSpec,
} from "./schema.ts";
import { parseText } from "./text.ts";

/** The folders beside the topics. */
const GALLERY = "scenarios";
const CLAIMS = "claims";

export const CONTENT_DIR = path.resolve(import.meta.dirname, "../../content");

/** Reads every topic and card below `root`. Reading goes on behind a problem, so that all of them are told at once. */
export async function readContent(root: string = CONTENT_DIR): Promise<{ content: Content; problems: Problem[] }> {
  const topics: Topic[] = [];
  const cards: Card[] = [];
  const problems: Problem[] = [];
  const exhibits = await readExhibits(root, problems);
  const models: Models = {
    gallery: new Map(exhibits.map(({ id, spec }) => [id, spec.scenario])),
    shows: new Map(exhibits.map(({ id, spec }) => [id, spec.shows])),
  };
  const notes = await readModule(path.join(root, "notes.ts"), notesSpec, root, problems);
  const claims = await readClaims(root, models, problems);
  for (const topicId of await foldersOf(root)) {
    if (topicId === GALLERY || topicId === CLAIMS) continue;
    const file = path.join(root, topicId, "topic.ts");
    const spec = await readModule(file, topicSpec, root, problems);
    if (spec) topics.push({ id: topicId, spec });
    for (const slug of await foldersOf(path.join(root, topicId))) {
      const card = await readCard(root, topicId, slug, models, problems);
      if (card) cards.push(card);
    }
  }
  topics.sort((a, b) => a.spec.order - b.spec.order);
  const place = new Map(topics.map((topic, i) => [topic.id, i]));
  cards.sort((a, b) => (place.get(a.topicId) ?? 0) - (place.get(b.topicId) ?? 0) || a.spec.order - b.spec.order);
  const content = { notes: notes ?? { questions: {}, claims: 0 }, claims, exhibits, topics, cards };
  return { content, problems };
}

/** What a scenario can be like, and what the film of each shows. */
interface Models {
  readonly gallery: Gallery;
  readonly shows: ReadonlyMap<string, Simulation["shows"]>;
}

async function readCard(
  root: string,
  topicId: string,
  slug: string,
  models: Models,
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
    for (const { line, message } of parsed.problems) problems.push({ path: path.relative(root, file), line, message });
    if (parsed.text) texts[language] = parsed.text;
  }
  const { en, zh } = texts;
  if (!spec || !en || !zh) return null;
  const where = path.relative(root, path.join(folder, "card.ts"));
  const simulation = resolveSimulation(spec.simulation, models, where, problems);
  if (simulation === null) return null;
  const contrastShows = spec.simulation.contrast.shows;
  const written = spec.simulation.scenario;
  return {
    id: `${topicId}/${slug}`,
    topicId,
    spec: { ...spec, simulation },
    contrastShows,
    texts: { en, zh },
    written,
  };
}

/** The scenario that is meant, whole, and the one of its contrast; null, and a problem, when that is not to be had. */
function resolveSimulation(
  {
    scenario: spec,
    shows,
    contrast,
  }: Pick<z.infer<typeof cardSpec>["simulation"], "scenario" | "shows"> & {
    contrast: Pick<Simulation["contrast"], "label"> & { change: Differences };
  },
  models: Models,
  where: string,
  problems: Problem[],
): Simulation | null {
  const scenario = resolveScenario(spec, models.gallery);
  if (scenario === null) {
    problems.push({ path: where, at: ["simulation", "like"], message: NO_SUCH_SCENARIO });
    return null;
  }
  const promised = shows ?? showsOfModel(spec, models);
  if (promised === undefined) {
    const message =
      "simulation.shows: say what the film must show; only what is like another and no different may leave it out";
    problems.push({ path: where, at: ["simulation"], message });
    return null;
  }
  const other = { label: contrast.label, scenario: withDifferences(scenario, contrast.change) };
  const parsed = simulationSchema.safeParse({ scenario, shows: promised, contrast: other });
  if (parsed.success) return parsed.data;
  for (const issue of issuesOf(parsed.error)) {
    problems.push({ path: where, at: ["simulation"], message: `simulation.${issue.path.join(".")}: ${issue.message}` });
  }
  return null;
}

/**
 * The same scenario has the same film, which keeps what is promised of it. Any difference, and be it of a number, may tell
 * another story: under the rules of another kernel, or with initial numbers that a forged segment does not hit.
 */
function showsOfModel(spec: WrittenScenario, { shows }: Models): Simulation["shows"] | undefined {
  return "like" in spec && Object.keys(spec).length === 1 ? shows.get(spec.like) : undefined;
}

/** content/claims/A1.ts …, by number. */
async function readClaims(root: string, models: Models, problems: Problem[]): Promise<Claim[]> {
  const claims: Claim[] = [];
  for (const file of await modulesIn(path.join(root, CLAIMS))) {
    const spec = await readModule(path.join(root, CLAIMS, file), claimSpec, root, problems);
    const where = path.join(CLAIMS, file);
    const simulation = spec && resolveSimulation(spec.simulation, models, where, problems);
    if (!spec || !simulation) continue;
    const written = spec.simulation.scenario;
    claims.push({ id: path.basename(file, ".ts"), spec: { ...spec, simulation }, written });
  }
  return claims.sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
}

/** content/scenarios/NAME.ts: what cards share, and the lab begins with. */
async function readExhibits(root: string, problems: Problem[]): Promise<Exhibit[]> {
  const entries = new Map<string, z.infer<typeof galleryEntry>>();
  for (const file of await modulesIn(path.join(root, GALLERY))) {
    const spec = await readModule(path.join(root, GALLERY, file), galleryEntry, root, problems);
    if (spec !== null) entries.set(path.basename(file, ".ts"), spec);
  }
  const written = new Map([...entries].map(([id, { scenario }]) => [id, scenario]));
  const whole = wholeGallery(written);
  const exhibits: Exhibit[] = [];
  for (const [id, spec] of entries) {
    const where = `${GALLERY}/${id}.ts`;
    const scenario = readWhole(whole.get(id), whyNotWhole(id, written), where, problems);
    if (scenario === null) continue;
    const recorded = spec.trace === undefined ? null : await readRecording(spec.trace);
    if (recorded === null && spec.trace !== undefined) {
      problems.push({ path: where, message: `trace: there is no recording ${spec.trace}` });
    }
    exhibits.push({ id, spec: { ...spec, scenario }, written: spec.scenario, recorded });
  }
  const place = (group: Exhibit["spec"]["group"]) => GALLERY_GROUPS.indexOf(group);
  return exhibits.sort((a, b) => place(a.spec.group) - place(b.spec.group) || a.spec.order - b.spec.order);
}

/** A scenario of the gallery as it stands when all differences are made; null, and a problem, where that is none. */
function readWhole(
  scenario: Scenario | undefined,
  why: string | null,
  where: string,
  problems: Problem[],
): z.infer<typeof scenarioSchema> | null {
  if (scenario === undefined) {
    if (why !== null) problems.push({ path: where, at: ["scenario", "like"], message: why });
    return null;
  }
  const parsed = scenarioSchema.safeParse(scenario);
  if (parsed.success) return parsed.data;
  for (const issue of issuesOf(parsed.error)) {
    problems.push({ path: where, at: ["scenario"], message: `scenario.${issue.path.join(".")}: ${issue.message}` });
  }
  return null;
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
    const message = `${issue.path.join(".") || "default export"}: ${issue.message}`;
    problems.push({ path: where, at: issue.path, message });
  }
  return null;
}

async function modulesIn(dir: string): Promise<string[]> {
  const files = await readdir(dir).catch(() => []);
  return files.filter((name) => name.endsWith(".ts")).sort();
}

async function foldersOf(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
