// npm run content -- check [PATH]       reads and checks all content; prints every problem, or those below PATH
//                    [--notes FOLDER]   compares its wording with that of the notes, too
// npm run content -- build              the same, then writes it into the database
// npm run content -- new TOPIC/SLUG     begins a card
import { parseArgs } from "node:util";
import { checkContent } from "#lib/content/check/check.ts";
import { readContent } from "#lib/content/read.ts";
import type { Content } from "#lib/content/schema.ts";
import { databaseFile } from "#lib/db/file.ts";
import { beginCard } from "./content/begin.ts";
import { readNotes } from "./content/notes.ts";
import { summaryOf, tellProblem } from "./content/report.ts";
import { loadContent, makeDatabase, own } from "./serving/database.ts";
import "./pipe.ts";

const USAGE = "usage: npm run content -- check [PATH] [--notes FOLDER] | build | new TOPIC/SLUG";

const { job, operand, notes } = options();
if (job === "new") {
  const begun = await beginCard(operand);
  if (!begun.ok) fail(begun.message);
  console.log(begun.message);
} else if (job === "check" || job === "build") {
  const content = await check(job === "check" ? operand.replace(/^content\//, "") : "");
  if (job === "build") await build(content);
} else {
  fail(USAGE);
}

function options() {
  try {
    const { values, positionals } = parseArgs({ options: { notes: { type: "string" } }, allowPositionals: true });
    const [job, operand = ""] = positionals;
    return { job, operand, notes: values.notes };
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}

async function check(below: string): Promise<Content> {
  const { content, problems } = await readContent();
  problems.push(...checkContent(content, notes === undefined ? [] : await notesIn(notes)));
  const told = problems.filter(({ path }) => path.startsWith(below));
  for (const problem of told) console.error(await tellProblem(problem));
  if (told.length > 0) fail(`${told.length} problem(s); nothing was written`);
  if (below === "") for (const line of summaryOf(content)) console.log(line);
  else console.log(`no problem in content/${below}`);
  return content;
}

async function notesIn(folder: string): Promise<string[]> {
  return readNotes(folder).catch((error) => fail(`The notes cannot be read: ${error.message}`));
}

async function build(content: Content): Promise<void> {
  const file = databaseFile();
  const owned = own(file);
  // A server that runs has made the database ready, and goes on.
  const made = await (owned.ok ? makeDatabase : loadContent)(file, new Date(), content);
  if (!made.ok) fail(made.message);
  console.log(made.message);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
