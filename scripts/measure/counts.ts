import path from "node:path";
import { importsOf, isNode, isTest, type Node, ownSources, textOf, treeOf, walk } from "./source.ts";

/** A longer function does two things. */
const FUNCTION_LINES_MAX = 60;
/** A longer component draws and decides. */
const COMPONENT_LINES_MAX = 70;
/** More files side by side are a room that nobody has ordered. */
const FOLDER_FILES_MAX = 25;

export interface Counted {
  readonly name: string;
  /** What was counted, one line each, the worst first. */
  readonly found: readonly string[];
  /** How many there may be; null: it is only told. */
  readonly most: number | null;
}

/** How the house stands: what its rules say in numbers, from the syntax tree of every file that is not a test. */
export function countAll(): Counted[] {
  const files = ownSources().filter((file) => !isTest(file));
  const functions = files.flatMap(functionsIn);
  const components = functions.filter(({ isComponent }) => isComponent);
  const routes = files.filter((file) => file.startsWith("app/[locale]/"));
  return [
    {
      name: `functions over ${FUNCTION_LINES_MAX} lines`,
      found: longest(functions, FUNCTION_LINES_MAX),
      most: 6,
    },
    {
      name: `components over ${COMPONENT_LINES_MAX} lines`,
      found: longest(components, COMPONENT_LINES_MAX),
      most: 0,
    },
    { name: "exported names declared twice", found: twice(files), most: 0 },
    { name: `folders with more than ${FOLDER_FILES_MAX} files side by side`, found: fullFolders(files), most: 0 },
    { name: "imports from one route to another", found: betweenRoutes(routes), most: 0 },
    { name: "places of texts", found: placesOfTexts(files), most: 1 },
    {
      name: "unit tests under app",
      found: ownSources().filter((file) => /^app\/.*\.test\.ts$/.test(file)),
      most: null,
    },
  ];
}

interface Measured {
  readonly file: string;
  readonly name: string;
  readonly lines: number;
  /** Its name begins as a component's does, in a file that can draw. */
  readonly isComponent: boolean;
}

function functionsIn(file: string): Measured[] {
  const text = textOf(file);
  const found: Measured[] = [];
  walk(treeOf(file), (node, parent) => {
    if (!FUNCTIONS.has(node.type)) return;
    const name = nameOf(node, parent);
    const lines = text.slice(node.start, node.end).split("\n").length;
    found.push({ file, name, lines, isComponent: file.endsWith(".tsx") && /^[A-Z]/.test(name) });
  });
  return found;
}

const FUNCTIONS = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);

function nameOf(node: Node, parent: Node | null): string {
  for (const named of [node.id, parent?.id, parent?.key]) {
    if (isNode(named) && typeof named.name === "string") return named.name;
  }
  return "(without a name)";
}

function longest(functions: readonly Measured[], most: number): string[] {
  return functions
    .filter(({ lines }) => lines > most)
    .sort((a, b) => b.lines - a.lines)
    .map(({ file, name, lines }) => `${lines} ${name} (${file})`);
}

/** Names that the framework wants, in every page and at every door. */
const FRAMEWORK = /^(GET|PUT|POST|DELETE|metadata|generateMetadata|config|viewport)$/;

function twice(files: readonly string[]): string[] {
  const places = new Map<string, string[]>();
  for (const file of files.filter((one) => !one.startsWith("content/"))) {
    for (const name of declaredExportsOf(file)) {
      if (!FRAMEWORK.test(name)) places.set(name, [...(places.get(name) ?? []), file]);
    }
  }
  return [...places]
    .filter(([, in_]) => new Set(in_).size > 1)
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([name, in_]) => `${name} (${[...new Set(in_)].join(", ")})`);
}

function declaredExportsOf(file: string): string[] {
  const { body } = treeOf(file) as unknown as { body: readonly Node[] };
  return body.flatMap((node) => {
    if (node.type !== "ExportNamedDeclaration" || !isNode(node.declaration)) return [];
    const { id, declarations } = node.declaration;
    const named = isNode(id)
      ? [id]
      : ((declarations as readonly Node[] | undefined) ?? []).map((one) => one.id as Node);
    return named.flatMap(({ name }) => (typeof name === "string" ? [name] : []));
  });
}

function fullFolders(files: readonly string[]): string[] {
  const counts = new Map<string, number>();
  // Of content there may be any number.
  for (const file of files.filter((one) => !one.startsWith("content/")))
    counts.set(path.posix.dirname(file), (counts.get(path.posix.dirname(file)) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > FOLDER_FILES_MAX)
    .sort(([, a], [, b]) => b - a)
    .map(([folder, count]) => `${count} ${folder}`);
}

/** A page may take from its own folder; what several share has a room of its own. */
function betweenRoutes(routes: readonly string[]): string[] {
  return routes
    .flatMap(importsOf)
    .filter(({ from, to }) => to.startsWith("app/[locale]/") && path.posix.dirname(from) !== path.posix.dirname(to))
    .map(({ from, to }) => `${from} → ${to}`);
}

/**
 * Folders in whose files sentences in Chinese stand; content and tests are for that. A regular expression is no sentence:
 * what it knows of a language is grammar, for reading what people wrote.
 */
function placesOfTexts(files: readonly string[]): string[] {
  const folders = files
    .filter((file) => !file.startsWith("content/") && !file.startsWith("scripts/") && saysSomething(file))
    .map((file) => path.posix.dirname(file))
    // A folder within it is the same place.
    .filter((folder, _, all) => !all.includes(path.posix.dirname(folder)));
  return [...new Set(folders)].sort();
}

const SENTENCE = /\p{Script=Han}{4}/u;

function saysSomething(file: string): boolean {
  if (!SENTENCE.test(textOf(file))) return false;
  let says = false;
  walk(treeOf(file), ({ type, value }) => {
    if (type === "TemplateElement") says ||= SENTENCE.test((value as { readonly raw: string }).raw);
    else if (type === "Literal" || type === "JSXText") says ||= typeof value === "string" && SENTENCE.test(value);
  });
  return says;
}
