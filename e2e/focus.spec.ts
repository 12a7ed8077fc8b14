import type { Page } from "playwright/test";
import { expect, test } from "./fixture.ts";
import { button, heading, start } from "./interviewing.ts";

/** Presses what has the focus or is named, by keyboard. */
async function pressButton(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole("button", { name }).first();
  await expect(button).toBeEnabled(); // until the scripts run it takes no focus
  await button.focus();
  await page.keyboard.press("Enter");
}

/** The focus never stays on nothing: that would be where a page begins, and silence for whoever listens. */
const expectFocusOnPage = (page: Page) =>
  expect.poll(() => page.evaluate(() => document.activeElement?.tagName ?? "BODY")).not.toBe("BODY");

test("an exercise gets the focus, then what came of it, and a wrong single choice is none of one", async ({ page }) => {
  await page.goto("/en/cards/numbers/paws");
  await pressButton(page, "Answer it yourself");
  await expect(page.getByRole("paragraph").filter({ hasText: "One answer is right." })).toBeFocused();
  const options = page.getByRole("radio");
  const right = new Set<string>();
  for (let i = 0; i < (await options.count()); i++) {
    await page.reload();
    await pressButton(page, "Answer it yourself");
    await options.nth(i).check();
    await page.keyboard.press("Control+Enter");
    const result = page.getByRole("status").filter({ hasText: /right\.|correct\./ });
    await expect(result).toBeFocused();
    right.add((await result.textContent()) ?? "");
  }
  expect([...right].sort()).toEqual(["0 of 1 right.", "All correct."]);
});

test("asking again begins again, with the focus on the task", async ({ page }) => {
  await page.goto("/zh/cards/opening/spot-the-handshake");
  await pressButton(page, "自己答一答");
  await page.getByRole("radio").first().check();
  await pressButton(page, "核对");
  await expect(page.getByText(/1 处中答对 0 处。|全部正确。/)).toBeFocused();
  await pressButton(page, "再来一题");
  await expect(page.getByText("有一行与模拟器给出的不同。是哪一行？")).toBeFocused();
});

test("after the reveal the focus is on the result of what was answered", async ({ page }) => {
  await page.goto("/en/review");
  await page.getByLabel("Row 2: flags").selectOption("SYN,ACK");
  await page.getByRole("button", { name: "Show the answer" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(/\d of 9 right\./)).toBeFocused();
  await pressButton(page, "Play the film of this question");
  await expect(page.getByRole("heading", { name: "Simulation" }).first()).toBeFocused();
});

test("what is moved keeps the focus, up and down", async ({ page }) => {
  await page.goto("/en/cards/closing/three-segment-close");
  await pressButton(page, "Answer it yourself");
  const down = page.getByRole("button", { name: /^Move down: Client SYN seq/ });
  const up = page.getByRole("button", { name: /^Move up: Client SYN seq/ });
  await down.focus();
  for (let i = 0; i < 9; i++) {
    await page.keyboard.press("Enter");
    await expect(down).toBeFocused();
  }
  await expect(down).toHaveAttribute("aria-disabled", "true");
  await up.focus();
  for (let i = 0; i < 9; i++) {
    await page.keyboard.press("Enter");
    await expect(up).toBeFocused();
  }
});

test("a film that asks sends the focus to the verdict and on to its controls", async ({ page }) => {
  await page.goto("/en/lab?from=open");
  await pressButton(page, "Ask me");
  await pressButton(page, "To the end");
  const check = page.getByRole("button", { name: "Check" });
  await check.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^(Right|Not quite|Wrong|Correct)/).first()).toBeFocused();
  await pressButton(page, "Go on");
  await expect(page.getByRole("button", { name: "Play", exact: true })).toBeFocused();
});

test("a card that is suspended, resumed and put off says so where the focus is", async ({ page }) => {
  await page.goto("/en/cards/opening/why-three");
  await pressButton(page, "Suspend");
  await expect(page.getByText("Suspended. If you did not mean to, undo it in Review.")).toBeFocused();
  await pressButton(page, "Resume");
  await expect(page.getByText("Resumed: this card comes up again.")).toBeFocused();
});

test("whatever goes away in the review, the focus stays on the page", async ({ page }) => {
  await page.goto("/en/review");
  await expect(page.getByRole("button", { name: "Show the answer" })).toBeEnabled();
  await page.keyboard.press("-");
  await expect(page.getByText("Put off until tomorrow.", { exact: true })).toBeVisible();
  await expectFocusOnPage(page);
  await pressButton(page, /^Undo/);
  await expect(page.getByText("Undone.", { exact: true })).toBeVisible();
  await expectFocusOnPage(page);
  await pressButton(page, /^Redo/);
  await expect(page.getByText("Redone.", { exact: true })).toBeVisible();
  await expectFocusOnPage(page);
  await expect(page.getByRole("button", { name: /^Undo/ })).toBeVisible(); // the next card is there
  await page.getByText("More", { exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /^Suspend/ })).toBeVisible();
  await page.getByRole("button", { name: /^Suspend/ }).focus();
  await page.keyboard.press("Escape");
  await expect(page.getByText("More", { exact: true })).toBeFocused();
});

test("the last row of the lab's form can be removed, and the form be run, without losing the focus", async ({
  page,
}) => {
  await page.goto("/en/lab?from=open");
  await page.getByText("Change the scenario").click();
  const remove = page.getByRole("button", { name: /^Remove: Call/ });
  for (let left = await remove.count(); left > 0; left--) {
    await remove.last().focus();
    await page.keyboard.press("Enter");
    await expect(remove).toHaveCount(left - 1);
    await expectFocusOnPage(page);
  }
  await pressButton(page, "Run");
  await expect(page).toHaveURL(/\?s=1\./);
  await expectFocusOnPage(page);
});

test("beginning an answer for two keeps the focus on what is asked", async ({ page }) => {
  await start(page, { minutes: "10", mode: "pair" });
  await button(page, "The candidate begins").focus();
  await page.keyboard.press("Enter");
  await expect(button(page, "The candidate begins")).toHaveCount(0);
  await expect(heading(page)).toBeFocused();
});
