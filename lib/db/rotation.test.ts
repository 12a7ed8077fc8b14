import fc from "fast-check";
import { expect, test } from "vitest";
import { superfluous } from "./rotation.ts";

const DAY_MS = 86_400_000;
const dayAt = (index: number) => new Date(Date.UTC(2026, 0, 1) + index * DAY_MS).toISOString().slice(0, 10);

test("after a year of a backup a day, seven days, four weeks and twelve months are there", () => {
  let kept: string[] = [];
  for (let i = 0; i < 700; i++) {
    kept.push(dayAt(i));
    const gone = new Set(superfluous(kept, dayAt(i)));
    kept = kept.filter((day) => !gone.has(day));
  }
  const today = dayAt(699); // a Wednesday
  expect(today).toBe("2027-12-01");
  expect(kept.slice(-7)).toEqual([693, 694, 695, 696, 697, 698, 699].map(dayAt));
  expect(kept).toContain("2027-11-21"); // the last of its week
  expect(kept).toContain("2027-11-14");
  expect(new Set(kept.map((day) => day.slice(0, 7))).size).toBe(12);
  expect(kept[0]).toBe("2027-01-31");
});

test("whatever backups there are, the newest stays, and nothing of the future goes", () => {
  const days = fc.uniqueArray(fc.integer({ min: 0, max: 2_000 }).map(dayAt), { minLength: 1 });
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 2_000 }).map(dayAt), (all, today) => {
      const gone = superfluous(all, today);
      const past = all.filter((day) => day <= today).sort();
      expect(gone).not.toContain(past.at(-1));
      expect(gone.every((day) => day < today)).toBe(true);
      expect(all.length - gone.length).toBeLessThanOrEqual(7 + 4 + 12 + all.length - past.length);
      // What was thrown away is not asked for again: doing it twice changes nothing.
      const left = all.filter((day) => !gone.includes(day));
      expect(superfluous(left, today)).toEqual([]);
    }),
  );
});
