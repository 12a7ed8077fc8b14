import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { lane } from "./lane.ts";

/** Work that ends when it is told to, and writes down when it began. */
function works(begun: string[]) {
  const ends = new Map<string, () => void>();
  const work = (name: string) => () => {
    begun.push(name);
    return new Promise<void>((resolve) => ends.set(name, resolve));
  };
  return { work, end: (name: string) => ends.get(name)?.() };
}

/** Lets everything happen that waits for no time. */
async function settle(): Promise<void> {
  for (let i = 0; i < 10; i++) await setImmediate();
}

test("the second begins when the first has ended, in the order in which they came", async () => {
  const begun: string[] = [];
  const { work, end } = works(begun);
  const inTurn = lane(60_000);
  for (const name of ["first", "second", "third"]) void inTurn(work(name));
  await settle();
  expect(begun).toEqual(["first"]);
  end("first");
  await settle();
  expect(begun).toEqual(["first", "second"]);
  end("second");
  await settle();
  expect(begun).toEqual(["first", "second", "third"]);
});

test("one that fails is its own caller's trouble: the next has its turn", async () => {
  const inTurn = lane(60_000);
  const failing = inTurn(async () => Promise.reject(new Error("broken")));
  const next = inTurn(async () => {});
  await expect(failing).rejects.toThrow("broken");
  await expect(next).resolves.toBeUndefined();
});

test("one that waits for a slow reader holds up the next for no longer than was said", async () => {
  const begun: string[] = [];
  const { work } = works(begun);
  const inTurn = lane(1);
  void inTurn(work("slow"));
  await inTurn(async () => void begun.push("next"));
  expect(begun).toEqual(["slow", "next"]);
});

test("what nobody waits for any more by its turn is not made", async () => {
  const begun: string[] = [];
  const inTurn = lane(60_000);
  await inTurn(
    async () => void begun.push("left"),
    () => false,
  );
  await inTurn(async () => void begun.push("wanted"));
  expect(begun).toEqual(["wanted"]);
});

test("others have their turn between two of the lane", async () => {
  const order: string[] = [];
  const inTurn = lane(60_000);
  void inTurn(async () => {
    order.push("page");
    void setImmediate().then(() => order.push("somebody else"));
  });
  await inTurn(async () => void order.push("next page"));
  expect(order).toEqual(["page", "somebody else", "next page"]);
});
