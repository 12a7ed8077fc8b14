import { BROWSER_ARGS, ensureBrowser } from "../scripts/browser.ts";
import { expect, expectAccessible, test } from "./fixture.ts";

const NEIGHBOUR = "192.0.2.1";

// To a browser a page of this address is none of its own machine, so that over plain http it is no secure context.
test.use({
  launchOptions: {
    executablePath: ensureBrowser(),
    args: [...BROWSER_ARGS, `--host-resolver-rules=MAP ${NEIGHBOUR} 127.0.0.1`],
  },
});

test.use({ expected: /Cross-Origin-Opener-Policy header has been ignored/ });

for (const [language, copy, label, why] of [
  ["en", "Copy link", "Address of this scenario", "this one came over plain http"],
  ["zh", "复制链接", "这个场景的网址", "而本页经由普通 http 打开"],
] as const) {
  test(`over plain http a link is put there selected, and it is said why (${language})`, async ({ page, server }) => {
    const address = server.address.replace("127.0.0.1", NEIGHBOUR);
    await page.goto(`${address}/${language}/lab?from=open`);
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    const field = page.getByRole("textbox", { name: label });
    for (let times = 0; times < 2; times++) {
      await page.getByRole("button", { name: copy }).click();
      await expect(field).toBeFocused();
      await expect(field).toHaveAccessibleDescription(new RegExp(why));
      const selected = await field.evaluate((one: HTMLInputElement) =>
        one.value.slice(one.selectionStart ?? 0, one.selectionEnd ?? 0),
      );
      expect(selected).toMatch(new RegExp(`^http://${NEIGHBOUR}:\\d+/${language}/lab\\?s=1\\.`));
    }
    await expectAccessible(page);
    await page.goto(await field.inputValue());
    await expect(page.getByRole("region")).not.toHaveCount(0);
  });
}
