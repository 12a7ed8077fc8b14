// npm run content -- check  reads and checks all content, prints every problem with its path
// npm run content -- build  the same, then writes it into the database
import { checkContent } from "#lib/content/check.ts";
import { readContent } from "#lib/content/read.ts";
import { LANGUAGES } from "#lib/i18n/languages.ts";
import { generateClient, isBuilt } from "./building.ts";
import "./pipe.ts";

const job = process.argv[2];
if (job !== "check" && job !== "build") fail("usage: npm run content -- check | build");

const { content, problems } = await readContent();
problems.push(...checkContent(content));
for (const { path, message } of problems) console.error(`content/${path}: ${message}`);
if (problems.length > 0) fail(`${problems.length} problem(s); nothing was written`);

const { topics, cards } = content;
console.log(`${cards.length} cards in ${LANGUAGES.length} languages, no problems`);
for (const { id } of topics) console.log(`  topic ${id}: ${cards.filter((card) => card.topicId === id).length}`);
for (const level of ["junior", "mid", "senior"]) {
  console.log(`  level ${level}: ${cards.filter((card) => card.spec.level === level).length}`);
}

if (job === "build") {
  if (!isBuilt() && !(await generateClient())) fail("The database client could not be generated; see above.");
  // Imported only now: it needs the client that was just generated.
  const { makeDatabase } = await import("./database.ts");
  const made = await makeDatabase(new Date());
  if (!made.ok) fail(made.message);
  console.log(made.message);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
