import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright/test";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** What Chromium is started with: nothing of it needs the network, and root cannot have its sandbox. */
export const BROWSER_ARGS = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A Chromium or Chrome that starts: CHROMIUM_PATH, Playwright's own, or one on the PATH; null: there is none. */
export function findBrowser(): string | null {
  const candidates = [process.env.CHROMIUM_PATH ?? "", chromium.executablePath(), ...onPath()];
  return candidates.find((file) => file !== "" && runs(file)) ?? null;
}

/** A browser without its libraries is there, but does not start. */
function runs(file: string): boolean {
  return existsSync(file) && spawnSync(file, ["--version"], { timeout: 30_000 }).status === 0;
}

/** Finds a browser, or gets one: by Playwright's download, then by apt. Throws a sentence that says what to install. */
export function ensureBrowser(): string {
  const found = findBrowser() ?? download() ?? installPackage();
  if (found) return found;
  throw new Error(
    "No Chromium was found, and none could be installed. Run `npx playwright install --with-deps chromium`, " +
      "or install Chromium or Chrome, or name one in CHROMIUM_PATH.",
  );
}

function onPath(): string[] {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const ending = process.platform === "win32" ? ".exe" : "";
  return folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name + ending)));
}

function download(): string | null {
  const cli = path.join("node_modules", "playwright", "cli.js");
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "10000", ...process.env };
  const { status } = spawnSync(process.execPath, [cli, "install", "chromium"], {
    timeout: 300_000,
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) console.log("Playwright could not download its Chromium; trying the system's packages.");
  return findBrowser();
}

function installPackage(): string | null {
  if (process.platform !== "linux") return null;
  const root = process.getuid?.() === 0;
  const apt = (...args: string[]) => {
    const [command, words] = root ? ["apt-get", args] : ["sudo", ["-n", "apt-get", ...args]];
    console.log(`> ${command} ${words.join(" ")}`);
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    return spawnSync(command, words, { stdio: "inherit", env }).status === 0;
  };
  if (apt("update")) apt("install", "-y", "--no-install-recommends", "chromium");
  return findBrowser();
}
