import type { Page } from "playwright/test";
import { linkTextOf } from "#lib/content/link-text.ts";
import { expect, expectNoWiderThan, test } from "./fixture.ts";
import { answerBox, button, endEarly, start } from "./interviewing.ts";

const WORD = "x".repeat(350);
const ROOMS = [
  "",
  "/review",
  "/interview",
  "/missed",
  "/cards",
  "/cards/opening/three-segments",
  "/claims",
  "/claims/A1",
];
const MORE = ["/lab", "/lab?from=lost-final-ack", "/lab?s=1.e30", "/progress", "/settings", "/nowhere"];

/** Pages scroll down, never sideways, and nothing that can be pressed lies outside. */
async function expectOneDirection(page: Page, width: number): Promise<void> {
  await expectNoWiderThan(page, width);
  const outside = await page.evaluate((right) => {
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      element !== document.body &&
      (/auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    return [...document.querySelectorAll("main a, main button, main input, main select, main textarea")]
      .filter((one) => one.checkVisibility() && !scrolls(one.parentElement))
      .filter((one) => one.getBoundingClientRect().right > right + 0.5 || one.getBoundingClientRect().left < -0.5)
      .map((one) => one.outerHTML.slice(0, 200));
  }, width);
  expect(outside).toEqual([]);
}

/** Opens all looks at a film. */
async function openPanels(page: Page): Promise<void> {
  for (const name of [/^(Control blocks|控制块)$/, /^(States|状态图)$/, /^(Segment|报文段)$/]) {
    const panel = page.getByRole("button", { name });
    if (await panel.isVisible()) await panel.click();
  }
}

/** Letters of 200 %, as browsers and systems offer them; a page that is drawn anew loses what a script chose. */
async function enlarge(page: Page): Promise<void> {
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  await expect.poll(() => page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("32px");
}

test.describe("on narrow screens and with large letters", () => {
  test.use({ expected: /404/ });
  for (const language of ["en", "zh"]) {
    for (const [what, width, isLarge] of [
      ["320 px", 320, false],
      ["390 px with letters of 200 %", 390, true],
    ] as const) {
      test(`every page in ${language} scrolls in one direction at ${what}, with its player's panels open`, async ({
        page,
      }) => {
        await page.setViewportSize({ width, height: 844 });
        for (const path of [...ROOMS, ...MORE]) {
          await page.goto(`/${language}${path}`);
          for (const summary of await page.locator("main details:not([open]) > summary").all()) {
            if (await summary.isVisible()) await summary.click();
          }
          await openPanels(page);
          if (isLarge) await enlarge(page);
          await expectOneDirection(page, width);
        }
        // The rooms of an interview, for one and for two, and what follows.
        for (const mode of ["alone", "pair"]) {
          await start(page, { minutes: "10", mode }, language);
          if (isLarge) await enlarge(page);
          await expectOneDirection(page, width);
        }
        await page.goto(page.url());
        await page.getByRole("button", { name: /^(End early|提前结束)$/ }).click();
        await page.getByRole("button", { name: /^(Yes, end it|结束)$/ }).click();
        await expect(page).toHaveURL(/debrief$/);
        if (isLarge) await enlarge(page);
        await expectOneDirection(page, width);
      });
    }
  }
});

for (const [what, width, height, isLarge] of [
  ["390 px with letters of 200 %", 390, 844, true],
  ["320 px", 320, 568, false],
  ["320 px with letters of 200 %", 320, 568, true],
] as const) {
  test(`all grades are in reach at ${what}, and the page ends above them`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    for (const [language, show, names] of [
      ["en", "Show the answer", ["Again", "Hard", "Good", "Easy"]],
      ["zh", "显示答案", ["重来", "困难", "良好", "轻松"]],
    ] as const) {
      await page.goto(`/${language}/review`);
      // What was revealed in one language is revealed in the other.
      if (language === "en") await page.getByRole("button", { name: show }).click();
      if (isLarge) await enlarge(page);
      await expectOneDirection(page, width);
      // The bar goes along with the answer: whoever sees the answer's beginning sees all of the bar.
      await page
        .getByRole("group", { name: /./ })
        .filter({ has: page.getByRole("button", { name: names[3] }) })
        .first()
        .scrollIntoViewIfNeeded();
      for (const name of names) {
        const grade = page.getByRole("button", { name: new RegExp(`^${name}`) });
        await expect(grade).toBeInViewport({ ratio: 1 });
        // Nothing of its words is cut.
        expect(await grade.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
        await grade.click({ trial: true });
      }
    }
  });
}

test.describe("with words of 350 characters", () => {
  test.use({ expected: /422/ });
  for (const width of [320, 390]) {
    test(`no word of anybody's makes a page wider than ${width} px, or hides what is beside it`, async ({
      page,
      server,
    }) => {
      test.setTimeout(120_000);
      await page.setViewportSize({ width, height: 844 });
      // Notes: while they are typed, after the reveal, and the next time.
      await page.goto("/en/review");
      await page.getByLabel("Say it aloud first").fill(WORD);
      await expectOneDirection(page, width);
      await page.getByRole("button", { name: "Show the answer" }).click();
      await expect(page.getByText(WORD)).toBeVisible();
      await expectOneDirection(page, width);
      await page.getByRole("button", { name: /^Again/ }).click();
      await page.goto("/en/missed");
      await expectOneDirection(page, width);
      await page.getByRole("link", { name: "Drill it now" }).click();
      await page.getByRole("button", { name: "Show the answer" }).click();
      await expect(page.getByText(WORD)).toBeVisible();
      await expectOneDirection(page, width);
      // An interview: the answer, the debrief.
      await start(page, { minutes: "10" });
      await button(page, "Start answering").click();
      await answerBox(page).fill(WORD);
      await expectOneDirection(page, width);
      await endEarly(page);
      await expect(page.getByText(WORD)).toBeVisible();
      await expectOneDirection(page, width);
      // A link: an unknown key, a name that is too long, a query.
      const scenario = {
        profile: "rfc9293",
        iss: { client: 1, server: 1 },
        wire: { delayUs: 1 },
        script: [],
        [WORD]: 1,
      };
      await page.goto(`/en/lab?s=${linkTextOf(scenario as never)}&${WORD}=${WORD}`);
      await expect(page.getByText(WORD)).toBeVisible();
      await expectOneDirection(page, width);
      // A file with a log, and one with a scenario.
      await page.goto("/en/settings");
      const name = `${WORD.slice(0, 200)}.csv`;
      const log = `card_id,review_time,review_rating,review_state,review_duration\n${WORD},1,1,1,1\n`;
      await page.getByLabel("Log to import").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(log) });
      await page.getByRole("button", { name: "Import", exact: true }).click();
      await expect(page.getByRole("alert").filter({ hasText: "Nothing was imported" })).toBeVisible();
      await expectOneDirection(page, width);
      // Hosts with the longest names there are.
      const host = "h".repeat(20);
      const wide = {
        profile: "linux-6.18",
        iss: { client: 4_294_967_290, server: 4_294_967_290 },
        wire: { delayUs: 50_000 },
        hosts: [{ name: host }],
        script: [
          { host, atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect", to: host } },
        ],
      };
      await page.goto(`/en/lab?s=${linkTextOf(wide as never)}`);
      await expect(page.getByRole("region", { name: "Simulation" })).toBeVisible();
      await openPanels(page);
      await page.getByText("Change the scenario").click();
      await expectOneDirection(page, width);
      expect(server.address).toContain("127.0.0.1");
    });
  }
});
