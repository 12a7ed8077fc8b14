// node scripts/complete-lock.mjs
// A registry mirror that lacks some platform packages makes `npm install` leave them out of package-lock.json, and then
// npm 11.19 and later refuse `npm ci` ("Missing: … from lock file"). This adds the optional platform packages that were
// left out: version, os, cpu, libc; no integrity, since the mirror cannot tell it. Plain JavaScript: it must run when
// nothing is installed.
import { readFileSync, writeFileSync } from "node:fs";

const FILE = "package-lock.json";
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
let added = 0;
for (const [place, pkg] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(pkg.optionalDependencies ?? {})) {
    if (isLocked(place, name)) continue;
    lock.packages[`node_modules/${name}`] = entryFor(name, range, pkg.dev);
    added++;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en")));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} added`);

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
