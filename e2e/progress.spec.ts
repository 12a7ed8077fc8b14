import type { Page } from "playwright/test";
import { expect, expectAccessible, test } from "./fixture.ts";

async function answerTwoCards(page: Page): Promise<void> {
  await page.goto("/en/review");
  const question = page.getByRole("heading", { level: 1 });
  for (const grade of [/^Easy\b/, /^Again\b/]) {
    const asked = (await question.textContent()) ?? "";
    await page.getByRole("button", { name: "Show the answer" }).click();
    await page.getByRole("button", { name: grade }).click();
    await expect(question).not.toHaveText(asked);
  }
}

test("a learner who has answered nothing is told what will be here, in both languages", async ({ page }) => {
  for (const [path, sentence, start] of [
    ["/en/progress", "There is nothing to show yet.", "Start reviewing"],
    ["/zh/progress", "这里暂时还是空的。", "开始复习"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(page.getByRole("img")).toHaveCount(0);
    await expectAccessible(page);
    await page.getByRole("link", { name: start }).click();
    await expect(page).toHaveURL(/\/review$/);
  }
});

test("two answers are in the charts, and in the tables behind them", async ({ page }) => {
  await answerTwoCards(page);
  await page.getByRole("link", { name: "Progress", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Progress");
  await expect(page.getByText("2 answers today, about 1 min.")).toBeVisible();

  const reviews = page.getByRole("figure", { name: "Answers per day", exact: true });
  await expect(reviews.getByRole("img", { name: "Answers per day" })).toHaveAccessibleDescription(
    /Answers in the last 30 days: 2; Again: 1/,
  );
  await reviews.getByText("Show as table").click();
  const today = reviews.getByRole("row").nth(1);
  await expect(today.getByRole("cell")).toHaveText(["2", "1", "1", "2", "0", /^\d+$/]);

  // The card that was forgotten comes again today, the one that was easy in about a week.
  const load = page.getByRole("figure", { name: "What comes due" });
  await expect(load.getByRole("paragraph").getByText("Cards due in the next 30 days: 2; today: 1")).toBeVisible();
  await load.getByText("Show as table").click();
  await expect(load.getByRole("row")).toHaveCount(31);

  const retention = page.getByRole("region", { name: "True retention" });
  await expect(retention.getByRole("row", { name: "Today" }).getByRole("cell")).toHaveText(["none", "none", "none"]);
  await expect(
    page.getByRole("region", { name: "Calibration" }).getByText("No forecast has been tested"),
  ).toBeVisible();
  const mastery = page.getByRole("region", { name: "By topic" });
  await expect(mastery.getByRole("row", { name: /^Total/ }).getByRole("cell")).toHaveText([
    /^\d+$/,
    "1",
    "1",
    "0",
    "0",
    /^\d+%$/,
  ]);
});

test("the page is accessible in both languages, light and dark, its tables open, and fits a phone", async ({
  page,
}) => {
  await answerTwoCards(page);
  await page.setViewportSize({ width: 360, height: 740 });
  for (const language of ["en", "zh"]) {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(`/${language}/progress`);
      for (const summary of await page.locator("summary").all()) await summary.click();
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    }
  }
});
