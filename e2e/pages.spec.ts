import { rmSync } from "node:fs";
import { LANGUAGES } from "../lib/i18n/languages.ts";
import { expect, expectAccessible, expectNoWiderThan, test } from "./fixture.ts";

/** Every kind of page is tried in all four; cards and claims, of which there are many, in turns. */
const LOOKS = LANGUAGES.flatMap((language) => (["light", "dark"] as const).map((theme) => ({ language, theme })));

for (const [turn, { language, theme }] of LOOKS.entries()) {
  test(`every page in ${language}, ${theme}, passes axe, and nothing sticks out on a phone`, async ({ page }) => {
    test.setTimeout(400_000);
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`/${language}/cards`);
    const cards = await page.getByRole("main").getByRole("listitem").getByRole("link").all();
    const links = await Promise.all(cards.map((card) => card.getAttribute("href")));
    for (let n = 1; n <= 46; n++) links.push(`/${language}/claims/A${n}`);
    const mine = links.filter((_, i) => i % LOOKS.length === turn);
    const lab = ["", "?from=simultaneous-close", "?from=syn-flood-with-cookies", "?s=1.e30"].map(
      (query) => `/lab${query}`,
    );
    const rooms = ["", "/review", "/interview", "/missed", "/cards", "/claims", "/progress", "/settings", ...lab].map(
      (path) => `/${language}${path}`,
    );
    for (const path of [...rooms, ...mine]) {
      await page.goto(path ?? "");
      await expectAccessible(page);
      await expectNoWiderThan(page, 360);
    }
  });
}

test.describe("for a Chinese browser", () => {
  test.use({ locale: "zh-CN" });

  test("the address without a language leads to Chinese, until English is chosen by hand", async ({ page }) => {
    await page.goto("/");
    await expect(page).toHaveURL(/\/zh$/);
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
    await page.getByRole("link", { name: "复习", exact: true }).click();
    await expect(page).toHaveURL(/\/zh\/review$/);
    await page.getByRole("link", { name: "English" }).click();
    await expect(page).toHaveURL(/\/en\/review$/);
    await page.goto("/cards");
    await expect(page).toHaveURL(/\/en\/cards$/);
  });
});

test("light or dark follows the browser until it is switched, and the choice is kept", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/en");
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await background();
  await page.getByRole("button", { name: "Light or dark" }).click();
  const light = await background();
  expect(light).not.toBe(dark);
  await page.reload();
  expect(await background()).toBe(light);
});

test("the list of cards leads to every card", async ({ page }) => {
  await page.goto("/en/cards");
  const cards = page.getByRole("main").getByRole("listitem").getByRole("link");
  expect(await cards.count()).toBeGreaterThanOrEqual(70);
  const name = (await cards.last().textContent()) ?? "";
  await cards.last().click();
  await expect(page.getByRole("region", { name: "Simulation" })).toBeVisible();
  expect(name).toContain((await page.getByRole("heading", { level: 1 }).textContent()) ?? "no heading");
});

test.describe("addresses that lead nowhere", () => {
  test.use({ expected: /404/ });

  for (const [path, sentence] of [
    ["/en/nowhere", "There is no such page"],
    ["/en/cards/opening/unknown", "There is no such page"],
    ["/zh/cards/x/y", "没有这个页面"],
    ["/fr/review", "Retransmit speaks English and Chinese."],
  ] as const) {
    test(`${path} is a 404 with a sentence`, async ({ page }) => {
      const response = await page.goto(path);
      expect(response?.status()).toBe(404);
      await expect(page.getByText(sentence)).toBeVisible();
      await expectAccessible(page);
    });
  }
});

test.describe("when the database file is taken away from the running server", () => {
  test.use({ expected: /50[03]|database damaged|Server Components render|Minified React error #441/ });

  test("pages and answers say so, and nothing is written into the void", async ({ page, server }) => {
    await page.goto("/en/review");
    for (const end of ["", "-wal", "-shm"]) rmSync(`${server.file}${end}`, { force: true });
    await page.getByRole("button", { name: "Show the answer" }).click();
    await page.getByRole("button", { name: /^Good/ }).click();
    await expect(page.getByRole("alert").filter({ hasText: "Nothing was recorded" })).toBeVisible();
    await page.goto("/zh");
    await expect(page.getByText("请重启服务器查看原因")).toBeVisible();
    await expect(page.getByRole("button", { name: "重试" })).toBeVisible();
    await expectAccessible(page);
  });
});
