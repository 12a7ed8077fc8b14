import { createClient } from "@libsql/client";
import type { Page } from "playwright/test";
import { fill } from "../scripts/bench/learned.ts";
import { expect, expectAccessible, expectNoWiderThan, test } from "./fixture.ts";

const cardsOf = (page: Page) => page.getByRole("main").getByRole("listitem").getByRole("link");
const pagesOf = (page: Page, name = "Pages") => page.getByRole("navigation", { name });

async function search(page: Page, words: string): Promise<void> {
  await page.getByRole("searchbox", { name: "Search" }).fill(words);
  await page.getByRole("button", { name: "Show" }).click();
}

test("the deck is searched by words and narrowed by topic, level and memory; the address holds it all", async ({
  page,
}) => {
  await page.goto("/en/cards");
  const all = await cardsOf(page).count();
  await search(page, "syn cookies");
  await expect(page).toHaveURL(/q=syn\+cookies/);
  await expect(page).toHaveTitle(/^Cards · “syn cookies” · /);
  const found = await cardsOf(page).count();
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan(all);
  await expect(page.getByRole("status")).toHaveText(found === 1 ? "One card matches." : `${found} cards match.`);
  await expect(page.getByRole("searchbox", { name: "Search" })).toHaveValue("syn cookies");
  await page.getByRole("combobox", { name: "Level" }).selectOption("senior");
  await page.getByRole("combobox", { name: "Memory" }).selectOption("Suspended");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("status")).toHaveText("No card matches all of this. Try fewer words, or clear a filter.");
  await expect(cardsOf(page)).toHaveCount(0);
  await expect(page.getByRole("combobox", { name: "Level" })).toHaveValue("senior");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Clear" }).click();
  await expect(page).toHaveURL(/\/en\/cards$/);
  await expect(cardsOf(page)).toHaveCount(all);
  await expect(page.getByRole("searchbox", { name: "Search" })).toHaveValue("");
  await expect(page.getByRole("combobox", { name: "Memory" })).toHaveValue("");
});

test("a search takes what is typed literally: signs that mean something elsewhere find only themselves", async ({
  page,
}) => {
  await page.goto("/en/cards");
  const all = await cardsOf(page).count();
  for (const absent of ["_%_", "zz*", "' OR 1=1 --", "🙂", '"no such"']) {
    await search(page, absent);
    await expect(page.getByRole("searchbox", { name: "Search" })).toHaveValue(absent);
    await expect(page.getByRole("status")).toHaveText(/^No card matches/);
    await expect(cardsOf(page)).toHaveCount(0);
  }
  await search(page, "%");
  await expect(page).toHaveURL(/q=%25/);
  expect(await cardsOf(page).count()).toBeLessThan(all);
});

test("two Chinese characters are found, by keyboard alone", async ({ page }) => {
  await page.goto("/zh/cards");
  const all = await cardsOf(page).count();
  await page.getByRole("searchbox", { name: "搜索" }).focus();
  await page.keyboard.type("半开");
  await page.keyboard.press("Enter");
  await expect(page).toHaveTitle(/^卡片 · 「半开」/);
  const found = await cardsOf(page).count();
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan(all);
  await expect(page.getByRole("status")).toHaveText(`符合条件的有 ${found} 张。`);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the form and the pages work as well", async ({ page, server }) => {
    await grow(server.file);
    await page.goto("/en/cards");
    await search(page, "handshake");
    await pagesOf(page).getByRole("link", { name: "Next page" }).click();
    await expect(page).toHaveURL(/q=handshake&page=2$/);
    await expect(cardsOf(page).first()).toBeVisible();
  });
});

test("a long deck comes in pages, each with its number in the title, and the filters go with them", async ({
  page,
  server,
}) => {
  await grow(server.file);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/en/cards");
  await expect(cardsOf(page)).toHaveCount(100);
  await expect(pagesOf(page).getByRole("link", { name: "Previous page" })).toHaveCount(0);
  await expect(page).toHaveTitle(/^Cards · page 1 of 4 · /);
  const seen = new Set<string>();
  for (let n = 1; n <= 4; n++) {
    await expect(page).toHaveTitle(new RegExp(`page ${n} of 4`));
    await expect(pagesOf(page).getByText(`Page ${n} of 4`)).toBeVisible();
    for (const name of await cardsOf(page).allTextContents()) seen.add(name);
    if (n < 4) await pagesOf(page).getByRole("link", { name: "Next page" }).click();
  }
  await expect(pagesOf(page).getByRole("link", { name: "Next page" })).toHaveCount(0);
  expect(seen.size).toBe(250 + 77);
  await expectAccessible(page);
  await expectNoWiderThan(page, 360);
  await page.getByRole("combobox", { name: "Topic" }).selectOption("Bench 3");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(["Bench 3"]);
  await page.goto("/en/cards?q=host&page=2");
  await pagesOf(page).getByRole("link", { name: "Previous page" }).click();
  await expect(page).toHaveURL(/\/cards\?q=host$/);
});

test("much that was missed comes in pages, the latest first", async ({ page, server }) => {
  await grow(server.file, 4_000);
  await page.goto("/en/missed?days=30");
  const shown = page.getByRole("main").getByRole("listitem");
  await expect(page.getByText(/^1 to 50 of \d+ cards, the latest first\.$/)).toBeVisible();
  await pagesOf(page).getByRole("link", { name: "Next page" }).click();
  await expect(page).toHaveTitle(/^Missed · page 2 · /);
  await expect(page.getByText(/^51 to \d+ of \d+ cards/)).toBeVisible();
  await expect(shown.first()).toBeVisible();
  await expectAccessible(page);
});

/** Cards beside those that come with the program. */
async function grow(file: string, cards = 250): Promise<void> {
  const client = createClient({ url: `file:${file}` });
  await fill(client, { cards, reviews: cards }, new Date());
  client.close();
}
