// npm run screenshots: the pictures of the README, taken from the production build with a learner of their own.
import { mkdirSync } from "node:fs";
import { chromium, type Page } from "playwright/test";
import { BROWSER_ARGS, ensureBrowser } from "./browser.ts";
import { build, isBuilt } from "./next-build.ts";
import { startServer } from "./started-server.ts";

const FOLDER = "docs/screenshots";

if (!isBuilt() && !(await build())) process.exit(1);
mkdirSync(FOLDER, { recursive: true });
const server = await startServer();
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: BROWSER_ARGS });
try {
  for (const { name, width, height, locale, dark, show } of pictures()) {
    const context = await browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: 1.5,
      locale,
      colorScheme: dark ? "dark" : "light",
    });
    const page = await context.newPage();
    await show(page);
    await page.screenshot({ path: `${FOLDER}/${name}.png` });
    await context.close();
    console.log(`${FOLDER}/${name}.png`);
  }
} finally {
  await browser.close();
  await server.dispose();
}

function pictures() {
  const card = async (page: Page, path: string, drop: string) => {
    await page.goto(server.address + path);
    const player = page.getByRole("region", { name: /^(Simulation|模拟)$/ });
    await player.getByRole("listitem").filter({ hasText: drop }).first().getByRole("button").click();
    await player.getByRole("button", { name: /^(Drop|丢弃)/ }).click();
    await player.evaluate((element) => window.scrollTo(0, element.getBoundingClientRect().top + window.scrollY - 12));
  };
  return [
    {
      name: "simulation-en",
      width: 1120,
      height: 800,
      locale: "en-US",
      dark: false,
      show: (page: Page) => card(page, "/en/cards/opening/three-segments", "Client receives SYN,ACK"),
    },
    {
      name: "simulation-zh",
      width: 1120,
      height: 800,
      locale: "zh-CN",
      dark: true,
      show: (page: Page) => card(page, "/zh/cards/opening/three-segments", "客户端收到 SYN,ACK"),
    },
    ...(["en", "zh"] as const).map((language) => ({
      name: `review-${language}`,
      width: 1120,
      height: 760,
      locale: language === "en" ? "en-US" : "zh-CN",
      dark: false,
      show: async (page: Page) => {
        await page.goto(`${server.address}/${language}/review`);
        await fillHandshake(page);
        await page.getByRole("button", { name: /Show the answer|显示答案/ }).click();
        await page.getByRole("checkbox").nth(0).check();
        await page.getByRole("checkbox").nth(2).check();
        await page.evaluate(() => window.scrollTo(0, 0));
      },
    })),
  ];
}

/** Answers the exercise of the first card, with one mistake. */
async function fillHandshake(page: Page): Promise<void> {
  const cell = async (row: number) =>
    Number(await page.getByRole("table").first().getByRole("row").nth(row).getByRole("cell").nth(1).textContent());
  const [x, y] = [await cell(1), await cell(2)];
  const choices = ["SYN,ACK", "ACK", "SYN-SENT", "SYN-RECEIVED", "ESTABLISHED", "ESTABLISHED"];
  const selects = page.getByRole("main").getByRole("combobox");
  for (const [i, choice] of choices.entries()) await selects.nth(i).selectOption(choice);
  const numbers = [x + 1, x, y + 1];
  const fields = page.getByRole("table").first().getByRole("textbox");
  for (const [i, number] of numbers.entries()) await fields.nth(i).fill(String(number));
}
