import type { Page } from "playwright/test";
import { expect, expectAccessible, test } from "./fixture.ts";
import { answerBox, button, heading, start } from "./interviewing.ts";
import { atSignOf, keysOf, LAYOUTS, type Pressed } from "./layouts.ts";

/** Presses a key as a keyboard of that layout does: Playwright's own knows only the American one. */
async function press(page: Page, pressed: Pressed & { repeat?: boolean; isComposing?: boolean }): Promise<void> {
  await page.evaluate((init) => {
    const event = new KeyboardEvent("keydown", { ...init, bubbles: true, cancelable: true });
    (document.activeElement ?? document.body).dispatchEvent(event);
  }, pressed);
}

/** The key that types this on a layout; of a script without Latin letters, the one that stands there. */
function keyFor(layout: string, typed: string): Pressed {
  const keys = keysOf(LAYOUTS[layout] ?? { base: [], shift: [] });
  const place = /^\d$/.test(typed) ? `Digit${typed}` : `Key${typed.toUpperCase()}`;
  const found = keys.find(({ key }) => key === typed) ?? keys.find(({ code }) => code === place);
  if (found === undefined) throw new Error(`${layout} has no ${typed}`);
  return found;
}

const ENTER: Pressed = { key: "Enter", code: "NumpadEnter" };

/** One that types its digits with Shift; all of them are tried against the rule itself, beside it. */
const TRIED = ["French"];

for (const layout of TRIED) {
  test(`on a ${layout} board the review does what its keys say`, async ({ page }) => {
    await page.goto("/en/review");
    const first = (await heading(page).textContent()) ?? "";
    await press(page, keyFor(layout, "2"));
    await expect(heading(page)).toHaveText(first);
    await press(page, ENTER);
    await expect(page.getByRole("button", { name: /^Hard/ })).toBeVisible();
    await press(page, keyFor(layout, "2"));
    await expect(page.getByRole("status").filter({ hasText: "Recorded: Hard." })).toBeVisible();
    await expect(heading(page)).not.toHaveText(first);
    const z = keyFor(layout, "z");
    await press(page, { ...z, ctrlKey: true });
    await expect(page.getByText("Undone.", { exact: true })).toBeVisible();
    await expect(heading(page)).toHaveText(first);
    await press(page, { ...z, key: z.key.toUpperCase(), ctrlKey: true, shiftKey: true });
    await expect(page.getByText("Redone.", { exact: true })).toBeVisible();
    await expect(heading(page)).not.toHaveText(first);
    await press(page, keyFor(layout, "u"));
    await expect(heading(page)).toHaveText(first);
    await press(page, keyFor(layout, "e"));
    await expect(page.getByLabel("Say it aloud first")).toBeFocused();
    await page.keyboard.press("Escape");
    const at = atSignOf(LAYOUTS[layout] ?? { base: [], shift: [] });
    await press(page, at ?? { key: "-", code: "NumpadSubtract" });
    await expect(page.getByText(at ? /^Suspended: this card/ : "Put off until tomorrow.")).toBeVisible();
  });
}

test("a key that is held down, or held with another, or belongs to an input method, does nothing", async ({ page }) => {
  await page.goto("/en/review");
  const first = (await heading(page).textContent()) ?? "";
  await press(page, { ...ENTER });
  await expect(page.getByRole("button", { name: /^Good/ })).toBeVisible();
  const one = { key: "1", code: "Digit1" };
  for (const held of [
    { ...one, repeat: true },
    { ...one, isComposing: true },
    { ...one, key: "Process" },
    { ...one, metaKey: true },
    { ...one, ctrlKey: true },
    { ...one, altKey: true },
    { key: "-", code: "Minus", altKey: true },
    { key: "@", code: "Digit2", shiftKey: true, metaKey: true },
    { key: '"', code: "Digit2", shiftKey: true },
    { key: "y", code: "KeyZ", ctrlKey: true },
  ]) {
    await press(page, held);
  }
  await expect(heading(page)).toHaveText(first);
  await expect(page.getByText(/^Recorded/)).toHaveCount(0);
  await press(page, one);
  await expect(page.getByText("Recorded: Again.")).toBeVisible();
  await page.goto("/en");
  await expect(page.getByText("One answer today.")).toBeVisible();
});

test("Ctrl+Enter shows the answer from within the notes, and Escape leaves them", async ({ page }) => {
  await page.goto("/en/review");
  const notes = page.getByLabel("Say it aloud first");
  await notes.fill("my own words");
  await page.keyboard.press("Escape");
  await expect(heading(page)).toBeFocused();
  await page.keyboard.press("e");
  await expect(notes).toBeFocused();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: "In thirty seconds" })).toBeFocused();
  await expect(page.getByText("my own words", { exact: true })).toBeVisible();
});

test("in an interview letters are keys outside of the text on a board of another script, and Escape leads there", async ({
  page,
}) => {
  await start(page, { minutes: "10", clock: "relaxed" });
  const asked = (await heading(page).textContent()) ?? "";
  await press(page, { key: " ", code: "Space" });
  await expect(answerBox(page)).toBeFocused();
  await page.keyboard.type("s r p");
  await page.keyboard.press("Escape");
  await expect(heading(page)).toBeFocused();
  await press(page, keyFor("Russian", "p"));
  await expect(button(page, "Resume")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(answerBox(page)).toHaveValue("s r p");
  await press(page, keyFor("Dvorak", "s"));
  await expect(heading(page)).not.toHaveText(asked);
});

test("a question mark tells the keys of the page as it is now, and Escape leads back to where one was", async ({
  page,
}) => {
  await page.goto("/en/review");
  await heading(page).focus();
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keys on this page" });
  await expect(help.getByText("Show the answer")).toBeVisible();
  await expect(help.getByText("Good")).toBeHidden();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
  await expect(heading(page)).toBeFocused();
  await page.keyboard.press("Space");
  await page.keyboard.press("?");
  await expect(help.getByText("Good")).toBeVisible();
  await expect(help.getByText("Show the answer")).toBeHidden();
  // The keys of the page wait meanwhile.
  const card = await heading(page).textContent();
  await page.keyboard.press("3");
  await help.getByRole("button", { name: "Close" }).click();
  await expect(heading(page)).toHaveText(card ?? "");
});

test("on the page of a card the help tells the keys of its simulation, once", async ({ page }) => {
  await page.goto("/en/cards/opening/lost-final-ack");
  await expect(page.getByRole("button", { name: "Play", exact: true })).toBeEnabled();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog").getByText("In the simulation: One step forward")).toHaveCount(1);
});

test("a page without keys of its own says so, and who types a question mark gets one", async ({ page }) => {
  await page.goto("/zh/cards");
  await page.getByRole("button", { name: "按键" }).click();
  await expect(page.getByRole("dialog").getByText("本页没有专用的按键。")).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeHidden();
  const search = page.getByRole("searchbox");
  await search.fill("SYN");
  await search.press("?");
  await expect(search).toHaveValue("SYN?");
  await expect(page.getByRole("dialog")).toBeHidden();
});
