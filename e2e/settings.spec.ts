import { readFile } from "node:fs/promises";
import type { Page } from "playwright/test";
import { LANGUAGES } from "../lib/i18n/languages.ts";
import { startServer } from "../scripts/started-server.ts";
import { expect, expectAccessible, test } from "./fixture.ts";

const HEADER = "card_id,review_time,review_rating,review_state,review_duration";
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BEGUN = Date.UTC(2026, 0, 5, 12);

const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true });
const importFile = async (page: Page, table: string) => {
  const file = { name: "log.csv", mimeType: "text/csv", buffer: Buffer.from(table) };
  await page.getByLabel("Log to import").setInputFiles(file);
  await page.getByRole("button", { name: "Import", exact: true }).click();
};

/** Eight answers to every card, of a learner who forgets a fifth of them, however long ago the last answer was. */
async function importHundreds(page: Page): Promise<void> {
  await page.goto("/en/cards");
  const links = await page.getByRole("main").getByRole("listitem").getByRole("link").all();
  const cards = await Promise.all(
    links.map(async (link) => ((await link.getAttribute("href")) ?? "").replace("/en/cards/", "")),
  );
  const lines = cards.flatMap((card, c) =>
    Array.from({ length: 8 }, (_, i) => {
      const at = BEGUN + c * 60_000 + (c % 20) * DAY + i * 6 * DAY;
      return `${card},${at},${(c + i) % 5 === 0 ? 1 : 3},${i === 0 ? 0 : 2},5000`;
    }),
  );
  await page.goto("/en/settings");
  await importFile(page, [HEADER, ...lines].join("\n"));
  await expect(page.getByText(/Imported: \d+ answers/)).toBeVisible();
}

test.use({ own: true });

test("a quiet link leads to the settings; what is changed there is kept and holds for the review", async ({ page }) => {
  await page.goto("/en");
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(page).toHaveURL(/\/en\/settings$/);
  await page.getByLabel("Desired retention").fill("92.5");
  await page.getByLabel("Longest interval").fill("365");
  await page.getByLabel("New cards a day").fill("3");
  await page.getByLabel("Two: Again, Good").check();
  await page.getByLabel("Show when each grade").uncheck();
  await page.getByLabel("Time zone").selectOption("America/New_York");
  await page.getByLabel("Day of the interview").fill("2099-12-31");
  await save(page).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Desired retention")).toHaveValue("92.5");
  await expect(page.getByLabel("Longest interval")).toHaveValue("365");
  await expect(page.getByLabel("Two: Again, Good")).toBeChecked();
  await expect(page.getByLabel("Show when each grade")).not.toBeChecked();
  await expect(page.getByLabel("Time zone")).toHaveValue("America/New_York");
  await expect(page.getByLabel("Day of the interview")).toHaveValue("2099-12-31");
  await page.goto("/en/review");
  await page.getByRole("button", { name: "Show the answer" }).click();
  await expect(page.getByRole("button", { name: /^Good/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Again/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /^(Hard|Easy)/ })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Good/ })).not.toContainText("in 10 min");
});

test.describe("what cannot be", () => {
  test.use({ expected: /400/ });

  test("is refused beside its field, in the page's language, and nothing is saved", async ({ page }) => {
    await page.goto("/en/settings");
    await page.getByLabel("Desired retention").fill("120");
    await page.getByLabel("Day of the interview").fill("2020-01-01");
    await save(page).click();
    await expect(page.getByRole("alert").filter({ hasText: "Nothing was saved." })).toBeVisible();
    await expect(page.getByLabel("Desired retention")).toBeFocused();
    await expect(page.getByLabel("Desired retention")).toHaveAccessibleDescription(/A number from 70 to 97\./);
    await page.getByLabel("Desired retention").fill("90");
    await save(page).click();
    const day = page.getByLabel("Day of the interview");
    await expect(day).toBeFocused();
    await expect(day).toHaveAccessibleDescription(/Today or a later day/);
    await expectAccessible(page);
    await page.goto("/zh/settings");
    await expect(page.getByLabel("面试日期")).toHaveValue("");
    await page.getByLabel("新的一天从几点开始").fill("24");
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await expect(page.getByText("请填 0 到 23 之间的整数。")).toBeVisible();
  });
});

test("a log that is exported can be imported elsewhere, and comes out of there as it went in", async ({
  page,
  request,
}) => {
  const table = [
    HEADER,
    `opening/three-segments,${BEGUN},3,0,9000`,
    `"closing/time-wait",${BEGUN + HOUR},4,0,7000`,
    `opening/three-segments,${BEGUN + 2 * HOUR},3,1,5000`,
    `opening/never-heard-of,${BEGUN},3,0,1`,
    "",
  ].join("\n");
  await page.goto("/en/settings");
  await importFile(page, table);
  await expect(page.getByText("Imported: 3 answers to 2 cards.")).toBeVisible();
  await expect(page.getByText("unknown here: 1 card.")).toBeVisible();
  await importFile(page, table);
  await expect(page.getByText("Imported: 0 answers to 0 cards.")).toBeVisible();
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export the log" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("retransmit-log.csv");
  const exported = await readFile(await download.path(), "utf8");
  expect(exported.split("\n")).toHaveLength(5);

  const other = await startServer();
  try {
    await page.goto(`${other.address}/en/settings`);
    await importFile(page, exported);
    await expect(page.getByText("Imported: 3 answers to 2 cards.")).toBeVisible();
    expect(await (await request.get(`${other.address}/api/log`)).text()).toBe(exported);
  } finally {
    await other.dispose();
  }
});

test("an import shows how far it is, also after a reload, and can be cancelled", async ({ page }) => {
  const counts = { cards: 2, reviews: 300, begun: 0, unknown: 0 };
  const told = (state: string, message: string) => ({ state, share: 0.4, ...counts, message });
  let stands = told("running", "Importing, 40 % done");
  // The real import is over before anybody can press a button.
  await page.route("**/api/log", (route) => route.fulfill({ status: 202, json: stands }));
  await page.route("**/api/log/import", async (route) => {
    if (route.request().method() === "DELETE") stands = told("cancelled", "Cancelled. 300 answers to 2 cards stay.");
    await route.fulfill({ json: stands });
  });
  await page.goto("/en/settings");
  await importFile(page, HEADER);
  await expect(page.getByRole("progressbar", { name: "Progress of the import" })).toHaveAttribute("value", "0.4");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Cancel" }).press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "300 answers to 2 cards stay." })).toBeVisible();
  await expect(page.getByRole("progressbar")).toHaveCount(0);
});

test("how an import ended is still told after a reload, with what the table did not carry", async ({ page }) => {
  await page.goto("/en/settings");
  await expect(page.getByText("are only in the backup.")).toBeVisible();
  await importFile(page, `card_id;mood;review_time;review_rating\n"closing/time-wait";calm;${BEGUN};3\n`);
  for (const again of [false, true]) {
    if (again) await page.reload();
    const status = page.getByRole("status").filter({ hasText: "Imported: 1 answer to 1 card." });
    await expect(status).toContainText("Columns not used: mood.");
    await expect(status).toContainText("only the backup has them");
  }
});

test.describe("a table with mistakes", () => {
  test.use({ expected: /422/ });

  test("is refused line by line, and nothing of it is taken over", async ({ page, request }) => {
    await page.goto("/en/settings");
    const good = `opening/three-segments,${BEGUN},3,0,9000`;
    await importFile(page, [HEADER, good, `closing/time-wait,${BEGUN},7,0,1`, "nonsense"].join("\n"));
    const alert = page.getByRole("alert").filter({ hasText: "Nothing was imported" });
    await expect(alert.getByRole("listitem")).toHaveText([
      "Line 3: review_rating must be 1, 2, 3 or 4, or 0 for a reset, not “7”",
      "Line 4: it has one value, which is not as many as the header has columns",
    ]);
    await expectAccessible(page);
    expect(await (await request.get("/api/log")).text()).toBe(`${HEADER}\n`);
  });
});

test("weights are found from four hundred answers on, not before, and can be given up again", async ({ page }) => {
  await page.goto("/en/settings");
  await expect(page.getByText("400 more are needed")).toBeVisible();
  await expect(page.getByRole("button", { name: "Find my weights" })).toHaveCount(0);
  await importHundreds(page);
  await page.getByRole("button", { name: "Find my weights" }).click();
  await expect(page.getByText("The new weights predict your recall better.")).toBeVisible();
  await expect(page.getByText("Log loss of the new weights")).toBeVisible();
  await expect(page.getByText("Your own weights are in use.")).toBeVisible();
  await expectAccessible(page);
  // Saving the form leaves them in use.
  await save(page).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.reload();
  await page.getByRole("button", { name: "Back to the published weights" }).click();
  await expect(page.getByText("The published weights are in use.")).toBeVisible();
  await expect(page.getByText("Your own weights are in use.")).toHaveCount(0);
});

test("a search shows how far it is, and can be cancelled", async ({ page }) => {
  const counted = { reviews: 500, missing: 0 };
  const asked: string[] = [];
  let stands: object = { state: "running", share: 0.4, ...counted };
  await importHundreds(page);
  // The real search is over before anybody can press a button.
  await page.route("**/api/optimiser", async (route) => {
    asked.push(route.request().method());
    if (asked.at(-1) === "DELETE") stands = { state: "cancelled", ...counted };
    await route.fulfill({ json: stands });
  });
  await page.getByRole("button", { name: "Find my weights" }).click();
  await expect(page.getByRole("progressbar", { name: "Progress of the search" })).toHaveAttribute("value", "0.4");
  await expect.poll(() => asked).toContain("GET");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("Cancelled. The weights are as they were.")).toBeVisible();
});

test("the doors refuse what is no table, too long a one, and a search with too few answers", async ({ request }) => {
  const headers = { "accept-language": "zh-CN" };
  const json = await request.post("/api/log", { data: { log: "" }, headers });
  expect(json.status()).toBe(415);
  expect((await json.json()).message).toBe("记录必须以 text/csv 发送，什么都没有导入。");
  const long = Buffer.alloc(64 * 1024 * 1024 + 1, "x");
  const tooLong = await request.post("/api/log", { data: long, headers: { "content-type": "text/csv" } });
  expect(tooLong.status()).toBe(413);
  const search = await request.post("/api/optimiser", { headers });
  expect(search.status()).toBe(422);
  expect((await search.json()).message).toBe("还差 400 次：与同一张卡片的上一次作答相隔一天以上的才算。");
  expect(await (await request.get("/api/optimiser")).json()).toEqual({ state: "idle", reviews: 0, missing: 400 });
});

for (const language of LANGUAGES) {
  test(`the settings in ${language} pass axe in both themes, and nothing sticks out on a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(`/${language}/settings`);
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    }
  });
}
