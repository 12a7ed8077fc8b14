import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { digestOf } from "./digest.ts";
import { NEXT, PRISMA, runNode } from "./run.ts";

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
const CLIENT = "lib/generated/prisma/client.ts";

/** Generates the database client, which everything that touches the database imports; false when that failed. */
export function generateClient(): Promise<boolean> {
  return runNode(PRISMA, "generate", "--config", "prisma/prisma.config.ts");
}

/** Makes the production build; the database client must be there. False when that failed. */
export async function build(): Promise<boolean> {
  rmSync(STAMP, { force: true });
  const from = fingerprint();
  const built = await runNode(NEXT, "build");
  if (built) writeFileSync(STAMP, from);
  return built;
}

/** Whether the build on disk was made from the sources as they are now. */
export function isBuilt(): boolean {
  return existsSync(CLIENT) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === fingerprint();
}

function fingerprint(): string {
  return digestOf(SOURCES);
}
