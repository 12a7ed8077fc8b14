import { expect, test } from "./fixture.ts";

test("the audit is filtered by note and by verdict, each choice an address", async ({ page }) => {
  await page.goto("/en/claims");
  const rows = page.getByRole("row").filter({ has: page.getByRole("rowheader") });
  await expect(rows).toHaveCount(46);
  await page.getByRole("link", { name: "wrong", exact: true }).click();
  await expect(page).toHaveURL(/\/claims\?verdict=wrong$/);
  await expect(page.getByRole("link", { name: "wrong", exact: true })).toHaveAttribute("aria-current", "true");
  const wrong = await rows.count();
  expect(wrong).toBeGreaterThan(0);
  await expect(rows.filter({ hasText: "wrong" })).toHaveCount(wrong);
  await page.getByRole("link", { name: "000", exact: true }).click();
  await expect(page).toHaveURL(/verdict=wrong/);
  await expect(page).toHaveURL(/note=000/);
  await expect(rows.filter({ hasText: "Note 000" })).toHaveCount(await rows.count());
  await page.goto("/en/claims?verdict=nonsense&note=999");
  await expect(rows).toHaveCount(46);
});

test("a wrong claim stands beside the truth, and both can be played; a correct one has the film that shows it", async ({
  page,
}) => {
  await page.goto("/en/claims?verdict=wrong");
  await page.getByRole("link", { name: "Play: A1", exact: true }).click();
  await expect(page.getByRole("heading", { name: "In fact", exact: true })).toBeVisible();
  const player = page.getByRole("region", { name: "Simulation" });
  await expect(player.getByRole("img", { name: /Sequence diagram/ })).toHaveCount(2);
  await expect(player.getByText("What really happens", { exact: true })).toBeVisible();
  await page.goto("/en/claims/A2");
  await expect(player.getByRole("img", { name: /Sequence diagram/ })).toHaveCount(1);
  await page.getByRole("link", { name: /^Previous claim A1/ }).click();
  await expect(page).toHaveURL(/\/claims\/A1$/);
});

test("a card leads to the claims that it settles, and a claim to its cards", async ({ page }) => {
  await page.goto("/zh/cards/opening/three-segments");
  await page.getByRole("link", { name: "A1", exact: true }).click();
  await expect(page).toHaveURL(/\/zh\/claims\/A1$/);
  await page.getByRole("link", { name: /请描述三次握手/ }).click();
  await expect(page).toHaveURL(/\/zh\/cards\/opening\/three-segments$/);
});

test.describe("a claim that nobody made", () => {
  test.use({ expected: /404/ });

  test("is a 404 with a sentence", async ({ page }) => {
    const response = await page.goto("/en/claims/A99");
    expect(response?.status()).toBe(404);
    await expect(page.getByText("There is no such page")).toBeVisible();
  });
});
