import { checkContent } from "#lib/content/check.ts";
import { readContent } from "#lib/content/read.ts";
import type { Problem } from "#lib/content/schema.ts";
import { type Written, writeContent } from "#lib/content/write.ts";
import { openDatabase } from "#lib/db/client.ts";

/** Read, check, write: content with a problem is not written at all. */
export async function seed(file: string, now: Date): Promise<Written | { problems: Problem[] }> {
  const { content, problems } = await readContent();
  problems.push(...checkContent(content));
  if (problems.length > 0) return { problems };
  const db = openDatabase(file);
  try {
    return await writeContent(db, content, now);
  } finally {
    await db.$disconnect();
  }
}
