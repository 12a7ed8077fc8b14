// node scripts/complete-lock.mjs                     mends package-lock.json; after every change of the dependencies
// node scripts/complete-lock.mjs --check [--online]  fails when an entry lacks what can be had; npm test does this
//
// A registry mirror that lacks some platform packages makes `npm install` leave them out of the lockfile, and then
// npm 11.19 and later refuse `npm ci` ("Missing: … from lock file"). This adds the optional platform packages that were
// left out: version, os, cpu, libc; and asks the registry, through npm, for the hash and the licence of every entry that has
// none. What no registry could tell stands in without-hash.json with the reason; --online asks for it again.
//
// No entry has a `resolved`: it would name the host of whatever registry or mirror the last `npm install` spoke to. npm ci
// works without it, fetches from the registry that npm is set to, and takes only what the hash vouches for.
//
// Plain JavaScript: it must run when nothing is installed.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const FILE = "package-lock.json";
const WITHOUT_HASH = "scripts/without-hash.json";
const OS = {
  linuxmusl: "linux",
  ...Object.fromEntries(
    ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"].map((os) => [
      os,
      os,
    ]),
  ),
};
const CPU = ["arm", "arm64", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "wasm32", "x64"];

const lock = JSON.parse(readFileSync(FILE, "utf8"));
/** Why a package has no hash, by name@version. */
const excused = existsSync(WITHOUT_HASH) ? JSON.parse(readFileSync(WITHOUT_HASH, "utf8")) : {};

const options = process.argv.slice(2);
if (options.length === 0) mend();
else if (options[0] === "--check" && (options[1] ?? "--online") === "--online" && options.length < 3) {
  check(options.includes("--online"));
} else fail("usage: node scripts/complete-lock.mjs [--check [--online]]");

function mend() {
  let added = 0;
  for (const [place, pkg] of Object.entries(lock.packages)) {
    delete pkg.resolved;
    for (const [name, range] of Object.entries(pkg.optionalDependencies ?? {})) {
      if (isLocked(place, name)) continue;
      lock.packages[`node_modules/${name}`] = entryFor(name, range, pkg.dev);
      added++;
    }
  }
  let found = 0;
  const without = {};
  for (const [place, entry] of entries().filter(([, { integrity }]) => !integrity)) {
    const answer = ask(place, entry);
    if (answer.integrity) {
      lock.packages[place] = completed(entry, answer);
      found++;
    } else without[idOf(place, entry)] = answer.reason;
  }
  const byName = ([a], [b]) => a.localeCompare(b, "en");
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(byName));
  writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
  writeFileSync(WITHOUT_HASH, `${JSON.stringify(Object.fromEntries(Object.entries(without).sort(byName)), null, 2)}\n`);
  console.log(`entries added: ${added}; hashes found: ${found}; not to be had: ${Object.keys(without).length}`);
  for (const [id, reason] of Object.entries(without)) console.log(`  ${id}: ${reason}`);
}

function check(online) {
  const problems = [];
  const without = new Map();
  for (const [place, entry] of entries()) {
    const id = idOf(place, entry);
    if (entry.resolved) problems.push(`${id}: names the host that it was fetched from`);
    if (!entry.integrity) without.set(id, [place, entry]);
    else if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(entry.integrity)) problems.push(`${id}: its hash is not a SHA-512`);
    if (!entry.integrity && !(id in excused)) problems.push(`${id}: has no hash`);
  }
  for (const id of Object.keys(excused)) {
    if (!without.has(id)) problems.push(`${id}: stands in ${WITHOUT_HASH}, but has a hash, or is not locked any more`);
  }
  if (online) {
    for (const [id, [place, entry]] of without) {
      if (ask(place, entry).integrity) problems.push(`${id}: its hash can be had now`);
    }
  }
  if (problems.length > 0) fail(`${problems.join("\n")}\nnode scripts/complete-lock.mjs mends ${FILE}.`);
  console.log(
    `${entries().length} packages are locked, all with a hash but for ${without.size} that have none anywhere`,
  );
}

/** Every package of the lockfile with its place; not the project itself, nor a link to a folder. */
function entries() {
  return Object.entries(lock.packages).filter(([place, { link }]) => place.includes("node_modules/") && !link);
}

/** An alias is locked under its own name and says which package it is. */
function idOf(place, { name, version }) {
  return `${name ?? place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length)}@${version}`;
}

/** What the registry says of a package: its hash and licence, or the reason why there is none. Other trouble ends the command. */
function ask(place, entry) {
  const id = idOf(place, entry);
  // One field alone would be answered without its name; npm is a batch file on Windows.
  const { stdout, stderr, error } = spawnSync("npm", ["view", id, "dist.integrity", "license", "engines", "--json"], {
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (error) fail(`npm could not be started: ${error.message}`);
  let answer;
  try {
    answer = JSON.parse(stdout || "{}");
  } catch {
    fail(`${id}: npm did not answer in JSON:\n${stdout}${stderr}`);
  }
  if (answer.error?.code === "E404") return { reason: "the registry has no such version" };
  if (answer.error) fail(`${id}: ${answer.error.code} ${answer.error.summary}`);
  const { "dist.integrity": integrity, license, engines } = answer;
  return integrity ? { integrity, license, engines } : { reason: "the registry tells no hash" };
}

/** The entry with what was found, in npm's own order. */
function completed({ version, cpu, dev, libc, optional, os, ...rest }, { integrity, license, engines }) {
  return {
    version,
    integrity,
    ...(cpu && { cpu }),
    ...(dev && { dev }),
    ...(libc && { libc }),
    ...(license && { license }),
    ...(optional && { optional }),
    ...(os && { os }),
    ...rest,
    ...(engines && { engines }),
  };
}

/** Whether Node's resolution, walking up from `place`, would find the package in the lockfile. */
function isLocked(place, name) {
  for (let base = place; ; base = base.slice(0, Math.max(0, base.lastIndexOf("/node_modules/")))) {
    if (lock.packages[`${base ? `${base}/` : ""}node_modules/${name}`]) return true;
    if (!base) return false;
  }
}

function entryFor(name, range, dev) {
  const words = name.split("/").at(-1).split("-");
  const os = words.map((word) => OS[word]).find(Boolean);
  const cpu = words.find((word) => CPU.includes(word));
  if (!os && cpu !== "wasm32") throw new Error(`${name}: its name does not tell its platform`);
  const libc = words.some((word) => word.includes("musl")) ? "musl" : words.includes("gnu") ? "glibc" : null;
  return {
    version: range.replace(/^[\^~]/, ""),
    ...(cpu && { cpu: [cpu] }),
    ...(dev && { dev: true }),
    ...(os === "linux" && libc && { libc: [libc] }),
    optional: true,
    ...(os && { os: [os] }),
  };
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
