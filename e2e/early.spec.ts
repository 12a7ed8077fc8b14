import { randomUUID } from "node:crypto";
import type { APIRequestContext, Page } from "playwright/test";
import { at, live, openEarly } from "./early.ts";
import { expect, test } from "./fixture.ts";
import { answerBox, button, endEarly, heading, skipUntil, start } from "./interviewing.ts";

const notes = (page: Page) => page.getByLabel("Say it aloud first");
const reveal = (page: Page) => page.getByRole("button", { name: "Show the answer" }).click();
const sentTo = async (page: Page, door: string, act: () => Promise<unknown>) => {
  const request = page.waitForRequest((one) => one.method() === "PUT" && one.url().includes(door));
  await act();
  return (await request).postDataJSON();
};
const grade = (page: Page, name: string) =>
  sentTo(page, "/api/reviews/", () => page.getByRole("button", { name: new RegExp(`^${name}`) }).click());

test("notes that are typed before the scripts run are what one wrote, and one types on", async ({ page }) => {
  const scriptsRun = await openEarly(page, at(page, "/en/review"));
  await notes(page).pressSequentially("typed early");
  await page.keyboard.press("ArrowLeft");
  await scriptsRun();
  await expect(notes(page)).toBeFocused();
  await page.keyboard.type("!");
  await expect(notes(page)).toHaveValue("typed earl!y");
  await reveal(page);
  await expect(page.getByText("typed earl!y", { exact: true })).toBeVisible();
  expect(await grade(page, "Good")).toMatchObject({ notes: "typed earl!y" });
});

test("what is typed early goes over an older draft, which can be read and taken back", async ({ page }) => {
  await page.goto("/en/review");
  await notes(page).fill("the older draft");
  await page.getByLabel("Row 2: flags").selectOption("RST");
  await page.getByLabel("Row 3: flags").selectOption("ACK");
  await page.goto("/en/cards");
  const scriptsRun = await openEarly(page, at(page, "/en/review"));
  await notes(page).pressSequentially("new");
  await page.getByLabel("Row 2: flags").selectOption("SYN,ACK");
  await scriptsRun();
  await expect(notes(page)).toHaveValue("new");
  await expect(page.getByLabel("Row 2: flags")).toHaveValue("SYN,ACK");
  await expect(page.getByLabel("Row 3: flags")).toHaveValue("ACK");
  const other = page.getByRole("region", { name: "You had begun another answer" });
  await expect(other).toContainText("the older draft");
  await page.reload();
  await expect(other).toContainText("the older draft");
  await other.getByRole("button").click();
  await expect(notes(page)).toHaveValue("the older draft");
  await expect(page.getByLabel("Row 2: flags")).toHaveValue("RST");
  await expect(other).toContainText("new");
});

test("who had revealed the answer and types again before the scripts run is let go on typing", async ({ page }) => {
  await page.goto("/en/review");
  await notes(page).fill("before");
  await reveal(page);
  await page.goto("/en/cards");
  const scriptsRun = await openEarly(page, at(page, "/en/review"));
  await notes(page).pressSequentially("1 ");
  await scriptsRun();
  await page.keyboard.type("2");
  await expect(notes(page)).toHaveValue("1 2");
  await reveal(page);
  await expect(page.getByText("1 2", { exact: true })).toBeVisible();
});

test("what the browser puts back when one comes back is what one wrote", async ({ page }) => {
  // The first visit ends before any script ran: nothing but the browser can know of it.
  await openEarly(page, at(page, "/en/review"));
  await notes(page).pressSequentially("put back");
  await page.getByLabel("Row 2: flags").selectOption("FIN,ACK");
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await page.goto("/en/cards");
  await page.goBack();
  await live(page);
  await expect(notes(page)).toHaveValue("put back");
  await expect(page.getByLabel("Row 2: flags")).toHaveValue("FIN,ACK");
  await reveal(page);
  expect(await grade(page, "Again")).toMatchObject({ notes: "put back" });
});

/** Leaves one card to be asked. */
async function only(request: APIRequestContext, page: Page, card: string): Promise<void> {
  await page.goto("/en/cards");
  const links = await page.getByRole("main").getByRole("listitem").getByRole("link").all();
  for (const link of links) {
    const cardId = ((await link.getAttribute("href")) ?? "").replace("/en/cards/", "");
    if (cardId === card) continue;
    const data = { cardId, version: 0, kind: "suspend" };
    expect((await request.put(`/api/actions/${randomUUID()}`, { data })).status()).toBe(201);
  }
}

/** Answers whatever a card asks: the last of what can be chosen, 7 where something is typed. */
async function fillIn(page: Page): Promise<number> {
  const article = page.getByRole("article");
  const boxes = article.getByRole("checkbox");
  const radios = article.getByRole("radio");
  const selects = article.getByRole("combobox");
  const fields = article.locator("input[type=text]");
  for (const box of await boxes.all()) await box.check();
  if ((await radios.count()) > 0) await radios.last().check();
  for (const select of await selects.all()) await select.selectOption({ index: 2 });
  for (const field of await fields.all()) await field.pressSequentially("7");
  return (await boxes.count()) + Math.min(1, await radios.count()) + (await selects.count()) + (await fields.count());
}

for (const [kind, card] of [
  ["a choice of several", "time-wait/how-long"],
  ["a choice of one", "opening/client-checks"],
  ["blanks", "opening/three-segments"],
  ["a prediction", "opening/lost-syn"],
  ["the row that is wrong", "opening/spot-the-handshake"],
] as const) {
  test(`the answer to an exercise that is given early is graded: ${kind}`, async ({ page, request }) => {
    await only(request, page, card);
    const scriptsRun = await openEarly(page, at(page, "/en/review"));
    const parts = await fillIn(page);
    expect(parts).toBeGreaterThan(0);
    await scriptsRun();
    await reveal(page);
    await expect(page.getByText(/right\.|All correct\./).first()).toBeVisible();
    const { answer } = await grade(page, "Good");
    expect(Object.values(answer).filter((given) => given !== "" && given !== "no")).toHaveLength(parts);
  });
}

test("segments cannot be moved before the scripts run, and can afterwards", async ({ page, request }) => {
  await only(request, page, "closing/three-segment-close");
  const scriptsRun = await openEarly(page, at(page, "/en/review"));
  const down = page.getByRole("button", { name: /^Move down/ }).first();
  await expect(down).toBeDisabled();
  await scriptsRun();
  await expect(down).toBeEnabled();
});

test("a drill keeps what is typed early as well", async ({ page, request }) => {
  const rest = { rating: 1, durationMs: 1, notes: "", tickedKeyPoints: [], language: "en" };
  const data = { cardId: "opening/three-segments", version: 0, ...rest };
  expect((await request.put(`/api/reviews/${randomUUID()}`, { data })).status()).toBe(201);
  const scriptsRun = await openEarly(page, at(page, "/en/missed/drill?days=7"));
  await notes(page).pressSequentially("drilled");
  await fillIn(page);
  await scriptsRun();
  await reveal(page);
  expect(await grade(page, "Good")).toMatchObject({ kind: "cram", notes: "drilled" });
});

test("a player does what was chosen before its scripts ran", async ({ page }) => {
  const scriptsRun = await openEarly(page, at(page, "/en/cards/opening/lost-final-ack"));
  const player = page.getByRole("region", { name: "Simulation" });
  await player.getByLabel("Numbers").selectOption("absolute");
  await player.getByLabel("Speed").selectOption("4");
  await player.getByRole("slider").fill("2");
  const summary = page.locator("main details:not([open]) > summary").last();
  const opened = (await summary.textContent()) ?? "";
  await summary.click();
  await scriptsRun();
  await expect(player.getByLabel("Numbers")).toHaveValue("absolute");
  await expect(player.getByText(/sends SYN seq=[1-9]/).first()).toBeVisible();
  await expect(player.getByLabel("Speed")).toHaveValue("4");
  await expect(player.getByText(/^3\/\d+|[Ss]tep 3\b/).first()).toBeVisible();
  await expect(page.locator("main details[open]").filter({ hasText: opened })).toBeVisible();
});

test("a player changes the rules that were chosen early", async ({ page }) => {
  const scriptsRun = await openEarly(page, at(page, "/en/cards/opening/lost-final-ack"));
  const rules = page.getByRole("region", { name: "Simulation" }).getByLabel("Rules");
  const other = (await rules.inputValue()) === "rfc9293" ? "linux-6.18" : "rfc9293";
  await rules.selectOption(other);
  await scriptsRun();
  await expect(rules).toHaveValue(other);
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
});

test("an interview is set up as it was chosen early, and looks so at once", async ({ page }) => {
  const scriptsRun = await openEarly(page, at(page, "/en/interview"));
  const length = page.locator("label").filter({ hasText: /^45/ });
  const looks = () => length.evaluate((label) => getComputedStyle(label).backgroundColor);
  const before = await looks();
  await length.click();
  expect(await looks()).not.toBe(before);
  await page
    .locator("label")
    .filter({ hasText: /^senior/i })
    .click();
  await page.getByRole("radio", { name: /weak/i }).check();
  await page.getByRole("radio", { name: /^Strict/ }).check();
  await page.locator("label").filter({ hasText: "中文" }).click();
  await scriptsRun();
  await expect(page).toHaveURL(/minutes=45&level=senior&clock=strict&mode=alone&language=zh&about=weak/);
  const { wishes } = await sentTo(page, "/api/interviews/", () => page.locator("form button").first().click());
  expect(wishes).toMatchObject({ minutes: 45, level: "senior", weakSpots: true, clock: "strict", language: "zh" });
});

test("the day of an interview that was typed early is kept", async ({ page }) => {
  const scriptsRun = await openEarly(page, at(page, "/en/interview"));
  await page.locator("#interview-day").fill("2099-12-31");
  await scriptsRun();
  const form = page.locator("form").filter({ has: page.locator("#interview-day") });
  expect(await sentTo(page, "/api/settings/interview", () => form.getByRole("button").click())).toEqual({
    day: "2099-12-31",
  });
});

test("an answer in an interview goes on where it stood, also before the scripts run", async ({ page }) => {
  await start(page, { minutes: "20", level: "junior" });
  const kept = page.waitForResponse(
    (one) => one.url().endsWith("/draft") && /first/.test(one.request().postData() ?? ""),
  );
  await answerBox(page).fill("first");
  await kept;
  const scriptsRun = await openEarly(page, at(page, page.url()));
  await expect(answerBox(page)).toHaveValue("first");
  await answerBox(page).focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" and early");
  await scriptsRun();
  await expect(answerBox(page)).toHaveValue("first and early");
  await page.keyboard.type(" and late");
  const answered = page.waitForRequest((one) => one.postDataJSON()?.kind === "answered");
  await button(page, "Done").click();
  const told = (await answered).postDataJSON();
  expect(told).toMatchObject({ kind: "answered", text: "first and early and late" });
});

test("a label on the whiteboard that was chosen early stays", async ({ page }) => {
  await start(page, { minutes: "20", level: "junior", topics: "opening" });
  const board = page.getByRole("list", { name: "Segments" });
  await skipUntil(page, async () => /three-way handshake/.test((await heading(page).textContent()) ?? ""));
  for (let i = 0; i < 4 && !(await board.isVisible()); i++) {
    const asked = (await heading(page).textContent()) ?? "";
    await answerBox(page).fill("SYN, SYN-ACK, ACK.");
    await button(page, "Done").click();
    await expect(heading(page)).not.toHaveText(asked);
  }
  const scriptsRun = await openEarly(page, at(page, page.url()));
  await board.getByRole("combobox").first().selectOption("SYN");
  await board.getByRole("combobox").nth(1).selectOption("RST");
  await scriptsRun();
  const answered = page.waitForRequest((one) => one.postDataJSON()?.kind === "answered");
  await button(page, "Done").click();
  const told = (await answered).postDataJSON();
  expect(told.board).toMatchObject({ "1.flags": "SYN", "2.flags": "RST" });
});

test("ticks of a debrief that were made early count", async ({ page }) => {
  await start(page, { minutes: "20", level: "junior" });
  await answerBox(page).fill("Something.");
  await button(page, "Done").click();
  await expect(answerBox(page)).toHaveValue("");
  await endEarly(page);
  const scriptsRun = await openEarly(page, at(page, page.url()));
  const boxes = page.getByRole("article").first().getByRole("checkbox");
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  const kept = page.waitForRequest((one) => one.url().endsWith("/ticks") && one.postDataJSON().ticked.length === 2);
  await scriptsRun();
  await kept;
  await expect(page.getByRole("region", { name: "Score" })).toContainText("2 /");
});

test("for two: notes and ticks of the one who asks are kept from the beginning", async ({ page }) => {
  await start(page, { minutes: "20", level: "junior", mode: "pair" });
  const scriptsRun = await openEarly(page, at(page, page.url()));
  await page.getByRole("checkbox").first().check();
  await page.locator("textarea").fill("said it early");
  const ticked = page.waitForRequest((one) => one.url().endsWith("/ticks") && one.postDataJSON().ticked.length === 1);
  const kept = page.waitForRequest((one) => one.postDataJSON()?.said?.text === "said it early");
  await scriptsRun();
  await ticked;
  await kept;
});

test("settings that were changed early are saved, and the log that was chosen is imported", async ({ page }) => {
  const scriptsRun = await openEarly(page, at(page, "/en/settings"));
  await page.getByLabel("Desired retention").fill("92.5");
  await page.getByLabel("Two: Again, Good").check();
  await page.getByLabel("Show when each grade").uncheck();
  await page.getByLabel("Time zone").selectOption("America/New_York");
  const log =
    "card_id,review_time,review_rating,review_state,review_duration\nopening/three-segments,1767614400000,3,0,5000";
  await page
    .getByLabel("Log to import")
    .setInputFiles({ name: "a.csv", mimeType: "text/csv", buffer: Buffer.from(log) });
  await page.getByLabel("Longest interval").fill("365");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/en\/settings$/);
  await scriptsRun();
  const save = page.getByRole("button", { name: "Save", exact: true });
  expect(await sentTo(page, "/api/settings", () => save.click())).toMatchObject({
    ...{ desiredRetention: 0.925, maximumInterval: 365, grades: 2, showIntervals: false, zone: "America/New_York" },
  });
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByText(/Imported: /)).toBeVisible();
});

test("the lab runs what was changed early, and opens the file that was chosen early", async ({ page }) => {
  let scriptsRun = await openEarly(page, at(page, "/en/lab?from=open"));
  await page.getByText("Change the scenario").click();
  await page.getByLabel("One way over the wire, ms").fill("75");
  await page.getByLabel("Rules").last().selectOption("rfc9293");
  await scriptsRun();
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page).toHaveURL(/\?s=1\./);
  const scenario = () =>
    JSON.parse(Buffer.from(new URL(page.url()).searchParams.get("s")?.slice(2) ?? "", "base64url").toString());
  expect(scenario()).toMatchObject({ profile: "rfc9293", wire: { delayUs: 75_000 } });
  const file = JSON.stringify({ ...scenario(), wire: { delayUs: 30_000 } });
  scriptsRun = await openEarly(page, at(page, "/en/lab?from=lost-fin"));
  const chooser = page.getByLabel("Open a scenario file");
  await chooser.setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from(file) });
  await scriptsRun();
  await expect(page).toHaveURL(/\?s=1\./);
  expect(scenario()).toMatchObject({ wire: { delayUs: 30_000 } });
});

test("claims are filtered and the language is switched by links, which need no scripts", async ({ page }) => {
  await openEarly(page, at(page, "/en/claims"));
  await page.getByRole("link", { name: "wrong", exact: true }).click();
  await expect(page).toHaveURL(/\/en\/claims\?verdict=wrong$/);
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await page.goto("/en/cards");
  const scriptsRun = await openEarly(page, at(page, "/en/progress"));
  await page.getByRole("link", { name: "中文" }).click();
  await expect(page).toHaveURL(/\/zh\/progress$/);
  await scriptsRun();
  await page.goto("/");
  await expect(page).toHaveURL(/\/zh$/);
});
