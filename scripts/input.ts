import { readFileSync } from "node:fs";
import type { z } from "zod";
import { issuesOf } from "#lib/content/issues.ts";

/** A file as JSON; "-" is standard input. */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file === "-" ? 0 : file, "utf8"));
  } catch (error) {
    return fail(`${file}: ${error instanceof Error ? error.message : error}`);
  }
}

/** What the schema makes of it; every problem is printed with its path, and ends the command. */
export function parsed<T>(schema: z.ZodType<T>, value: unknown, file: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = issuesOf(result.error);
  for (const { path, message } of issues) console.error(`${file}: ${path.join(".") || "(top)"}: ${message}`);
  return fail(`${issues.length} problem(s)`);
}

export function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
