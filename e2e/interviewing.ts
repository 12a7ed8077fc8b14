import { createClient } from "@libsql/client";
import type { Page } from "playwright/test";
import type { TestClock } from "./clock.ts";
import { expect } from "./fixture.ts";

export const heading = (page: Page) => page.getByRole("heading", { level: 1 });
export const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
export const answerBox = (page: Page) => page.locator("#answer");
export const SECOND = 1000;

/** A card as it lies in the database of the server. */
export interface CardAsked {
  readonly id: string;
  readonly keyPoints: readonly string[];
  readonly mistakes: readonly string[];
  /**
   * What can be asked next: the question as it is said, the place of the key point that it goes after, and the card that
   * it is.
   */
  readonly followUps: readonly {
    readonly question: string;
    readonly probes: number | null;
    readonly card: string | null;
  }[];
}

/** The card whose question is on the screen. */
export async function cardAsked(file: string, page: Page, language = "en"): Promise<CardAsked> {
  const asked = (await heading(page).textContent()) ?? "";
  const client = createClient({ url: `file:${file}` });
  const { rows } = await client.execute({
    sql: `SELECT "Card"."id", coalesce(nullif("spoken", ''), "question") AS "question", "mistakes",
        "CardText"."keyPoints" AS "points", "Card"."keyPoints" AS "pointIds",
        "Card"."followUps" AS "specs", "CardText"."followUps" AS "own"
      FROM "CardText" JOIN "Card" ON "Card"."id" = "cardId" WHERE "language" = ?`,
    args: [language],
  });
  client.close();
  const said = (text: unknown) => String(text).replaceAll("`", "");
  const row = rows.find(({ question }) => said(question) === asked);
  if (row === undefined) throw new Error(`no card asks "${asked}"`);
  const own = JSON.parse(String(row.own)) as { question: string }[];
  const pointIds = JSON.parse(String(row.pointIds)) as string[];
  const specs = JSON.parse(String(row.specs)) as { card?: string; probes?: string }[];
  return {
    id: String(row.id),
    keyPoints: JSON.parse(String(row.points)),
    mistakes: JSON.parse(String(row.mistakes)),
    followUps: specs.map(({ card, probes }) => ({
      question: said(card ? rows.find(({ id }) => id === card)?.question : own.shift()?.question),
      probes: probes === undefined ? null : pointIds.indexOf(probes),
      card: card ?? null,
    })),
  };
}

/** The cards that the interview on the screen asks. */
export async function planOf(file: string, page: Page): Promise<readonly string[]> {
  const client = createClient({ url: `file:${file}` });
  const id = page.url().split("/").at(-1) ?? "";
  const { rows } = await client.execute({
    sql: `SELECT json("plan") AS "plan" FROM "Interview" WHERE "id" = ?`,
    args: [id],
  });
  client.close();
  return JSON.parse(String(rows[0]?.plan)) as string[];
}

/** Begins an interview with these choices in the address. */
export async function start(page: Page, choices: Readonly<Record<string, string>>, language = "en"): Promise<void> {
  await page.goto(`/${language}/interview?${new URLSearchParams(choices)}`);
  await page.locator("form button[type=submit]").first().click();
  await expect(page).toHaveURL(/\/interview\/[0-9a-f-]{36}$/);
}

/** Answers what is at hand and waits for what comes next. */
export async function answer(page: Page, clock: TestClock, text: string, seconds = 40): Promise<void> {
  const asked = (await heading(page).textContent()) ?? "";
  await clock.advance(5 * SECOND);
  await beginning(page, () => button(page, "Start answering").click());
  await clock.advance(seconds * SECOND);
  if (await answerBox(page).isVisible()) await answerBox(page).fill(text);
  await button(page, "Done").click();
  await expect(heading(page)).not.toHaveText(asked);
}

/** Does what begins an answer, and waits until the server knows: its clock must not jump before. */
export async function beginning(page: Page, act: () => Promise<void>): Promise<void> {
  const told = page.waitForResponse((response) => response.url().includes("/events/") && response.ok());
  await act();
  await told;
}

export const isOver = async (page: Page) => page.url().endsWith("/debrief");

/** Skips what is at hand until a question of the plan is asked that fits, or fails when there is none. */
export async function skipUntil(page: Page, fits: () => Promise<boolean>): Promise<void> {
  for (let skipped = 0; skipped < 20; skipped++) {
    if (await fits()) return;
    const asked = (await heading(page).textContent()) ?? "";
    await button(page, "Skip").click();
    await expect(heading(page)).not.toHaveText(asked);
  }
  throw new Error("none of the questions fits");
}

/** Ends the interview, unless it came to its end by itself. */
export async function endEarly(page: Page): Promise<void> {
  const end = button(page, "End early");
  const debrief = page.getByRole("heading", { level: 1, name: "Debrief" });
  await expect(end.or(debrief)).toBeVisible();
  if (await end.isVisible()) {
    await end.click();
    await button(page, "Yes, end it").click();
  }
  await expect(debrief).toBeVisible();
}

/** Whether this question of the plan is on the screen, or something about it. */
export const isQuestion = (page: Page, n: number) => async () =>
  (await page.getByText(`Question ${n} of`).count()) === 1;
