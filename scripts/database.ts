import type { Content } from "#lib/content/schema.ts";
import { databaseFile } from "#lib/db/file.ts";
import { type Prepared, prepareDatabase } from "#lib/db/prepare.ts";
import { troubleOf } from "#lib/db/trouble.ts";
import { seed } from "#prisma/seed.ts";
import { digestOf } from "./digest.ts";

const ADVICE = {
  newer:
    "This database was made by a newer version of Retransmit. Update the program, or name another file in RETRANSMIT_DB.",
  edited:
    "A migration that this database went through was changed since. Restore prisma/migrations from the repository.",
  failed:
    "A migration of this database broke off half-way. Put the copy that was made beside it (.before-…) in its place.",
  foreign: "This is a database of another program. Name another file in RETRANSMIT_DB.",
  locked: "Another program is holding the database. Is Retransmit running already? Stop it, then try again.",
  "read-only": "The database file cannot be written. Check the permissions of the file and of its folder.",
  unreachable: "The database file cannot be opened. Check that its folder exists and may be read and written.",
  full: "The disk is full. Make room, then try again.",
  damaged:
    "This is not a database of Retransmit, or it is damaged. Restore a backup, or name another file in RETRANSMIT_DB.",
} satisfies Record<Extract<Prepared, { ok: false }>["trouble"], string>;

/** What the content is made of, and what checks it and takes it apart. */
function contentDigest(): string {
  return digestOf(["content", "lib/content", "lib/tcp", "lib/quiz", "prisma/seed.ts"]);
}

/** Creates or migrates the database and loads the content; what happened, or what stands in the way, in sentences. `sound`: see `seed`. */
export async function makeDatabase(now: Date, sound?: Content): Promise<{ ok: boolean; message: string }> {
  const file = databaseFile();
  const prepared = await prepareDatabase(file);
  if (!prepared.ok) return { ok: false, message: `${file}\n${ADVICE[prepared.trouble]}\n(${prepared.detail})` };
  const problems = await seed(file, contentDigest(), now, sound).catch((error: unknown) => {
    const trouble = troubleOf(error);
    if (trouble === null) throw error;
    return trouble;
  });
  if (typeof problems === "string") return { ok: false, message: `${file}\n${ADVICE[problems]}` };
  if (problems.length > 0) {
    const told = problems.map(({ path, message }) => `content/${path}: ${message}`);
    return { ok: false, message: [...told, "The content has problems, so the database keeps what it had."].join("\n") };
  }
  const backup = prepared.backup ? `A copy of the database as it was: ${prepared.backup}\n` : "";
  return { ok: true, message: `${backup}Database ready: ${file}` };
}
