import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseSync } from "rolldown/utils";

/** What stands in the repository, as a parser sees it: for the rules that hold between rooms, and for counting. */

const ROOT = path.resolve(import.meta.dirname, "../..");
const PLACES = ["app", "content", "lib", "prisma", "scripts", "e2e"];
const ALONE = ["proxy.ts", "instrumentation-client.ts"];

/** All code of ours, by paths from the root; what Prisma writes is not ours. */
export function ownSources(): string[] {
  return [...PLACES.flatMap(filesIn), ...ALONE].filter(
    (file) => /\.(tsx?|[cm]js)$/.test(file) && !file.startsWith("lib/generated/"),
  );
}

/** Tests, and what only tests use. */
export function isTest(file: string): boolean {
  return /\.(test|spec)\.tsx?$|\btesting\.ts$|^e2e\/|vitest\.config/.test(file);
}

/** All files below a folder, by paths from the root. */
export function filesIn(place: string): string[] {
  return readdirSync(path.join(ROOT, place), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"));
}

export function textOf(file: string): string {
  return readFileSync(path.join(ROOT, file), "utf8");
}

/** A node of the tree (github.com/estree/estree, with TypeScript's own kinds); what it holds depends on its type. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [part: string]: unknown;
}

/** Throws what the parser objects to: a file of ours always parses. */
export function treeOf(file: string): Node {
  const { program, errors } = parseSync(file, textOf(file));
  const [error] = errors;
  if (error !== undefined) throw new Error(`${file}: ${error.message}`);
  return program as unknown as Node;
}

/** Calls `visit` with every node of a tree, from top to bottom, and with what it stands in. */
export function walk(node: Node, visit: (node: Node, parent: Node | null) => void, parent: Node | null = null): void {
  visit(node, parent);
  for (const part of Object.values(node)) {
    for (const child of Array.isArray(part) ? part : [part]) if (isNode(child)) walk(child, visit, node);
  }
}

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

export interface Import {
  readonly from: string;
  /** A file of ours by its path from the root, or the name of a package, as it is written. */
  readonly to: string;
  /** It is gone when the program runs. */
  readonly typeOnly: boolean;
}

/** Whatever a file takes from elsewhere: `import`, `export … from`, `import()`, `require()`, workers, `import("…").Type`. */
export function importsOf(file: string): Import[] {
  const found: Import[] = [];
  walk(treeOf(file), (node) => {
    const taken = TAKING[node.type]?.(node);
    const name = isNode(taken?.what) ? taken.what.value : undefined;
    if (taken && typeof name === "string")
      found.push({ from: file, to: resolved(file, name), typeOnly: taken.typeOnly });
  });
  return found;
}

type Taken = { readonly what: unknown; readonly typeOnly: boolean } | null;

const TAKING: Readonly<Record<string, (node: Node) => Taken>> = {
  ImportDeclaration: ({ source, importKind, specifiers }) => {
    const named = specifiers as readonly Node[];
    const areTypes = named.length > 0 && named.every((one) => one.importKind === "type");
    return { what: source, typeOnly: importKind === "type" || areTypes };
  },
  ExportAllDeclaration: ({ source, exportKind }) => ({ what: source, typeOnly: exportKind === "type" }),
  ExportNamedDeclaration: ({ source, exportKind }) => ({ what: source, typeOnly: exportKind === "type" }),
  TSImportType: ({ source }) => ({ what: source, typeOnly: true }),
  ImportExpression: ({ source }) => ({ what: source, typeOnly: false }),
  CallExpression: (node) => firstOf(node, "require"),
  // `new URL("./film.worker.ts", import.meta.url)`: how a worker is named.
  NewExpression: (node) => firstOf(node, "URL"),
};

/** The first argument of what is called so. */
function firstOf({ callee, arguments: given }: Node, name: string): Taken {
  const isCalled = isNode(callee) && callee.type === "Identifier" && callee.name === name;
  const [first] = given as readonly Node[];
  const isBeside = typeof first?.value === "string" && (name !== "URL" || first.value.startsWith("."));
  return isCalled && isBeside ? { what: first, typeOnly: false } : null;
}

function resolved(file: string, specifier: string): string {
  if (specifier.startsWith("#")) return specifier.slice(1);
  return specifier.startsWith(".") ? path.posix.join(path.posix.dirname(file), specifier) : specifier;
}
