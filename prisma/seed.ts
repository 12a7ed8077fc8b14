import type { Content, Problem } from "#lib/content/schema.ts";
import { writeContent, writtenFrom } from "#lib/content/write.ts";
import { openDatabase } from "#lib/db/client.ts";
import { dealDeck } from "#lib/review/log/deck.ts";
import { lacksTallies } from "#lib/review/log/tallies.ts";

/**
 * Read, check, write: content with a problem is not written at all. Checking runs every film; a database that was
 * written from the same content by the same code, as `digest` says, is left as it is. `sound`: the content, if somebody
 * has read and checked it just now.
 */
export async function seed(file: string, digest: string, now: Date, sound?: Content): Promise<readonly Problem[]> {
  const db = openDatabase(file);
  try {
    if ((await writtenFrom(db)) !== digest) {
      const { content, problems } = sound ? { content: sound, problems: [] } : await checkedContent();
      if (problems.length > 0) return problems;
      await writeContent(db, content, now, digest);
    }
    await dealDeck(db);
    if (await lacksTallies(db)) {
      // Imported only now, as the content's check below: most starts need neither, and it brings the simulator along.
      const { rebuild } = await import("#lib/review/log/rebuild.ts");
      await rebuild(db);
    }
    return [];
  } finally {
    await db.$disconnect();
  }
}

async function checkedContent(): Promise<{ content: Content; problems: readonly Problem[] }> {
  const { readContent } = await import("#lib/content/read.ts");
  const { checkContent } = await import("#lib/content/check/check.ts");
  const { content, problems } = await readContent();
  return { content, problems: [...problems, ...checkContent(content)] };
}
