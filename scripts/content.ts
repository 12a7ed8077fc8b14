// npm run content -- check  reads and checks all content, prints every problem with its path
// npm run content -- build  the same, then writes it into the database
import { checkContent } from "#lib/content/check.ts";
import { readContent } from "#lib/content/read.ts";
import { writeContent } from "#lib/content/write.ts";
import { openDatabase } from "#lib/db/client.ts";
import { databaseFile } from "#lib/db/file.ts";
import { prepareDatabase } from "#lib/db/prepare.ts";

const job = process.argv[2];
if (job !== "check" && job !== "build") fail("usage: npm run content -- check | build");

const { content, problems } = await readContent();
problems.push(...checkContent(content));
for (const { path, message } of problems) console.error(`content/${path}: ${message}`);
if (problems.length > 0) fail(`${problems.length} problem(s); nothing was written`);

for (const topic of content.topics) {
  console.log(`${topic.id.padEnd(12)} ${content.cards.filter((card) => card.topicId === topic.id).length} cards`);
}
const levels = countBy(content.cards.map((card) => card.spec.level));
console.log(
  `${content.cards.length} cards in 2 languages: ${Object.entries(levels)
    .map(([l, n]) => `${n} ${l}`)
    .join(", ")}`,
);

if (job === "build") {
  const file = databaseFile();
  const prepared = await prepareDatabase(file);
  if (!prepared.ok) fail(`${file}: ${prepared.trouble} (${prepared.detail})`);
  const db = openDatabase(file);
  const { changed, retired, unchanged } = await writeContent(db, content, new Date());
  await db.$disconnect();
  console.log(`${changed} written, ${unchanged} unchanged, ${retired} retired`);
}

function countBy(values: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
