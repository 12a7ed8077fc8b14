import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";

const SCRIPT = path.resolve(import.meta.dirname, "complete-lock.mjs");
const HASH = `sha512-${"A".repeat(86)}==`;
const OTHER_HASH = `sha512-${"B".repeat(86)}==`;

const folder = mkdtempSync(path.join(os.tmpdir(), "retransmit-lock-"));
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => excuse({}));

test("a lockfile whose every package has its hash passes, an alias and a nested copy among them", () => {
  lock({
    a: { integrity: HASH },
    "a/node_modules/@scope/b": { integrity: HASH },
    c: { name: "real-c", integrity: HASH },
    linked: { link: true },
  });
  expect(run("--check")).toMatchObject({ status: 0, out: expect.stringContaining("3 packages are locked") });
});

test.each([
  ["has no hash", { integrity: undefined }],
  ["its hash is not a SHA-512", { integrity: "sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=" }],
  ["its hash is not a SHA-512", { integrity: `${HASH} sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=` }],
  ["names the host that it was fetched from", { integrity: HASH, resolved: "https://mirror.example/a.tgz" }],
])("a package is told that %s", (problem, entry) => {
  lock({ ok: { integrity: HASH }, "ok/node_modules/@scope/a": entry });
  expect(run("--check")).toMatchObject({ status: 1, err: expect.stringContaining(`@scope/a@1.0.0: ${problem}`) });
});

test("what no registry could tell is excused by name and version, and only as long as that is so", () => {
  lock({ a: {} });
  excuse({ "a@1.0.0": "the registry has no such version" });
  expect(run("--check").status).toBe(0);
  registry({});
  expect(run("--check", "--online").status).toBe(0);
  registry({ "a@1.0.0": { "dist.integrity": HASH } });
  expect(run("--check", "--online").err).toContain("a@1.0.0: its hash can be had now");
  lock({ a: { version: "1.0.1" } });
  expect(run("--check").err).toContain("a@1.0.1: has no hash");
  lock({ a: { integrity: HASH } });
  expect(run("--check").err).toContain("a@1.0.0: stands in scripts/without-hash.json, but has a hash");
});

test("mending adds left-out platform packages, asks for hashes and licences, and names what is not to be had", () => {
  lock({
    tool: {
      integrity: HASH,
      resolved: "https://mirror.example/tool.tgz",
      optionalDependencies: { "@tool/darwin-arm64": "1.0.0", "@tool/linux-x64-musl": "1.0.0" },
    },
  });
  registry({ "@tool/darwin-arm64@1.0.0": { "dist.integrity": OTHER_HASH, license: "MIT", engines: { node: ">=20" } } });
  const mended = run();
  expect(mended.out).toContain("entries added: 2; hashes found: 1; not to be had: 1");
  expect(mended.out).toContain("@tool/linux-x64-musl@1.0.0: the registry has no such version");
  const { packages } = JSON.parse(readFileSync(path.join(folder, "package-lock.json"), "utf8"));
  expect(packages["node_modules/tool"].resolved).toBeUndefined();
  expect(packages["node_modules/@tool/darwin-arm64"]).toEqual({
    ...{ version: "1.0.0", integrity: OTHER_HASH, cpu: ["arm64"], license: "MIT", optional: true, os: ["darwin"] },
    engines: { node: ">=20" },
  });
  expect(run("--check").status).toBe(0);
  expect(run().out).toContain("entries added: 0; hashes found: 0; not to be had: 1");
});

test("a registry that cannot be reached is no reason to do without a hash", () => {
  lock({ a: {} });
  registry({ "a@1.0.0": { error: { code: "ENOTFOUND", summary: "request to the registry failed" } } });
  expect(run()).toMatchObject({ status: 1, err: expect.stringContaining("a@1.0.0: ENOTFOUND") });
  expect(run("--check").err).toContain("a@1.0.0: has no hash");
});

function run(...options: string[]) {
  const PATH = `${path.join(folder, "bin")}${path.delimiter}${process.env.PATH}`;
  const env = { ...process.env, PATH };
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...options], {
    cwd: folder,
    env,
    encoding: "utf8",
  });
  return { status, out: stdout, err: stderr };
}

function lock(packages: Record<string, object>) {
  const entries = Object.entries(packages).map(([place, entry]) => [
    `node_modules/${place}`,
    { version: "1.0.0", ...entry },
  ]);
  writeFileSync(
    path.join(folder, "package-lock.json"),
    JSON.stringify({ packages: { "": {}, ...Object.fromEntries(entries) } }),
  );
}

function excuse(reasons: Record<string, string>) {
  mkdirSync(path.join(folder, "scripts"), { recursive: true });
  writeFileSync(path.join(folder, "scripts", "without-hash.json"), JSON.stringify(reasons));
}

/** An npm that knows these packages and no others. */
function registry(known: Record<string, object>) {
  const bin = path.join(folder, "bin");
  mkdirSync(bin, { recursive: true });
  const unknown = { error: { code: "E404", summary: "No match found" } };
  writeFileSync(
    path.join(bin, "answer.mjs"),
    `console.log(JSON.stringify(${JSON.stringify(known)}[process.argv[3]] ?? ${JSON.stringify(unknown)}));`,
  );
  writeFileSync(path.join(bin, "npm.cmd"), '@node "%~dp0answer.mjs" %*\r\n');
  writeFileSync(path.join(bin, "npm"), '#!/bin/sh\nexec node "$(dirname "$0")/answer.mjs" "$@"\n');
  chmodSync(path.join(bin, "npm"), 0o755);
}
