import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright/test";
import { startServer } from "../scripts/started-server.ts";
import { test as base } from "./fixture.ts";

/** Time for server and browser alike, which passes when a test says so (and a little by itself). */
export interface TestClock {
  advance(ms: number, page?: Page): Promise<void>;
}

const PRELOAD = pathToFileURL(path.resolve(import.meta.dirname, "clock-of-server.mjs")).href;

/** Tests whose server and browser have a clock that can be moved forward. */
export const test = base.extend<{ clockFile: string; clock: TestClock }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright demands the pattern
  clockFile: async ({}, use, info) => {
    const file = info.outputPath("clock");
    writeFileSync(file, "0");
    await use(file);
  },
  server: async ({ clockFile }, use) => {
    const server = await startServer(undefined, { NODE_OPTIONS: `--import=${PRELOAD}`, TEST_CLOCK: clockFile });
    await use(server);
    await server.dispose();
  },
  clock: async ({ page, clockFile }, use) => {
    await page.clock.install();
    let ahead = 0;
    await use({
      advance: async (ms, on = page) => {
        ahead += ms;
        writeFileSync(clockFile, String(ahead));
        await on.clock.fastForward(ms);
      },
    });
  },
});
