import { at, openEarly } from "./early.ts";
import { expect, test } from "./fixture.ts";

test("notes typed before the scripts run are what one wrote", async ({ page }) => {
  const scriptsRun = await openEarly(page, at(page, "/en/review"));
  const notes = page.getByLabel("Say it aloud first");
  await notes.pressSequentially("typed early");
  await page.keyboard.press("ArrowLeft");
  await scriptsRun();
  await expect(notes).toBeFocused();
  await page.keyboard.type("!");
  await expect(notes).toHaveValue("typed earl!y");
  await page.getByRole("button", { name: "Show the answer" }).click();
  await expect(page.getByText("typed earl!y", { exact: true })).toBeVisible();
  const sent = page.waitForRequest("**/api/reviews/*");
  await page.getByRole("button", { name: /^Good/ }).click();
  expect((await sent).postDataJSON()).toMatchObject({ notes: "typed earl!y" });
});
