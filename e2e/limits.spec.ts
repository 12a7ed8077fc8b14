import type { Locator, Page } from "playwright/test";
import { expect, expectAccessible, test } from "./fixture.ts";
import { answerBox, button, start } from "./interviewing.ts";

/** Puts a text in where the cursor is, as a paste does: a browser cuts it there. */
async function insert(page: Page, field: Locator, text: string): Promise<void> {
  await field.focus();
  await page.keyboard.insertText(text);
}

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("notes that are too long are cut, not in silence, and what was there stays", async ({ page }) => {
  await page.goto("/en/review");
  const notes = page.getByLabel("Say it aloud first");
  const told = page.getByRole("alert").filter({ hasText: "At most 5,000 characters fit here." });
  await page.evaluate((text) => navigator.clipboard.writeText(text), "y".repeat(5_010));
  await notes.focus();
  await page.keyboard.press("Control+v");
  expect(await notes.inputValue()).toBe("y".repeat(5_000));
  await expect(told).toContainText("The last 10 did not fit and were left out.");
  await expectAccessible(page);
  await page.keyboard.press("Control+a");
  await insert(page, notes, "short");
  await expect(told).toHaveCount(0);
  await insert(page, notes, "z".repeat(4_996));
  expect(await notes.inputValue()).toBe(`short${"z".repeat(4_995)}`);
  await expect(told).toContainText("The last one did not fit and was left out.");
});

test("an answer in an interview, an interviewer's notes and a number say it too, in the language of the page", async ({
  page,
}) => {
  await start(page, { minutes: "10" }, "zh");
  await button(page, "开始作答").click();
  await insert(page, answerBox(page), "答".repeat(5_003));
  await expect(page.getByRole("alert").filter({ hasText: "多出的 3 个没有放进来" })).toBeVisible();
  await start(page, { minutes: "10", mode: "pair" });
  const notes = page.getByLabel("Your notes");
  await insert(page, notes, "n".repeat(5_002));
  await expect(page.getByRole("alert").filter({ hasText: "The last 2 did not fit" })).toBeVisible();
  await page.goto("/en/review");
  // What is cut off before the scripts run, nobody counts.
  await expect(button(page, "Show the answer")).toBeEnabled();
  await insert(page, page.getByLabel("Row 2: ack"), "12345678901234567");
  await expect(page.getByRole("alert").filter({ hasText: "At most 14 characters fit here." })).toBeVisible();
});
