import { spawn } from "node:child_process";

/** Runs a program of node_modules (or any script) with this Node; true when it ended well. Its output is shown. */
export function runNode(script: string, ...args: string[]): Promise<boolean> {
  const child = spawn(process.execPath, [script, ...args], { stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code === 0));
  });
}

export const NEXT = "node_modules/next/dist/bin/next";
/**
 * Prisma's command line, under a name of its own: `prisma` is an optional peer of @prisma/client, so that npm would install
 * it, and the 128 packages that it brings, for people who only run this program.
 */
export const PRISMA = "node_modules/prisma-cli/build/index.js";
export const TSX = "node_modules/tsx/dist/cli.mjs";
