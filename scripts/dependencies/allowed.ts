import { isMet } from "./licence.ts";
import type { Locked } from "./locked.ts";

/** Licences that ask for no more than a notice. */
const ALLOWED: readonly string[] = [
  ...["MIT", "Apache-2.0", "ISC", "BSD-2-Clause", "BSD-3-Clause"],
  ...["0BSD", "BlueOak-1.0.0", "CC0-1.0", "Unlicense", "Python-2.0"],
];

/** A licence that certain packages may have beside those. */
export interface Exception {
  readonly packages: RegExp;
  /** null: they state none. */
  readonly licence: string | null;
  /** Whether the packages may be needed to run. */
  readonly runs: boolean;
  readonly reason: string;
}

export const EXCEPTIONS: readonly Exception[] = [
  {
    packages: /^lightningcss(-|$)/,
    licence: "MPL-2.0",
    runs: true,
    reason: "compresses style sheets during the build; it is used unchanged, and nothing of it is in what it writes",
  },
  {
    packages: /^@img\/sharp-/,
    licence: "LGPL-3.0-or-later",
    runs: true,
    reason: "Next brings it for images, which are never resized here; a library of its own, used unchanged if at all",
  },
  {
    packages: /^caniuse-lite$/,
    licence: "CC-BY-4.0",
    runs: true,
    reason: "facts about browsers, read during the build",
  },
  {
    packages: /^(axe-core|@axe-core\/playwright)$/,
    licence: "MPL-2.0",
    runs: false,
    reason: "judges the pages in browser tests; used unchanged",
  },
  {
    packages: /^elkjs$/,
    licence: "EPL-2.0",
    runs: false,
    reason: "of Prisma Studio, which comes with Prisma's command line; nothing here opens it",
  },
  {
    packages: /^@open-spaced-repetition\/binding-/,
    licence: null,
    runs: true,
    reason: "@open-spaced-repetition/binding, which is MIT, built for machines whose builds no registry had to ask",
  },
];

/** What a package may not be here with, a sentence each; also exceptions that nothing needs any more. */
export function licenceProblems(packages: readonly Locked[], exceptions: readonly Exception[] = EXCEPTIONS): string[] {
  const problems = packages.flatMap((pkg) => {
    const own = exceptions.filter((exception) => exception.packages.test(pkg.name));
    const isAllowed = (licence: string | null) =>
      own.some((exception) => exception.licence === licence && (exception.runs || !pkg.runs));
    if (pkg.licence === null) return isAllowed(null) ? [] : [`${idOf(pkg)} states no licence`];
    if (isMet(pkg.licence, (licence) => ALLOWED.includes(licence) || isAllowed(licence))) return [];
    return [`${idOf(pkg)} has a licence that is not allowed${pkg.runs ? " for what runs" : ""}: ${pkg.licence}`];
  });
  const idle = exceptions.filter(
    ({ packages: pattern, licence }) =>
      !packages.some(
        (pkg) => pattern.test(pkg.name) && (pkg.licence === licence || pkg.licence?.includes(licence ?? "\0")),
      ),
  );
  return [
    ...problems,
    ...idle.map(({ packages: pattern, licence }) => `no package ${pattern} needs the exception for ${licence}`),
  ];
}

export function idOf({ name, version }: Locked): string {
  return `${name}@${version}`;
}
