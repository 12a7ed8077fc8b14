import { test } from "./clock.ts";
import { expect } from "./fixture.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

test.use({ expected: /409/, timezoneId: "UTC" });

test("a card shown before the day turns and graded after is asked again, with all that was typed", async ({
  page,
  clock,
  request,
}) => {
  test.setTimeout(150_000);
  // Days are counted in a zone that is known, and turn at four.
  const chosen = { zone: "UTC", newPerDay: 1, fuzz: false };
  const settings = { desiredRetention: 0.9, maximumInterval: 36_500, grades: 4, showIntervals: true, leechLapses: 8 };
  const data = { ...settings, ...chosen, rolloverHour: 4, interview: null };
  expect((await request.put("/api/settings", { data })).ok()).toBe(true);
  await page.goto("/en/review");
  const question = page.getByRole("heading", { level: 1 });
  const good = page.getByRole("button", { name: /^Good/ });
  const asked = (await question.textContent()) ?? "";
  await page.getByRole("button", { name: "Show the answer" }).click();
  await page.getByRole("button", { name: /^Easy/ }).click();
  await expect(question).not.toHaveText(asked);

  // On the ninth day after, a minute before the day turns.
  const now = await page.evaluate(() => Date.now());
  const ninth = Math.floor((now - 4 * HOUR) / DAY) * DAY + 4 * HOUR + 10 * DAY;
  await clock.advance(ninth - 60_000 - now);
  await page.goto("/en/review");
  await expect(question).toHaveText(asked);
  await page.getByLabel("Say it aloud first").fill("kept");
  await page.getByRole("button", { name: "Show the answer" }).click();
  await page.getByRole("checkbox").first().check();
  const shown = await good.textContent();
  await clock.advance(3 * HOUR);
  await good.click();

  const alert = page.getByRole("alert").filter({ hasText: "The intervals have changed" });
  await expect(alert).toBeVisible();
  expect(await good.textContent()).not.toBe(shown);
  await expect(question).toHaveText(asked);
  await expect(page.getByText("kept", { exact: true })).toBeVisible();
  await expect(page.getByRole("checkbox").first()).toBeChecked();
  const days = Number(/in (\d+) days/.exec((await good.textContent()) ?? "")?.[1]);
  await expect(alert).toContainText(`would bring it back in ${days} days`);

  const recorded = page.waitForResponse((one) => one.url().includes("/api/reviews/") && one.status() === 201);
  await good.click();
  expect((await recorded).request().postDataJSON()).toMatchObject({ notes: "kept", intervalMs: days * DAY });
  const log = await (await request.get("/api/log")).text();
  expect(log.trim().split("\n")).toHaveLength(3);
});
