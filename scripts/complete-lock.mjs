// node complete-lock.mjs [package-lock.json]
// A registry mirror that lacks some platform packages makes `npm install` leave them out of the lockfile,
// and then npm >= 11.19 refuses `npm ci` ("Missing: … from lock file"). This adds the left-out optional
// platform packages back: version, os, cpu (libc); no integrity, since the mirror cannot tell it.
import { readFileSync, writeFileSync } from "node:fs";

const file = process.argv[2] ?? "package-lock.json";
const lock = JSON.parse(readFileSync(file, "utf8"));
const has = (from, name) => {
  for (let base = from; ; ) {
    if (lock.packages[`${base ? `${base}/` : ""}node_modules/${name}`]) return true;
    if (!base) return false;
    const i = base.lastIndexOf("/node_modules/");
    base = i < 0 ? "" : base.slice(0, i);
  }
};
const os = {
  darwin: "darwin",
  linux: "linux",
  linuxmusl: "linux",
  win32: "win32",
  android: "android",
  freebsd: "freebsd",
  openbsd: "openbsd",
  netbsd: "netbsd",
  sunos: "sunos",
  aix: "aix",
  openharmony: "openharmony",
};
const cpu = ["arm64", "x64", "ia32", "arm", "riscv64", "ppc64", "s390x", "loong64", "wasm32", "mips64el"];
let added = 0;
for (const [where, pkg] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(pkg.optionalDependencies ?? {})) {
    if (has(where, name)) continue;
    const words = name.split("/").at(-1).split("-");
    const o = words.map((w) => os[w]).find(Boolean);
    const c = words.find((w) => cpu.includes(w)) ?? (words.includes("universal") ? undefined : undefined);
    if (!o && c !== "wasm32") throw new Error(`${name}: cannot tell its platform`);
    const entry = { version: range.replace(/^[\^~]/, "") };
    if (c) entry.cpu = [c];
    if (pkg.dev) entry.dev = true;
    if (o === "linux" && words.some((w) => w.includes("musl"))) entry.libc = ["musl"];
    if (o === "linux" && words.includes("gnu")) entry.libc = ["glibc"];
    entry.optional = true;
    if (o) entry.os = [o];
    lock.packages[`node_modules/${name}`] = entry;
    added++;
  }
}
const sorted = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en")));
lock.packages = sorted;
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} added`);
