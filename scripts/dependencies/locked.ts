import { readFileSync } from "node:fs";

/** A package as package-lock.json has it, for whatever machine it is. */
export interface Locked {
  /** Of an alias: the package that it stands for. */
  readonly name: string;
  readonly version: string;
  /** An SPDX expression, as the package states it; null: it states none. */
  readonly licence: string | null;
  /** Whether `npm ci --omit=dev` installs it. */
  readonly runs: boolean;
  /** Installed only where it fits the machine. */
  readonly optional: boolean;
  readonly hasInstallScript: boolean;
  /** The versions of Node it says it works with; null: it says nothing. */
  readonly node: string | null;
}

interface Entry {
  readonly name?: string;
  readonly version: string;
  readonly license?: unknown;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly engines?: { readonly node?: string };
}

/** Every package that the lockfile names, in its order. */
export function lockedPackages(file = "package-lock.json"): Locked[] {
  const { packages } = JSON.parse(readFileSync(file, "utf8")) as { packages: Record<string, Entry> };
  return Object.entries(packages)
    .filter(([place]) => place !== "")
    .map(([place, entry]) => ({
      name: entry.name ?? place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length),
      version: entry.version,
      licence: typeof entry.license === "string" ? entry.license : null,
      runs: entry.dev !== true,
      optional: entry.optional === true,
      hasInstallScript: entry.hasInstallScript === true,
      node: entry.engines?.node ?? null,
    }));
}
