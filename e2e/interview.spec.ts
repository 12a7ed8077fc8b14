import { startServer } from "../scripts/started-server.ts";
import { test } from "./clock.ts";
import { expect, expectAccessible } from "./fixture.ts";
import {
  answer,
  answerBox,
  beginning,
  button,
  type CardAsked,
  cardAsked,
  endEarly,
  heading,
  isOver,
  isQuestion,
  planOf,
  SECOND,
  skipUntil,
  start,
} from "./interviewing.ts";

/** An interview is long, even with a quick clock, and the machine may be slow. */
test.describe.configure({ timeout: 150_000 });

const JUNIOR = { minutes: "20", level: "junior" };

test("ten minutes by the clock: thinking and answering are told apart, nothing is revealed, and it ends", async ({
  page,
  clock,
  server,
}) => {
  await page.goto("/en/interview");
  await page.getByRole("radio", { name: "10 min" }).check({ force: true });
  await page.getByRole("button", { name: "Start the interview" }).click();
  await expect(page.getByText(/^Question 1 of [34]$/)).toBeVisible();
  const { keyPoints } = await cardAsked(server.file, page);
  await expect(page.getByText((keyPoints[0] ?? "").replaceAll("`", ""))).toHaveCount(0);
  await expectAccessible(page);
  await clock.advance(20 * SECOND);
  await expect(page.getByText(/^9:3\d$/)).toBeVisible();
  let asked = 0;
  for (; !(await isOver(page)); asked++) {
    expect(asked).toBeLessThan(20);
    await answer(page, clock, "Something about sequence numbers.", 60);
  }
  // Ten minutes hold no more than ten answers of a minute; when they are over, nothing more is asked.
  expect(asked).toBeLessThanOrEqual(10);
  await expect(heading(page)).toHaveText("Debrief");
});

test("what comes next depends on the answer: a missed key point, all said, a usual mistake, a skip", async ({
  page,
  clock,
  server,
}) => {
  await start(page, { ...JUNIOR, topics: "opening" });
  const plan = await planOf(server.file, page);
  const open = ({ followUps }: CardAsked) => followUps.filter(({ card }) => card === null || !plan.includes(card));
  // Nothing known: what goes after the first key point that has a follow-up, if it is no question of this interview.
  const first = await cardAsked(server.file, page);
  await answer(page, clock, "I do not know.");
  const towards = open(first)
    .filter(({ probes }) => probes !== null)
    .sort((a, b) => (a.probes ?? 0) - (b.probes ?? 0));
  await expect(heading(page)).toHaveText(towards[0]?.question ?? "Is there anything you would add?");
  await skipUntil(page, isQuestion(page, 2));

  // All said: the harder question, else the whiteboard or the next one; nothing that goes after what was said.
  const second = await cardAsked(server.file, page);
  await answer(page, clock, second.keyPoints.join("\n"));
  const harder = open(second).find(({ probes }) => probes === null);
  if (harder) await expect(heading(page)).toHaveText(harder.question);
  else await expect(page.getByText(/^(Whiteboard|Question 3 of \d)$/)).toBeVisible();
  await skipUntil(page, isQuestion(page, 3));

  // A usual mistake: is one sure?
  const third = await cardAsked(server.file, page);
  const wrong = third.mistakes.map((mistake) => /^\*\*["“](.+?)["”]\*\*/.exec(mistake)?.[1] ?? "");
  await answer(page, clock, wrong.join(" "));
  await expect(heading(page)).toHaveText(/Are you sure\?$/);
  await button(page, "Skip").click();
  await expect(page.getByText(/^Question 4 of \d$/)).toBeVisible();
});

test("a reload, or a closed lid, changes nothing but the clock, which tells the truth about the gap", async ({
  page,
  clock,
}) => {
  await start(page, JUNIOR);
  const asked = (await heading(page).textContent()) ?? "";
  await button(page, "Start answering").click();
  const saved = page.waitForResponse((response) => response.url().endsWith("/draft") && response.ok());
  await answerBox(page).fill("half a thought");
  await clock.advance(2 * SECOND);
  await saved;
  await page.reload();
  await expect(heading(page)).toHaveText(asked);
  await expect(answerBox(page)).toHaveValue("half a thought");
  await expect(button(page, "Done")).toBeVisible();
  await page.goto("about:blank");
  await clock.advance(5 * 60 * SECOND);
  await page.goBack();
  await expect(page.getByText("You were away for 5 min. The clock ran on.")).toBeVisible();
  await expect(page.getByText(/^1[45]:\d\d$/)).toBeVisible();
  await button(page, "Done").click();
  await expect(heading(page)).not.toHaveText(asked);
});

test.describe("a crash", () => {
  test.use({ expected: /ERR_/ }); // what was being said at that moment

  test("of the server: started again, it goes on with the same question and what was typed", async ({
    page,
    server,
  }) => {
    await start(page, JUNIOR);
    const asked = (await heading(page).textContent()) ?? "";
    const saved = page.waitForResponse(
      (response) => response.url().endsWith("/draft") && (response.request().postData() ?? "").includes("half"),
    );
    await answerBox(page).fill("half a thought");
    await saved;
    await server.kill();
    await button(page, "Done").click();
    await expect(page.getByRole("alert").filter({ hasText: "cannot be reached" })).toBeVisible();
    await expect(answerBox(page)).toHaveValue("half a thought");
    const again = await startServer(server.file);
    await page.goto(again.address + new URL(page.url()).pathname);
    await expect(heading(page)).toHaveText(asked);
    await expect(answerBox(page)).toHaveValue("half a thought");
    await button(page, "Done").click();
    await expect(heading(page)).not.toHaveText(asked);
    await again.dispose();
  });
});

test("a relaxed clock does not count what one was away, and a pause hides the question", async ({ page, clock }) => {
  await start(page, { ...JUNIOR, clock: "relaxed" });
  const asked = (await heading(page).textContent()) ?? "";
  await page.goto("about:blank");
  await clock.advance(5 * 60 * SECOND);
  await page.goBack();
  await expect(page.getByText("You were away for 5 min. The clock did not run.")).toBeVisible();
  await expect(page.getByText(/^(19:[45]\d|20:00)$/)).toBeVisible();
  await answerBox(page).fill("typed, then paused at once");
  await button(page, "Pause").click();
  await expect(page.getByText("The clock has stopped")).toBeVisible();
  await expect(page.getByText(asked)).toHaveCount(0);
  await expectAccessible(page);
  await clock.advance(5 * 60 * SECOND);
  await button(page, "Resume").click();
  await expect(heading(page)).toHaveText(asked);
  await expect(heading(page)).toBeFocused();
  await expect(answerBox(page)).toHaveValue("typed, then paused at once");
  await expect(page.getByText(/^(19:[345]\d|20:00)$/)).toBeVisible();
});

test("a lid that is closed with the page open: once it is open again, the page says so", async ({ page, clock }) => {
  await start(page, JUNIOR);
  await clock.advance(5 * 60 * SECOND);
  await expect(page.getByText("You were away for 5 min. The clock ran on.")).toBeVisible();
  await expect(page.getByText(/^1[45]:\d\d$/)).toBeVisible();
});

test("who leaves by a link and comes back by the browser's history finds what was typed last", async ({ page }) => {
  await start(page, JUNIOR);
  const asked = (await heading(page).textContent()) ?? "";
  await answerBox(page).fill("first");
  await page.getByRole("link", { name: "Lab" }).click();
  await expect(heading(page)).not.toHaveText(asked);
  await page.goBack();
  await expect(answerBox(page)).toHaveValue("first");
  await answerBox(page).fill("first and second");
  await page.getByRole("link", { name: "Lab" }).click();
  await expect(heading(page)).not.toHaveText(asked);
  await page.goBack();
  await expect(answerBox(page)).toHaveValue("first and second");
});

test("a double click begins an answer and does not end it", async ({ page }) => {
  await start(page, JUNIOR);
  const asked = (await heading(page).textContent()) ?? "";
  await button(page, "Start answering").dblclick();
  await expect(button(page, "Done")).toBeVisible();
  await expect(heading(page)).toHaveText(asked);
});

test("a strict clock ends in mid-sentence, with what was typed by then", async ({ page, clock }) => {
  await start(page, { minutes: "10", level: "junior", clock: "strict" });
  await expect(button(page, "Pause")).toHaveCount(0);
  await beginning(page, () => button(page, "Start answering").click());
  await answerBox(page).fill("because the other side");
  await clock.advance(601 * SECOND);
  await expect(page).toHaveURL(/\/debrief$/);
  await expect(page.getByText("because the other side")).toBeVisible();
  await expect(page.getByText("The interview ended here.")).toBeVisible();
});

test("one can end early, after being asked once more; what was not begun is not judged", async ({ page, clock }) => {
  await start(page, JUNIOR);
  const first = (await heading(page).textContent()) ?? "";
  await button(page, "End early").click();
  await expect(button(page, "No, go on")).toBeFocused();
  await button(page, "No, go on").click();
  await expect(heading(page)).toHaveText(first);
  await answer(page, clock, "Something.");
  await skipUntil(page, isQuestion(page, 2));
  const second = (await heading(page).textContent()) ?? "";
  await endEarly(page);
  await expect(page.getByRole("heading", { level: 2, name: `1. ${first}` })).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: second })).toHaveCount(0);
});

test("the whiteboard: segments are put in order and labelled, and the simulator grades", async ({ page, clock }) => {
  await start(page, { ...JUNIOR, topics: "opening" });
  await skipUntil(page, async () => /three-way handshake/.test((await heading(page).textContent()) ?? ""));
  await answer(page, clock, "SYN, SYN-ACK, ACK.");
  for (let i = 0; i < 3 && !(await page.getByRole("list", { name: "Segments" }).isVisible()); i++) {
    await answer(page, clock, "That is all.");
  }
  const board = page.getByRole("list", { name: "Segments" });
  await expect(board).toBeVisible();
  await expectAccessible(page);
  // The SYN has no ack, and the SYN-ACK comes from the server.
  const place = async (row: RegExp | string, above: number) => {
    for (let i = 0; i < 3; i++) {
      const rows = await board.getByRole("listitem").allTextContents();
      const at = rows.findIndex((text) => (typeof row === "string" ? text.includes(row) : row.test(text)));
      if (at <= above) return;
      await board
        .getByRole("listitem")
        .nth(at)
        .getByRole("button", { name: /^Move up/ })
        .click();
    }
  };
  await place("Server → Client", 0);
  await place(/Client → Server.*seq=\d+(?!.*ack)/, 0);
  for (const [i, flags] of ["SYN", "SYN,ACK", "ACK"].entries()) {
    await board.getByRole("combobox").nth(i).selectOption(flags);
  }
  await button(page, "Done").click();
  await expect(board).toHaveCount(0);
  await endEarly(page);
  await expect(page.getByRole("heading", { name: "Whiteboard" })).toBeVisible();
  await expect(page.getByText("All correct.")).toBeVisible();
});

test("everything works from the keyboard: Enter, Space, Ctrl+Enter, r, s, p", async ({ page }) => {
  await page.goto("/en/interview?minutes=10&level=junior");
  await expect(page.getByRole("button", { name: "Start the interview" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Question 1 of")).toBeVisible();
  await expect(button(page, "Start answering")).toBeVisible();
  const first = (await heading(page).textContent()) ?? "";
  await page.keyboard.press("r");
  await expect(heading(page)).toBeFocused();
  await page.keyboard.press("Space");
  await expect(answerBox(page)).toBeFocused();
  await page.keyboard.type("s p r are letters here");
  await expect(answerBox(page)).toHaveValue("s p r are letters here");
  await page.keyboard.press("Control+Enter");
  await expect(heading(page)).not.toHaveText(first);
  await expect(heading(page)).toBeFocused();
  const second = (await heading(page).textContent()) ?? "";
  await page.keyboard.press("p");
  await expect(button(page, "Resume")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText(second);
  await page.keyboard.press("s");
  await expect(heading(page)).not.toHaveText(second);
  await button(page, "End early").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/debrief$/);
  await page.getByRole("checkbox").first().focus();
  await page.keyboard.press("Space");
  await expect(page.getByRole("checkbox").first()).toBeChecked();
});

test.describe("two windows", () => {
  test.use({ expected: /409/ });

  test("of one interview: the slower one is told, and shows where it stands", async ({ page, context, clock }) => {
    await start(page, JUNIOR);
    const asked = (await heading(page).textContent()) ?? "";
    const other = await context.newPage();
    await other.goto(page.url());
    await button(other, "Skip").click();
    await expect(heading(other)).not.toHaveText(asked);
    await clock.advance(SECOND);
    await button(page, "Skip").click();
    await expect(page.getByRole("alert").filter({ hasText: "another window" })).toBeVisible();
    await expect(heading(page)).toHaveText((await heading(other).textContent()) ?? "");
  });
});

test("a second window that only looks on leaves what the first one types as it is", async ({
  page,
  context,
  clock,
}) => {
  await start(page, JUNIOR);
  const other = await context.newPage();
  await other.clock.install();
  await other.goto(page.url());
  await expect(answerBox(other)).toBeVisible();
  const saved = page.waitForResponse((response) => (response.request().postData() ?? "").includes("mine"));
  await answerBox(page).fill("mine");
  await clock.advance(2 * SECOND);
  await saved;
  const alive = other.waitForResponse((response) => response.url().endsWith("/draft"));
  await other.clock.fastForward(21 * SECOND);
  await alive;
  await page.reload();
  await expect(answerBox(page)).toHaveValue("mine");
});

test("speech: questions are read aloud if one wishes, and phrases are taken down where the browser can", async ({
  page,
}) => {
  await page.addInitScript(() => {
    const spoken: string[] = [];
    Object.assign(window, { spoken });
    window.speechSynthesis.speak = ({ text }) => void spoken.push(text);
    class Recognition {
      onresult: ((event: unknown) => void) | null = null;
      onend: (() => void) | null = null;
      start() {
        const phrase = (transcript: string) => Object.assign([{ transcript }], { isFinal: true });
        this.onresult?.({ resultIndex: 0, results: [phrase(" two "), phrase("numbers ")] });
      }
      stop() {
        this.onend?.();
      }
    }
    Object.assign(window, { SpeechRecognition: Recognition });
  });
  await start(page, JUNIOR);
  await page.getByLabel("Read questions aloud").check();
  const asked = (await heading(page).textContent()) ?? "";
  const spoken = () => page.evaluate(() => (window as unknown as { spoken: string[] }).spoken);
  await expect.poll(spoken).toEqual([asked]);
  await button(page, "Repeat the question").click();
  await expect.poll(spoken).toEqual([asked, asked]);
  await button(page, "Dictate").click();
  await expect(answerBox(page)).toHaveValue("two numbers");
  await button(page, "Stop dictating").click();
  await expect(button(page, "Dictate")).toBeVisible();
});
