import type { Page } from "playwright/test";
import { expect, expectAccessible, test } from "./fixture.ts";

const table = (page: Page) => page.getByRole("table").first();
const cell = async (page: Page, row: number, column: number) =>
  ((await table(page).getByRole("row").nth(row).getByRole("cell").nth(column).textContent()) ?? "").trim();

/** Fills in the handshake of the first card; the numbers are those on the page. */
async function fillHandshake(page: Page, ackOfServer: (x: number) => number): Promise<void> {
  const [x, y] = [Number(await cell(page, 1, 1)), Number(await cell(page, 2, 1))];
  await page.getByLabel("Row 2: flags").selectOption("SYN,ACK");
  await page.getByLabel("Row 2: ack").fill(String(ackOfServer(x)));
  await page.getByLabel("Row 3: flags").selectOption("ACK");
  await page.getByLabel("Row 3: seq").fill(String(x + 1));
  await page.getByLabel("Row 3: ack").fill(String(y + 1));
  await page.getByLabel("Row 1: Client is then in").selectOption("SYN-SENT");
  await page.getByLabel("Row 2: Server is then in").selectOption("SYN-RECEIVED");
  await page.getByLabel("Row 3: Client is then in").selectOption("ESTABLISHED");
  await page.getByLabel("Row 3: Server is then in").selectOption("ESTABLISHED");
}

test("a drawn question keeps its numbers over a reload, is graded, and suggests a grade", async ({ page }) => {
  await page.goto("/en/review");
  const asked = await table(page).textContent();
  await fillHandshake(page, (x) => x + 1);
  await page.reload();
  await expect(page.getByLabel("Row 3: flags")).toHaveValue("ACK");
  expect(await table(page).textContent()).toBe(asked);
  await page.getByRole("button", { name: "Show the answer" }).click();
  await expect(page.getByText("All correct.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Good \(suggested by your answer\)/ })).toBeVisible();
  await expectAccessible(page);
});

test("what is wrong is shown beside what is right, and the film of the drawn numbers can be played", async ({
  page,
}) => {
  await page.goto("/en/review");
  const x = Number(await cell(page, 1, 1));
  await fillHandshake(page, (isn) => isn);
  await page.getByRole("button", { name: "Show the answer" }).click();
  await expect(page.getByText("8 of 9 right.")).toBeVisible();
  expect(await cell(page, 2, 2)).toContain(`${x}${x + 1}`);
  await expect(page.getByRole("button", { name: /^Again \(suggested by your answer\)/ })).toBeVisible();
  await page.getByRole("button", { name: "Play the film of this question" }).click();
  const films = page.getByRole("region", { name: "Simulation" });
  await expect(films).toHaveCount(2);
  const drawn = films.first();
  await drawn.getByLabel("Numbers").selectOption("absolute");
  await expect(drawn.getByText(`sends SYN seq=${x}`).first()).toBeVisible();
});

test.describe("on the page of a card", () => {
  test("a choice says of each option why it is right or wrong", async ({ page }) => {
    await page.goto("/en/cards/time-wait/how-long");
    await page.getByRole("button", { name: "Answer it yourself" }).click();
    await page.getByRole("checkbox").first().check();
    await page.getByRole("button", { name: "Check" }).click();
    await expect(page.getByRole("status").filter({ hasText: /right\.|correct\./ })).toBeVisible();
    await expectAccessible(page);
  });

  test("segments are put in order with the keyboard, and the next draw has other numbers", async ({ page }) => {
    await page.goto("/en/cards/closing/three-segment-close");
    await page.getByRole("button", { name: "Answer it yourself" }).click();
    const list = page.getByRole("list").filter({ has: page.getByRole("button", { name: /^Move up/ }) });
    const numbers = () => list.getByText(/seq=/).allTextContents();
    await expect(list).toBeVisible();
    const shown = await numbers();
    // Bubble sort by what anybody can see: the SYN of the client is first.
    const up = list.getByRole("button", { name: /^Move up: Client SYN seq/ });
    for (let i = shown.findIndex((text) => text.startsWith("SYN seq")); i > 0; i--) {
      await up.focus();
      await page.keyboard.press("Enter");
    }
    expect((await numbers())[0]).toMatch(/^SYN seq/);
    await page.getByRole("button", { name: "Check" }).click();
    await expect(page.getByText(/\d of \d+ right\.|All correct\./)).toBeVisible();
    await page.getByRole("button", { name: "Ask me again" }).click();
    expect((await numbers()).sort()).not.toEqual(shown.sort());
  });

  test("a film that stands still asks what comes next, and shows nothing of it before", async ({ page }) => {
    await page.goto("/en/cards/opening/lost-syn");
    await page.getByRole("button", { name: "Answer it yourself" }).click();
    await expect(page.getByText("The film is paused.")).toBeVisible();
    await page.getByRole("radio", { name: "32 s", exact: true }).check();
    await page.getByRole("button", { name: "Check" }).click();
    await expect(page.getByText("All correct.")).toBeVisible();
  });

  test("a segment that is predicted wrongly shows what would come of it", async ({ page }) => {
    await page.goto("/en/cards/closing/lost-last-ack");
    await page.getByRole("button", { name: "Answer it yourself" }).click();
    await page.getByLabel("It sends").selectOption("RST");
    await expect(page.getByLabel("ack", { exact: true })).toHaveCount(0);
    await page.getByLabel("seq", { exact: true }).fill("1,000");
    await page.getByLabel("State afterwards").selectOption("TIME-WAIT");
    await page.getByRole("button", { name: "Check" }).click();
    await expect(page.getByText("1 of 4 right.")).toBeVisible();
    await expect(page.getByText("If your segment were sent instead:")).toBeVisible();
    await expectAccessible(page);
  });

  test("one falsified row is found, or shown", async ({ page }) => {
    await page.goto("/en/cards/opening/spot-the-handshake");
    await page.getByRole("button", { name: "Answer it yourself" }).click();
    await page.getByRole("radio").first().check();
    await page.getByRole("button", { name: "Check" }).click();
    await expect(page.getByText(/0 of 1 right\.|All correct\./)).toBeVisible();
    await page.getByRole("button", { name: "Ask me again" }).click();
    await expect(page.getByRole("radio").first()).not.toBeChecked();
    await expectAccessible(page);
  });

  test("the film can be compared with the one that lacks the decisive condition", async ({ page }) => {
    await page.goto("/en/cards/opening/why-three");
    await page.getByRole("button", { name: "Compare: The old SYN never comes" }).click();
    const player = page.getByRole("region", { name: "Simulation" });
    await expect(player.getByRole("img", { name: /Sequence diagram/ })).toHaveCount(2);
    await expect(player.getByText(/First difference: step/)).toBeVisible();
  });
});
