import path from "node:path";
import type { Content } from "#lib/content/schema.ts";
import { makeFolder } from "#lib/db/folder.ts";
import { type Lock, takeLock } from "#lib/db/lock.ts";
import { isReady, type Prepared, prepareDatabase } from "#lib/db/prepare.ts";
import { troubleOf } from "#lib/db/trouble.ts";
import { insistOnFile } from "#lib/db/whole.ts";
import { seed } from "#prisma/seed.ts";
import { digestOf } from "../digest.ts";
import { adviceOn } from "./advice.ts";

/** What the content is made of, and what checks it and takes it apart. */
function contentDigest(): string {
  return digestOf(["content", "lib/content", "lib/tcp", "lib/quiz", "prisma/seed.ts"]);
}

type Refused = { readonly ok: false; readonly message: string };
type Made = { readonly ok: true; readonly message: string } | Refused;

/** Takes the lock on the database that serving it takes, or says who has it, or why it cannot be had. */
export function own(file: string): { readonly ok: true; readonly lock: Lock } | Refused {
  try {
    insistOnFile(file);
    makeFolder(path.dirname(file));
    const lock = takeLock(file);
    return lock === null ? refused(file, "running", "") : { ok: true, lock };
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble === null) throw error;
    return refused(file, trouble, error instanceof Error ? error.message : String(error));
  }
}

/**
 * Creates or migrates the database, which this program owns, and loads the content; what happened, or what stands in the
 * way, in sentences. `sound`: see `seed`.
 */
export async function makeDatabase(file: string, now: Date, sound?: Content): Promise<Made> {
  const prepared = await prepareDatabase(file);
  if (!prepared.ok) return refused(file, prepared.trouble, prepared.detail);
  const loaded = await load(file, now, sound);
  return loaded.ok ? { ok: true, message: [...happened(prepared), loaded.message].join("\n") } : loaded;
}

/** Loads the content into a database that a server has made ready and goes on serving. */
export async function loadContent(file: string, now: Date, sound?: Content): Promise<Made> {
  return (await isReady(file)) ? load(file, now, sound) : refused(file, "running", "");
}

async function load(file: string, now: Date, sound?: Content): Promise<Made> {
  try {
    const problems = await seed(file, contentDigest(), now, sound);
    if (problems.length === 0) return { ok: true, message: `Database ready: ${file}` };
    const told = problems.map(({ path, message }) => `content/${path}: ${message}`);
    return { ok: false, message: [...told, "The content has problems, so the database keeps what it had."].join("\n") };
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble === null) throw error;
    return refused(file, trouble, "");
  }
}

function refused(file: string, trouble: Parameters<typeof adviceOn>[0], detail: string): Refused {
  return { ok: false, message: [file, adviceOn(trouble, file), ...(detail ? [`(${detail})`] : [])].join("\n") };
}

function happened({ backup, setAside, withoutLog }: Extract<Prepared, { ok: true }>): string[] {
  return [
    ...(backup ? [`The database was brought up to date. As it was before: ${backup}`] : []),
    ...(withoutLog
      ? [
          `The file was written after its log (-wal), which fits and was folded in. Without it, it is kept: ${withoutLog}`,
        ]
      : []),
    ...(setAside ? [`Something that did not belong to the database was moved out of the way: ${setAside}`] : []),
  ];
}
