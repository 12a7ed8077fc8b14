import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { digestOf } from "./digest.ts";
import { NEXT, runNode } from "./run.ts";

/** What the build is made of. Content is not: it lives in the database. */
const SOURCES = [
  "app",
  "lib",
  "prisma/schema.prisma",
  "next.config.js",
  "proxy.ts",
  "package-lock.json",
  "package.json",
  "tsconfig.json",
];
const STAMP = ".next/built-from";

/** Makes the production build. False when that failed. */
export async function build(): Promise<boolean> {
  rmSync(STAMP, { force: true });
  const from = fingerprint();
  const built = await runNode(NEXT, "build");
  if (built) writeFileSync(STAMP, from);
  return built;
}

/** Whether the build on disk was made from the sources as they are now. */
export function isBuilt(): boolean {
  return existsSync(STAMP) && readFileSync(STAMP, "utf8") === fingerprint();
}

function fingerprint(): string {
  return digestOf(SOURCES);
}
