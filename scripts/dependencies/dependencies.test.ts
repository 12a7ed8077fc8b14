import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { licenceProblems } from "./allowed.ts";
import { isMet } from "./licence.ts";
import { type Locked, lockedPackages } from "./locked.ts";
import { admitsAll } from "./node-range.ts";

interface Manifest {
  readonly engines: { readonly node: string };
  readonly allowScripts: Readonly<Record<string, boolean>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly overrides: Readonly<Record<string, string>>;
}
const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const locked = lockedPackages();

test("every dependency is one version, whenever it is installed", () => {
  const { dependencies, devDependencies, overrides } = manifest;
  const wanted = Object.entries({ ...dependencies, ...devDependencies, ...overrides });
  const loose = wanted.filter(([, version]) => !/^(npm:[^@]+@)?\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version));
  expect(wanted.length).toBeGreaterThan(20);
  expect(loose).toEqual([]);
});

test("every package works with every Node that is promised; an optional one is left out where it does not", () => {
  // Unused, of Prisma's command line: npm warns of it on Node 20, and it works without.
  const excused = ["@prisma/streams-local"];
  const narrow = locked.filter(
    ({ name, node, optional }) =>
      !optional && node !== null && !excused.includes(name) && !admitsAll(node, manifest.engines.node),
  );
  expect(narrow.map(({ name, node }) => `${name}: ${node}`)).toEqual([]);
});

test("no package runs a script when it is installed", () => {
  const withScript = locked.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name);
  const off = Object.keys(manifest.allowScripts).filter((name) => manifest.allowScripts[name] === false);
  expect(off.sort()).toEqual(withScript.sort());
  expect(off).toHaveLength(Object.keys(manifest.allowScripts).length);
});

test("Prisma's command line and what only it brings are not needed to run, nor is the browser of the tests", () => {
  const running = locked.filter(({ runs }) => runs).map(({ name }) => name);
  expect(running).toContain("@prisma/client");
  const brought = ["prisma", "@prisma/dev", "@prisma/studio-core", "effect", "mysql2", "elkjs", "playwright-core"];
  expect(running.filter((name) => brought.includes(name))).toEqual([]);
});

test.each<[range: string, wanted: string, admitted: boolean]>([
  [">=20.9.0", "^20.19.0 || >=24.0.0", true],
  ["^20.19.0 || >=22.12.0", "^20.19.0 || ^22.12.0 || >=24.0.0", true],
  ["^20.0.0 || ^21.0.0 || >= 22", ">=20.19", true],
  ["^20.19.0 || ^22.13.0 || >=23.5.0", "^22.12.0", false],
  ["^20.0.0 || ^22.0.0", ">=20.19.0", false],
  [">=22.0.0", "^20.19.0 || ^22.12.0", false],
])("%s admits all of %s: %s", (range, wanted, admitted) => {
  expect(admitsAll(range, wanted)).toBe(admitted);
});

test.each<[expression: string, met: boolean]>([
  ["A", true],
  ["X", false],
  ["A OR X", true],
  ["X or A", true],
  ["A AND X", false],
  ["A AND B AND X", false],
  ["A and B", true],
  ["X AND A OR B", true],
  ["B OR X AND A", true],
  ["X AND (A OR B)", false],
  ["(X OR A) AND (B)", true],
  ["A WITH B", false],
  ["A B", false],
  ["(A", false],
  ["A OR", false],
  ["OR", false],
  ["", false],
  ["SEE LICENSE IN A", false],
])("of the licences A and B, “%s” can be met: %s", (expression, met) => {
  expect(isMet(expression, (licence) => licence === "A" || licence === "B")).toBe(met);
});

const calm: Locked = {
  ...{ name: "calm", version: "1.0.0", licence: "MIT", runs: true },
  ...{ optional: false, hasInstallScript: false, node: null },
};
const heavy = { packages: /^heavy$/, licence: "MPL-2.0", runs: false, reason: "a test" };

test.each<[what: string, pkg: Partial<Locked>, problems: string[]]>([
  ["a licence that asks for a notice", {}, []],
  ["no licence", { licence: null }, ["calm@1.0.0 states no licence"]],
  [
    "none at all",
    { licence: "UNLICENSED" },
    ["calm@1.0.0 has a licence that is not allowed for what runs: UNLICENSED"],
  ],
  [
    "an exception's licence",
    { licence: "MPL-2.0" },
    ["calm@1.0.0 has a licence that is not allowed for what runs: MPL-2.0"],
  ],
  [
    "copyleft",
    { licence: "GPL-3.0-only", runs: false },
    ["calm@1.0.0 has a licence that is not allowed: GPL-3.0-only"],
  ],
])("a package with %s is judged", (_, pkg, problems) => {
  const excepted = { ...calm, name: "heavy", licence: "MIT AND MPL-2.0", runs: false };
  expect(licenceProblems([{ ...calm, ...pkg }, excepted], [heavy])).toEqual(problems);
});

test("an exception holds for what it was made for only", () => {
  const excepted = { ...calm, name: "heavy", licence: "MPL-2.0" };
  expect(licenceProblems([excepted], [heavy])).toEqual([
    "heavy@1.0.0 has a licence that is not allowed for what runs: MPL-2.0",
  ]);
  expect(licenceProblems([calm], [heavy])).toEqual(["no package /^heavy$/ needs the exception for MPL-2.0"]);
  expect(
    licenceProblems([{ ...calm, licence: null }], [{ ...heavy, packages: /calm/, licence: null, runs: true }]),
  ).toEqual([]);
});
