import type { Page } from "playwright/test";
import { startServer } from "../scripts/started-server.ts";
import { expect, expectAccessible, figures, test } from "./fixture.ts";

const question = (page: Page) => page.getByRole("heading", { level: 1 });
const reveal = (page: Page) => page.getByRole("button", { name: "Show the answer" });
const grade = (page: Page, name: string) => page.getByRole("button", { name: new RegExp(`^${name}\\b`) });
const undo = (page: Page) => page.getByRole("button", { name: /^Undo/ });

/** Answers the card on the screen and waits for the next one. Returns the question. */
async function answer(page: Page, name: string): Promise<string> {
  const asked = (await question(page).textContent()) ?? "";
  await reveal(page).click();
  await grade(page, name).click();
  await expect(question(page)).not.toHaveText(asked);
  return asked;
}

test("a newcomer answers three cards, breaks a handshake, takes an answer back, and finds all as it was", async ({
  page,
}) => {
  await page.goto("/en");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Welcome");
  expect(await figures(page)).toEqual({ due: "0", missed: "0", new: "10" });
  await page.getByRole("link", { name: "Start reviewing" }).click();

  await page.getByLabel("Say it aloud first").fill("SYN, SYN-ACK, ACK");
  const first = (await question(page).textContent()) ?? "";
  await reveal(page).click();
  await expect(page.getByRole("heading", { name: "In thirty seconds" })).toBeFocused();
  await expect(page.getByText("SYN, SYN-ACK, ACK", { exact: true })).toBeVisible();
  await page.getByRole("checkbox").first().check();

  const player = page.getByRole("region", { name: "Simulation" });
  await player.getByRole("button", { name: /Client receives SYN,ACK seq=0 ack=1/ }).click();
  await player.getByRole("button", { name: /^Drop: ACK seq=1 ack=1/ }).click();
  await expect(player.getByRole("status")).toContainText("dropped ACK seq=1 ack=1");
  const again = player.getByRole("button", { name: /Server: the retransmission timer fires/ });
  await expect(again).toContainText("1.05 s");
  await expect(again).toContainText("sends SYN,ACK seq=0 ack=1 (again)");

  await expect(grade(page, "Good")).toContainText("in 10 min");
  await grade(page, "Good").click();
  await expect(question(page)).not.toHaveText(first);
  await expect(page.getByText("Recorded: Good.")).toBeVisible();
  await answer(page, "Again");
  const third = await answer(page, "Easy");

  await undo(page).click();
  await expect(page.getByText("Undone.", { exact: true })).toBeVisible();
  await expect(question(page)).toHaveText(third);

  await page.reload();
  await expect(question(page)).toHaveText(third);
  await expect(page.getByRole("button", { name: "Undo “Again”" })).toBeVisible();
  await page.goto("/en");
  expect(await figures(page)).toEqual({ due: "2", missed: "1", new: "8" });
});

test("everything works from the keyboard: Space, 1 to 4, u", async ({ page }) => {
  await page.goto("/en/review");
  const first = (await question(page).textContent()) ?? "";
  await page.keyboard.press("3");
  await expect(reveal(page)).toBeVisible();
  await page.keyboard.press("Space");
  await expect(grade(page, "Good")).toBeVisible();
  await page.keyboard.press("Space"); // at once: nobody can have read the answer, so it does not count
  const revealed = await page.evaluate(() => performance.now());
  await expect.poll(() => page.evaluate(() => performance.now())).toBeGreaterThan(revealed + 400);
  await expect(question(page)).toHaveText(first);
  await page.keyboard.press("Space");
  await expect(question(page)).not.toHaveText(first);
  await expect(question(page)).toBeFocused();
  await expect(page.getByRole("button", { name: "Undo “Good”" })).toBeVisible();
  const second = (await question(page).textContent()) ?? "";
  await page.keyboard.press("Enter");
  await page.keyboard.press("1");
  await expect(question(page)).not.toHaveText(second);
  await page.keyboard.press("u");
  await expect(question(page)).toHaveText(second);
});

test("keys belong to the text while one types, and to a button that has the focus", async ({ page }) => {
  await page.goto("/en/review");
  await page.getByLabel("Say it aloud first").focus();
  await page.keyboard.type("1 u 2");
  await expect(page.getByLabel("Say it aloud first")).toHaveValue("1 u 2");
  await expect(reveal(page)).toBeVisible();
  await reveal(page).click();
  const asked = (await question(page).textContent()) ?? "";
  await page.getByRole("button", { name: "To the start" }).focus();
  await page.keyboard.press("Space");
  await expect(page.getByText("Before anything happens")).toBeVisible();
  await expect(question(page)).toHaveText(asked);
});

test("a double click is one answer", async ({ page }) => {
  await page.goto("/en/review");
  await reveal(page).click();
  const asked = (await question(page).textContent()) ?? "";
  await grade(page, "Easy").dblclick();
  await expect(question(page)).not.toHaveText(asked);
  await page.goto("/en");
  await expect(page.getByText("One answer today.")).toBeVisible();
});

test.describe("two tabs", () => {
  test.use({ expected: /409/ });

  test("with the same card give one answer, and the second tab is told", async ({ page, context }) => {
    await page.goto("/en/review");
    const other = await context.newPage();
    await other.goto("/en/review");
    const asked = (await question(page).textContent()) ?? "";
    await answer(other, "Easy");
    await reveal(page).click();
    await grade(page, "Again").click();
    await expect(page.getByRole("alert").filter({ hasText: "answered somewhere else" })).toBeVisible();
    await expect(question(page)).not.toHaveText(asked);
    await page.goto("/en");
    expect(await figures(page)).toEqual({ due: "0", missed: "0", new: "9" });
  });
});

test.describe("without a connection", () => {
  test.use({ expected: /ERR_/ });

  test("nothing is lost: the answer stays on the page and can be sent again, once", async ({ page }) => {
    await page.goto("/en/review");
    await page.getByLabel("Say it aloud first").fill("my answer");
    await reveal(page).click();
    const asked = (await question(page).textContent()) ?? "";
    // The server records the answer, but its reply never arrives.
    await page.route("**/api/reviews/*", async (route) => {
      await route.fetch();
      await route.abort();
    });
    await grade(page, "Good").click();
    await expect(page.getByRole("alert").filter({ hasText: "cannot be reached" })).toBeVisible();
    await expect(page.getByText("my answer", { exact: true })).toBeVisible();
    await page.unroute("**/api/reviews/*");
    await grade(page, "Good").click();
    await expect(question(page)).not.toHaveText(asked);
    await page.goto("/en");
    await expect(page.getByText("One answer today.")).toBeVisible();
  });
});

test("what was typed and ticked outlives a reload", async ({ page }) => {
  await page.goto("/en/review");
  await page.getByLabel("Say it aloud first").fill("half a thought");
  await page.reload();
  await expect(page.getByLabel("Say it aloud first")).toHaveValue("half a thought");
  await reveal(page).click();
  await page.getByRole("checkbox").nth(1).check();
  await page.reload();
  await expect(page.getByRole("checkbox").nth(1)).toBeChecked();
  await expect(page.getByText("half a thought", { exact: true })).toBeVisible();
});

test.describe("with a power cut", () => {
  test.use({ expected: /ERR_/ }); // what was being fetched at that moment

  test("a server that is cut off and started again has kept every answer", async ({ page, server }) => {
    await page.goto("/en/review");
    await answer(page, "Easy");
    await answer(page, "Easy");
    await server.kill();
    const next = await startServer(server.file);
    await page.goto(`${next.address}/en`);
    await expect(page.getByText("2 answers today.")).toBeVisible();
    await next.dispose();
  });
});

test("the review is accessible before and after the reveal", async ({ page }) => {
  await page.goto("/en/review");
  await expectAccessible(page);
  await reveal(page).click();
  await expectAccessible(page);
});
