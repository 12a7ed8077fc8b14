import { expect, expectAccessible, test } from "./fixture.ts";

test.beforeEach(async ({ page }) => {
  await page.goto("/en/cards/opening/three-segments");
});

test("a drop makes a new film at once; undo brings the old one back", async ({ page }) => {
  const player = page.getByRole("region", { name: "Simulation" });
  const lines = player.getByRole("listitem");
  const told = await lines.allTextContents();
  await lines.filter({ hasText: "connect()" }).getByRole("button").click();
  await player.getByRole("button", { name: /^Drop: SYN seq=0/ }).click();
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

test("the final ACK is dropped, and the server repeats its SYN-ACK one second after the first", async ({ page }) => {
  const player = page.getByRole("region", { name: "Simulation" });
  const lines = player.getByRole("listitem");
  await lines.filter({ hasText: "sends ACK seq=1 ack=1" }).getByRole("button").click();
  await player.getByRole("button", { name: /^Drop: ACK seq=1 ack=1/ }).click();
  await expect(lines.filter({ hasText: "sends SYN,ACK seq=0 ack=1 (again)" }).getByText("1.05 s")).toBeVisible();
  await expect(player.getByText(/First difference: step \d+/)).toBeVisible();
});

test("a segment can be delayed or doubled, a host can crash, and all of it is taken back step by step", async ({
  page,
}) => {
  const player = page.getByRole("region", { name: "Simulation" });
  const lines = player.getByRole("listitem");
  const told = await lines.allTextContents();
  await lines.filter({ hasText: "connect()" }).getByRole("button").click();
  await player.getByRole("button", { name: /^Delay 300 ms: SYN seq=0/ }).click();
  await expect(player.getByText(/Changed: delayed SYN seq=0/)).toBeVisible();
  await lines.filter({ hasText: "connect()" }).getByRole("button").click();
  await player.getByRole("button", { name: /^Double: SYN seq=0/ }).click();
  await expect(lines.filter({ hasText: "(doubled by the network)" })).toHaveCount(1);
  await lines.filter({ hasText: "connect()" }).getByRole("button").click();
  await player.getByRole("button", { name: "Server, at this moment: Crash" }).click();
  await expect(lines.filter({ hasText: "Server loses power" })).toHaveCount(1);
  await player.getByRole("button", { name: "Reset" }).click();
  expect(await lines.allTextContents()).toEqual(told);
});

test("both films can be seen side by side", async ({ page }) => {
  const player = page.getByRole("region", { name: "Simulation" });
  await player.getByRole("listitem").filter({ hasText: "connect()" }).getByRole("button").click();
  await player.getByRole("button", { name: /^Drop: SYN seq=0/ }).click();
  await player.getByRole("button", { name: "Side by side" }).click();
  await expect(player.getByRole("img", { name: /Sequence diagram/ })).toHaveCount(2);
});

test("the rules of a kernel, and numbers as they are on the wire, are a choice away", async ({ page }) => {
  const player = page.getByRole("region", { name: "Simulation" });
  await player.getByLabel("Numbers").selectOption("absolute");
  await expect(player.getByRole("listitem").filter({ hasText: "sends SYN seq=100" })).toHaveCount(1);
  await player.getByLabel("Rules").selectOption("Linux 6.18");
  await expect(player.getByText("Changed: rules of Linux 6.18")).toBeVisible();
  await player.getByLabel("Rules").selectOption("RFC 9293");
  await expect(player.getByText("Changed:")).toHaveCount(0);
});

test("keys alone lead through the film: arrows, Home, End, Space, and to the next change of state", async ({
  page,
}) => {
  const player = page.getByRole("region", { name: "Simulation" });
  const slider = player.getByRole("slider", { name: "Moment of the film" });
  await player.getByRole("heading", { name: "Simulation" }).focus();
  await page.keyboard.press("Home");
  await expect(slider).toHaveValue("-1");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(slider).toHaveValue("1");
  await page.keyboard.press("ArrowLeft");
  await expect(slider).toHaveValue("0");
  await page.keyboard.press("Space");
  await expect(player.getByRole("button", { name: "Pause" })).toBeVisible();
  await page.keyboard.press("End");
  await expect(slider).toHaveValue((await slider.getAttribute("max")) ?? "");
});

test("control blocks, states and the header of a segment open beside the list", async ({ page }) => {
  const player = page.getByRole("region", { name: "Simulation" });
  await player.getByRole("listitem").filter({ hasText: "connect()" }).getByRole("button").click();
  await player.getByRole("button", { name: "Control blocks" }).click();
  await expect(player.getByRole("row", { name: /SND.NXT 1/ })).toBeVisible();
  await player.getByRole("button", { name: "States" }).click();
  await expect(
    player.getByRole("img", { name: "State diagram: the client is in SYN-SENT, the server in LISTEN." }),
  ).toBeVisible();
  await player.getByRole("button", { name: "Segment", exact: true }).click();
  await expect(player.getByRole("cell", { name: /Sequence Number 100/ })).toBeVisible();
  await expectAccessible(page);
});

test("the player asks: a right answer is told right, a wrong one shows what would have come of it", async ({
  page,
}) => {
  const player = page.getByRole("region", { name: "Simulation" });
  await player.getByRole("button", { name: "Ask me" }).click();
  await expect(player.getByText("Before anything happens")).toBeVisible();
  await expect(player.getByText("SYN,ACK")).toHaveCount(0);
  await player.getByRole("button", { name: "To the end" }).click();
  await expect(player.getByText("What does the server do now? Numbers are relative.")).toBeVisible();
  await player.getByLabel("It sends").selectOption("SYN,ACK");
  await player.getByLabel("seq", { exact: true }).fill("0");
  await player.getByLabel("ack", { exact: true }).fill("1");
  await player.getByLabel("State afterwards").selectOption("SYN-RECEIVED");
  await player.getByRole("button", { name: "Check" }).click();
  await expect(player.getByText("Right.", { exact: true })).toBeVisible();
  await player.getByRole("button", { name: "Go on" }).click();
  await expect(player.getByText("1 of 1 right")).toBeVisible();
  await player.getByRole("button", { name: "One step forward" }).click();
  await player.getByLabel("It sends").selectOption("ACK");
  await player.getByLabel("seq", { exact: true }).fill("1");
  await player.getByLabel("ack", { exact: true }).fill("7");
  await player.getByLabel("State afterwards").selectOption("ESTABLISHED");
  await player.getByRole("button", { name: "Check" }).click();
  await expect(player.getByText("Not quite.")).toBeVisible();
  await expect(player.getByText("If your segment were sent instead:")).toBeVisible();
  await expect(player.getByText("→ sends RST seq=7")).toBeVisible();
  await expectAccessible(page);
  await player.getByRole("button", { name: "Go on" }).click();
  await expect(player.getByText("1 of 2 right")).toBeVisible();
});

test("the player asks when a lost segment is sent again", async ({ page }) => {
  const player = page.getByRole("region", { name: "Simulation" });
  await player.getByRole("listitem").filter({ hasText: "connect()" }).getByRole("button").click();
  await player.getByRole("button", { name: /^Drop: SYN seq=0/ }).click();
  await player.getByRole("button", { name: "Ask me" }).click();
  await player.getByRole("button", { name: "To the end" }).click();
  await player.getByRole("radio", { name: "500 ms", exact: true }).check();
  await player.getByRole("button", { name: "Check" }).click();
  await expect(player.getByText("Not quite.")).toBeVisible();
  await expect(player.getByRole("radio", { name: /^500 ms.*wrong$/ })).toBeChecked();
  await expect(player.getByRole("radio", { name: /^1 s.*right$/ })).not.toBeChecked();
});
