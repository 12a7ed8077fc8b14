import type { Browser } from "playwright/test";
import { LANGUAGES } from "../lib/i18n/languages.ts";
import { messagesFor } from "../lib/i18n/messages.ts";
import { expect, test } from "./fixture.ts";
import { endEarly, start } from "./interviewing.ts";

/** A search is a page like any other: its form leads there by itself. */
const SEARCH = "search button";

/** A page without scripts: nothing can be pressed that does nothing, and one sentence says why. */
async function expectHonest(browser: Browser, addresses: readonly string[]): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const address of addresses) {
    await page.goto(address);
    const url = page.url();
    const sentence = messagesFor(url.includes("/zh") ? "zh" : "en").frame.noScripts;
    await expect(page.locator("noscript p"), url).toHaveText([sentence]);
    await expect(page.locator("noscript p"), url).toBeVisible();
    const dead = `button:enabled:not(${SEARCH}), [role=button], input[type=submit], a:not([href])`;
    await expect(page.locator(dead), url).toHaveCount(0);
    for (const form of await page.locator("form:not(search form)").all()) {
      // Enter presses the first of these; a form without any would send itself into the address.
      await expect(form.locator("button[type=submit]").first(), url).toBeDisabled();
      // One field stands for all of the form: they press the same button.
      const field = form.locator("input:not([type=radio], [type=checkbox], [type=file]):visible").first();
      if ((await field.count()) > 0) await field.press("Enter");
    }
    expect(page.url()).toBe(url);
    const closed = page.locator("details:not([open]) > summary:visible");
    while ((await closed.count()) > 0) await closed.first().click();
    await expect(page.locator(`button:enabled:not(${SEARCH})`), url).toHaveCount(0);
  }
  await context.close();
}

test("without scripts no page has a button that does nothing, or a form that sends itself into the address", async ({
  browser,
  page,
  server,
}) => {
  test.setTimeout(240_000); // many pages, each in both languages
  const rooms = ["", "/review", "/interview", "/missed", "/cards", "/cards/opening/why-three", "/claims", "/claims/A1"];
  const more = ["/progress", "/settings", "/lab", "/lab?from=open", "/lab?s=1.e30", "/cards/time-wait/how-long"];
  const addresses = LANGUAGES.flatMap((l) => [...rooms, ...more].map((path) => `${server.address}/${l}${path}`));
  await start(page, { minutes: "20", level: "junior" });
  const room = page.url();
  await expectHonest(browser, [...addresses, room]);
  await endEarly(page);
  await expectHonest(browser, [`${room}/debrief`]);
});

test("without scripts the deck can be searched", async ({ browser, server }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${server.address}/en/cards`);
  await page.getByRole("searchbox").fill("2MSL");
  await page.getByRole("searchbox").press("Enter");
  await expect(page).toHaveURL(/\?q=2MSL/);
  await expect(page.getByRole("status")).toContainText("card");
  await context.close();
});
