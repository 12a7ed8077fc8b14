import { defineConfig, devices } from "playwright/test";
import { BROWSER_ARGS, ensureBrowser } from "../scripts/browser.ts";

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  globalSetup: "./build.ts",
  workers: 2,
  fullyParallel: true,
  // On a busy machine a browser may be late once; what passes only the second time is listed as flaky.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000, // every test starts a server of its own, perhaps on a slow machine
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"]],
  use: {
    trace: "on-first-retry",
    launchOptions: { executablePath: ensureBrowser(), args: BROWSER_ARGS },
  },
  projects: [{ name: "chromium", use: { ...devices["Desktop Chrome"], channel: undefined } }],
});
