import { expect, test } from "./fixture.ts";

test.beforeEach(async ({ page }) => {
  await page.goto("/en/cards/opening/three-segments");
});

test("a drop makes a new film at once; undo brings the old one back", async ({ page }) => {
  const player = page.getByRole("region", { name: "Simulation" });
  const lines = player.getByRole("listitem");
  const told = await lines.allTextContents();
  await lines.filter({ hasText: "connect()" }).getByRole("button").click();
  await player.getByRole("button", { name: /^Drop this segment: SYN seq=0/ }).click();
  await expect(lines.filter({ hasText: "The network loses SYN seq=0" })).toHaveCount(1);
  await expect(player.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(player.getByRole("heading", { name: "Simulation" })).toBeFocused();
  expect(await lines.allTextContents()).toEqual(told);
});

test("the film is stepped, scrubbed and played, and plays nothing on its own", async ({ page }) => {
  const player = page.getByRole("region", { name: "Simulation" });
  const slider = player.getByRole("slider", { name: "Moment of the film" });
  const last = Number(await slider.getAttribute("max"));
  await expect(slider).toHaveValue(String(last));
  await player.getByRole("button", { name: "One step back" }).click();
  await expect(slider).toHaveValue(String(last - 1));
  await slider.focus();
  await page.keyboard.press("Home");
  await expect(player.getByText("Before anything happens")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(slider).toHaveValue("0");
  await player.getByRole("button", { name: "Play" }).click();
  await expect(slider).toHaveValue(String(last), { timeout: 15_000 });
  await expect(player.getByRole("button", { name: "Play" })).toBeVisible();
});

test("the diagram draws a lost segment with a cross, and nothing that has not happened yet", async ({ page }) => {
  const player = page.getByRole("region", { name: "Simulation" });
  const diagram = player.getByRole("img", { name: /Sequence diagram/ });
  await expect(diagram.getByText("SYN,ACK seq=0 ack=1")).toBeVisible();
  await player.getByRole("button", { name: "To the start" }).click();
  await expect(diagram.getByText("SYN,ACK seq=0 ack=1")).toHaveCount(0);
});
