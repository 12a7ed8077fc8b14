import { readFileSync } from "node:fs";
import type { Page } from "playwright/test";
import { test } from "./clock.ts";
import { expect, expectAccessible, expectNoWiderThan, figures } from "./fixture.ts";
import {
  answer,
  answerBox,
  beginning,
  button,
  cardAsked,
  endEarly,
  heading,
  isQuestion,
  SECOND,
  skipUntil,
  start,
} from "./interviewing.ts";

/** An interview is long, even with a quick clock, and the machine may be slow. */
test.describe.configure({ timeout: 150_000 });

const JUNIOR = { minutes: "20", level: "junior" };
const score = (page: Page) => page.getByRole("region", { name: "Score" });

test("the score is what the ticks say, suggestions wait to be taken, and exactly the weak ones come back, once", async ({
  page,
  clock,
  server,
}) => {
  await start(page, JUNIOR);
  const good = await cardAsked(server.file, page);
  const goodQuestion = (await heading(page).textContent()) ?? "";
  await answer(page, clock, good.keyPoints.join("\n"));
  await skipUntil(page, isQuestion(page, 2));
  const bad = await cardAsked(server.file, page);
  await answer(page, clock, "No idea.");
  await skipUntil(page, isQuestion(page, 3));
  await endEarly(page);

  const all = good.keyPoints.length + bad.keyPoints.length;
  await expect(score(page)).toContainText(`0 / ${all}`);
  await expect(score(page)).toContainText(/0:0[5-9]/);
  await expectAccessible(page);
  const first = page.getByRole("article").first();
  await expect(first.getByText("seems to be in your answer")).toHaveCount(good.keyPoints.length);
  await expect(first.getByRole("checkbox", { checked: true })).toHaveCount(0);
  await first.getByRole("button", { name: "Tick what is marked" }).click();
  await expect(first.getByRole("checkbox", { checked: true })).toHaveCount(good.keyPoints.length);
  const kept = page.waitForResponse(
    (response) =>
      response.url().endsWith("/ticks") &&
      response.request().postDataJSON().ticked.length === good.keyPoints.length - 1,
  );
  await first.getByRole("checkbox").first().uncheck();
  await expect(score(page)).toContainText(`${good.keyPoints.length - 1} / ${all}`);
  await expect(score(page)).toContainText(`${Math.round(((good.keyPoints.length - 1) / all) * 100)}%`);
  await kept;
  await page.reload();
  await expect(score(page)).toContainText(`${good.keyPoints.length - 1} / ${all}`);
  await page.getByRole("article").nth(1).getByRole("checkbox").first().check();
  await page.getByRole("link", { name: "Read the whole card" }).first().click();
  await expect(score(page)).toHaveCount(0);
  await page.goBack();
  await expect(score(page)).toContainText(`${good.keyPoints.length} / ${all}`);
  await page.getByRole("article").nth(1).getByRole("checkbox").first().uncheck();
  await expect(score(page)).toContainText(`${good.keyPoints.length - 1} / ${all}`);
  const weak = page.getByRole("region", { name: "Review first" });
  await expect(weak.getByRole("listitem")).toHaveCount(1);
  await expect(weak.getByText(goodQuestion)).toHaveCount(0);

  await first.getByRole("button", { name: "Play the simulation" }).click();
  await expect(first.getByRole("region", { name: "Simulation" })).toBeVisible();

  await page.getByRole("button", { name: "put the failed card into today’s queue" }).click();
  await expect(page.getByText("One card was added to today’s queue.")).toBeVisible();
  await expect(page.getByRole("checkbox").first()).toBeDisabled();
  await page.getByRole("button", { name: /failed card into today’s queue/ }).click();
  await expect(page.getByText("There was nothing left to add to today’s queue.")).toBeVisible();

  // It was kept too early: nothing of it is left, and it is kept once more.
  await button(page, "Judge again").click();
  await expect(page.getByText("You can tick again.")).toBeVisible();
  await expect(page.getByRole("checkbox").first()).toBeEnabled();
  await page.goto("/en");
  expect(await figures(page)).toMatchObject({ due: "0", missed: "0" });
  await page.goBack();
  await page.getByRole("button", { name: "put the failed card into today’s queue" }).click();
  await expect(page.getByText("One card was added to today’s queue.")).toBeVisible();
  await expectAccessible(page);

  await page.goto("/en");
  expect(await figures(page)).toMatchObject({ due: "1", missed: "1" });
  await page.getByRole("link", { name: "Start reviewing" }).click();
  await expect(page.getByRole("link", { name: "Interview" })).toBeVisible();
  await page.getByRole("button", { name: "Show the answer" }).click();
  await page.getByRole("button", { name: /^Easy\b/ }).click();
  await expect(page.getByText("Recorded: Easy.")).toBeVisible();
  await page.goto("/en");
  expect(await figures(page)).toMatchObject({ due: "0" });
  await page.goto("/en/missed");
  await expect(page.getByText("Not said:").first()).toBeVisible();
});

test("past interviews are listed, compared, and saved as Markdown", async ({ page, clock }) => {
  await page.goto("/en/interview");
  await expect(page.getByText("No interview yet.")).toBeVisible();
  for (const ticks of [1, 2]) {
    await start(page, JUNIOR);
    await answer(page, clock, `Round ${ticks} | *said*`);
    await skipUntil(page, isQuestion(page, 2));
    await endEarly(page);
    for (let i = 0; i < ticks; i++) await page.getByRole("checkbox").nth(i).check();
    await button(page, "Keep this judgement").click();
    await expect(page.getByText("Your judgement is kept.")).toBeVisible();
    await clock.advance(3600 * SECOND);
  }
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Save as Markdown" }).click();
  const text = readFileSync(await (await download).path(), "utf8");
  expect(text).toContain("# Debrief: ");
  expect(text).toContain("> Round 2 \\| \\*said\\*");
  expect(text.match(/^- \[x\]/gm)).toHaveLength(2);

  await page.getByRole("link", { name: "All interviews" }).click();
  await expect(page.getByRole("link", { name: /^Debrief: / })).toHaveCount(2);
  await expect(page.getByRole("img", { name: "Key points said, by interview" })).toBeVisible();
  await expectAccessible(page);
  const table = page.waitForEvent("download");
  await page.getByRole("link", { name: "Save as Markdown" }).click();
  expect(readFileSync(await (await table).path(), "utf8")).toMatch(/\| When \|.*\n\| --- \|(.*\n)+\| .*20 min/);
});

test("for two: the interviewer ticks, chooses what to ask, and the same debrief follows", async ({
  page,
  clock,
  server,
}) => {
  await start(page, { ...JUNIOR, mode: "pair" });
  const { keyPoints, followUps } = await cardAsked(server.file, page);
  await expect(page.getByRole("checkbox")).toHaveCount(keyPoints.length);
  await expectAccessible(page);
  await clock.advance(6 * SECOND);
  await beginning(page, () => button(page, "The candidate begins").click());
  await clock.advance(50 * SECOND);
  await page.getByRole("checkbox").nth(1).check();
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoWiderThan(page, 360);
  await page.getByLabel("Your notes").fill("clear voice");
  const asked = followUps[0]?.question ?? "";
  await button(page, asked).click();
  await expect(heading(page)).toHaveText(asked);
  await expect(page.getByRole("checkbox").nth(1)).toBeChecked();
  await button(page, "Next question").click();
  await expect(page.getByText("Question 2 of")).toBeVisible();
  await endEarly(page);
  await expect(page.getByText("clear voice")).toBeVisible();
  await expect(page.getByRole("heading", { level: 3, name: asked })).toBeVisible();
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(1);
  await expect(score(page)).toContainText(`1 / ${keyPoints.length}`);
  await expect(score(page)).toContainText(/0:(0[6-9]|1\d)/);
});

test.describe("two windows", () => {
  test.use({ expected: /409/ });

  test("of one debrief: what is judged is what is shown, and nobody keeps what another has opened again", async ({
    page,
    context,
    clock,
  }) => {
    await start(page, JUNIOR);
    await answer(page, clock, "No idea.");
    await skipUntil(page, isQuestion(page, 2));
    await endEarly(page);
    const other = await context.newPage();
    const saved = (on: Page) => on.waitForResponse((response) => response.url().endsWith("/ticks"));
    const tick = (on: Page, n: number) =>
      Promise.all([saved(on), on.getByRole("article").first().getByRole("checkbox").nth(n).check()]);
    await tick(page, 0);
    await other.goto(page.url());
    await tick(other, 1);
    await button(page, "Keep this judgement").click();
    await expect(page.getByText("Your judgement is kept.")).toBeVisible();
    await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(2);
    await other.reload();
    await button(page, "Judge again").click();
    await expect(page.getByRole("status").filter({ hasText: "You can tick again." })).toBeFocused();
    await expect(page.getByRole("checkbox").first()).toBeEnabled();
    await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(2);
    await other.getByRole("button", { name: /^Put the failed card/ }).click();
    await expect(other.getByRole("alert").filter({ hasText: "another window" })).toBeVisible();
    await expect(button(other, "Keep this judgement")).toBeVisible();
    await expect(other.getByText("Your judgement is kept.")).toHaveCount(0);
  });
});

test("in Chinese, on a dark phone: set up, answer, judge, and the weak ones come back", async ({ page, clock }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/en/interview?minutes=10&level=junior");
  await page.getByRole("radio", { name: "中文" }).check({ force: true });
  await page.getByRole("button", { name: "Start the interview" }).click();
  await expect(page).toHaveURL(/\/zh\/interview\//);
  await expect(page.getByText("第 1 题，共")).toBeVisible();
  await clock.advance(5 * SECOND);
  await page.keyboard.press("Space");
  await answerBox(page).fill("不知道。");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/^(追问|白板)$/)).toBeVisible();
  await expectAccessible(page);
  await expectNoWiderThan(page, 360);
  await button(page, "提前结束").click();
  await button(page, "结束").click();
  await expect(heading(page)).toHaveText("面试复盘");
  await expectAccessible(page);
  await expectNoWiderThan(page, 360);
  await page.getByRole("button", { name: /放进今天的队列/ }).click();
  await expect(page.getByText("1 张卡片进了今天的队列。")).toBeVisible();
  await page.goto("/zh/interview");
  await expectAccessible(page);
  await expect(page.getByText("0%")).toBeVisible();
});

test("a date for the real interview plans the days until then, and leaves the other settings as they are", async ({
  page,
  request,
}) => {
  await page.goto("/en/interview");
  // In another window, since this page was opened.
  expect((await request.put("/api/settings", { data: { newPerDay: 7 } })).status()).toBe(204);
  const day = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("My interview is on").fill(day);
  await button(page, "Plan the days").click();
  await expect(page.getByText(/Your interview is in [678] days\./)).toBeVisible();
  const plan = page.getByRole("group", { name: "Until your interview" });
  await expect(plan.getByRole("row").filter({ hasText: "45 min" })).toHaveCount(1);
  await expect(plan.getByRole("row").filter({ hasText: "today" })).toContainText("7");
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByLabel("My interview is on")).toHaveValue(day);
  await page.getByLabel("My interview is on").fill("");
  await button(page, "Change the date").click();
  await expect(page.getByText("Do you have a date?")).toBeVisible();
  await page.goto("/en/settings");
  await expect(page.getByLabel("New cards a day")).toHaveValue("7");
  await expect(page.getByLabel("Day of the interview")).toHaveValue("");
});
