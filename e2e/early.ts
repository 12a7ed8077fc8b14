import type { Page } from "playwright/test";
import { expect } from "./fixture.ts";

/** Opens a page whose scripts are still on their way. They arrive when the function is called that comes back. */
export async function openEarly(page: Page, open: () => Promise<unknown>): Promise<() => Promise<void>> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await released;
    await route.continue();
  });
  await open();
  await expect(page.getByRole("button", { name: /^(Light or dark|浅色或深色)$/ })).toBeDisabled();
  return async () => {
    release();
    await live(page);
  };
}

/** The scripts run, and have taken over what was entered before. */
export async function live(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: /^(Light or dark|浅色或深色)$/ })).toBeEnabled();
}

/** As a person goes to an address: nobody waits for scripts. */
export const at = (page: Page, address: string) => () => page.goto(address, { waitUntil: "domcontentloaded" });
