import { createClient } from "@libsql/client";
import type { Page } from "playwright/test";
import { expect, expectAccessible, test } from "./fixture.ts";

const question = (page: Page) => page.getByRole("heading", { level: 1 });
const reveal = (page: Page) => page.getByRole("button", { name: "Show the answer" });
const grade = (page: Page, name: string) => page.getByRole("button", { name: new RegExp(`^${name}`) });

async function answer(page: Page, name: string): Promise<string> {
  const asked = (await question(page).textContent()) ?? "";
  await reveal(page).click();
  await grade(page, name).click();
  await expect(question(page)).not.toHaveText(asked);
  return asked;
}

test("answers and actions are undone and redone by keys, one by one, and after a reload as well", async ({ page }) => {
  await page.goto("/en/review");
  const first = await answer(page, "Easy");
  const second = (await question(page).textContent()) ?? "";
  await page.keyboard.press("-");
  await expect(question(page)).not.toHaveText(second);
  await expect(page.getByRole("status").filter({ hasText: "Put off until tomorrow." })).toBeVisible();
  const third = (await question(page).textContent()) ?? "";
  await page.keyboard.press("Shift+Digit2");
  await expect(question(page)).not.toHaveText(third);
  await page.reload();
  await page.getByRole("button", { name: "Undo “Suspend”" }).click();
  await expect(question(page)).toHaveText(third);
  await page.keyboard.press("Control+z");
  await expect(question(page)).toHaveText(second);
  await page.keyboard.press("u");
  await expect(question(page)).toHaveText(first);
  await page.reload();
  await page.getByRole("button", { name: "Redo “Easy”" }).click();
  await expect(question(page)).toHaveText(second);
  await page.keyboard.press("Control+Shift+Z");
  await expect(question(page)).toHaveText(third);
  await expect(page.getByRole("button", { name: "Undo “Put off”" })).toBeVisible();
});

test("E leads to the notes, where keys are letters", async ({ page }) => {
  await page.goto("/en/review");
  const asked = (await question(page).textContent()) ?? "";
  await page.keyboard.press("e");
  await expect(page.getByLabel("Say it aloud first")).toBeFocused();
  await page.keyboard.type("u-@");
  await expect(page.getByLabel("Say it aloud first")).toHaveValue("u-@");
  await expect(question(page)).toHaveText(asked);
});

test("what else can be done stands in a menu; a suspended card is resumed on its page", async ({ page }) => {
  await page.goto("/en/review");
  const asked = (await question(page).textContent()) ?? "";
  await page.getByText("More", { exact: true }).click();
  await page.getByRole("button", { name: "Suspend" }).click();
  await expect(question(page)).not.toHaveText(asked);
  await page.goto("/en/cards/opening/three-segments");
  await expect(page.getByText("Suspended: this card does not come up.")).toBeVisible();
  await page.getByRole("button", { name: "Resume" }).click();
  await expect(page.getByText("Resumed: this card comes up again.")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/en/review");
  await expect(question(page)).toHaveText(asked);
});

test("what was missed is listed with what was not said, drilled without touching the schedule, and stays for another day", async ({
  page,
  server,
}) => {
  await page.goto("/en/review");
  await reveal(page).click();
  await page.getByRole("checkbox").first().check();
  const asked = (await question(page).textContent()) ?? "";
  await grade(page, "Again").click();
  await expect(question(page)).not.toHaveText(asked);
  const due = () => dueOf(server.file, "opening/three-segments");
  const before = await due();
  await page.goto("/en");
  await page.getByRole("link", { name: "See what you missed" }).click();
  await expect(question(page)).toHaveText("Missed");
  const card = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: asked }) });
  await expect(card.getByText("Not said:")).toBeVisible();
  await page.getByRole("link", { name: "By key point" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: asked })).not.toHaveCount(1);
  await page.getByRole("link", { name: "By step of the simulation" }).click();
  await expect(page.getByText("No step was wrong.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Drill it now" }).click();
  await expect(question(page)).toHaveText(asked);
  await expect(page.getByText("1 of 1 left")).toBeVisible();
  await reveal(page).click();
  await expect(grade(page, "Hard")).toHaveCount(0);
  await expectAccessible(page);
  await grade(page, "Again").click();
  await expect(reveal(page)).toBeVisible();
  await page.reload();
  await reveal(page).click();
  await grade(page, "Good").click();
  await expect(question(page)).toHaveText("All recalled");
  await page.goto("/en/missed?days=1");
  await expect(page.getByRole("link", { name: asked })).toBeVisible();
  expect(await due()).toBe(before);
});

test("nothing missed is a sentence, in both languages", async ({ page }) => {
  await page.goto("/en/missed?days=nonsense");
  await expect(page.getByText("Nothing left to make up from this period.")).toBeVisible();
  await page.goto("/zh/missed?days=30");
  await expect(page.getByText("这段时间里没有待补的卡片。")).toBeVisible();
  await expectAccessible(page);
});

test("a card that was forgotten eight times is told of, with ways out, and is not suspended by itself", async ({
  page,
  server,
}) => {
  const client = createClient({ url: `file:${server.file}` });
  await client.execute(
    `UPDATE Memory SET state = 'review', lapses = 7, reps = 20, stability = 2, difficulty = 8, scheduledDays = 2,
       lastReviewAt = '2026-01-01T00:00:00.000+00:00', dueAt = '2026-01-03T00:00:00.000+00:00'
     WHERE cardId = 'opening/three-segments'`,
  );
  client.close();
  await page.goto("/en/review");
  await answer(page, "Again");
  const notice = page.getByRole("heading", { name: "You have forgotten this card 8 times." });
  await expect(notice).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Go through its key points one by one" }).click();
  await page.getByText("Point 1 of").click();
  await expect(page.getByRole("heading", { name: "Your memory of this card" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Suspend", exact: true })).toBeVisible();
});

async function dueOf(file: string, card: string): Promise<unknown> {
  const client = createClient({ url: `file:${file}` });
  const { rows } = await client.execute({ sql: "SELECT dueAt FROM Memory WHERE cardId = ?", args: [card] });
  client.close();
  return rows[0]?.dueAt;
}
