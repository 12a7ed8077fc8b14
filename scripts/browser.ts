import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** What Chromium is started with; a sandbox of its own it cannot have as root, and none of it needs the network. */
export const BROWSER_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The executable of a Chromium or Chrome: CHROMIUM_PATH, Playwright's own, or one on the PATH; null: there is none. */
export function findBrowser(): string | null {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const own = chromium.executablePath();
  return existsSync(own) ? own : onPath();
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

function onPath(): string | null {
  for (const folder of (process.env.PATH ?? "").split(path.delimiter)) {
    for (const name of NAMES) {
      const file = path.join(folder, process.platform === "win32" ? `${name}.exe` : name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // not here
      }
    }
  }
  return null;
}

function download(): string | null {
  const cli = path.join("node_modules", "@playwright", "test", "cli.js");
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "10000", ...process.env };
  const { status } = spawnSync(process.execPath, [cli, "install", "chromium"], { timeout: 300_000, env });
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
