import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "playwright/test";
import { type Server, startServer } from "../scripts/started-server.ts";
import { LastingServer } from "./lasting-server.ts";

interface Fixtures {
  /** A server with an empty learner. */
  server: Server;
  /** It is the test's own: what a server remembers outside of its database matters. */
  own: boolean;
  /** What the browser is allowed to complain about in this test. */
  expected: RegExp;
}

/** Every test has a server as if it were its own, and fails when the browser complains: a refused script, an exception, a lost file. */
export const test = base.extend<Fixtures, { lasting: LastingServer }>({
  lasting: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright demands the pattern
    async ({}, use) => {
      const lasting = new LastingServer();
      await use(lasting);
      await lasting.dispose();
    },
    { scope: "worker" },
  ],
  own: [false, { option: true }],
  server: async ({ lasting, own }, use) => {
    const server = await (own ? startServer() : lasting.take());
    await use(server);
    await (own ? server.dispose() : lasting.giveBack(server));
  },
  baseURL: async ({ server }, use) => use(server.address),
  expected: [/^nothing at all$/, { option: true }],
  page: async ({ page, expected }, use) => {
    const complaints: string[] = [];
    const note = (text: string) => {
      if (!expected.test(text)) complaints.push(text);
    };
    page.on("pageerror", (error) => note(String(error)));
    page.on("console", (message) => {
      // A resource that could not be had is named only by where the message comes from.
      if (message.type() === "error" || message.type() === "warning")
        note(`${message.text()} ${message.location().url}`);
    });
    await use(page);
    expect(complaints).toEqual([]);
  },
});

export { expect };

/** All rules of axe hold. Without frames its legacy mode sees the same in half the time: no second page is opened. */
export async function expectAccessible(page: Page): Promise<void> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
}

/** Nothing sticks out at the side. */
export async function expectNoWiderThan(page: Page, pixels: number): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, `${page.url()} is as wide as the screen`).toBeLessThanOrEqual(pixels);
}

/** What the start page says about today. */
export async function figures(page: Page): Promise<Record<string, string>> {
  const pairs = page.locator("dl > div");
  const names = await pairs.locator("dt").allTextContents();
  const values = await pairs.locator("dd").allTextContents();
  return Object.fromEntries(names.map((name, i) => [name, values[i] ?? ""]));
}
