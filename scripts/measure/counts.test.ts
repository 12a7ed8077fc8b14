import { expect, test } from "vitest";
import { countAll } from "./counts.ts";
import { importsOf, isTest, ownSources } from "./source.ts";

test("the house keeps to the numbers that may not be passed", () => {
  const counts = countAll();
  expect(counts.filter(({ most }) => most !== null).length).toBeGreaterThan(1);
  for (const { name, found, most } of counts) if (most !== null) expect(found.slice(most), name).toEqual([]);
});

test("whatever form an import has, it is seen: workers, import() and types as well", () => {
  const seen = ownSources()
    .filter((file) => !isTest(file))
    .flatMap(importsOf);
  const to = (file: string) => seen.filter((one) => one.to === file);
  expect(to("app/_simulation/film.worker.ts")).toMatchObject([{ typeOnly: false }]);
  expect(to("app/_simulation/ask.tsx")).toMatchObject([{ typeOnly: false }]);
  expect(to("app/_simulation/next-question.ts").some(({ typeOnly }) => typeOnly)).toBe(true);
  expect(to("app/globals.css").map(({ from }) => from)).toContain("app/[locale]/layout.tsx");
});
