import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { matrixFile, runRow } from "./matrix.ts";
import { runTimer, timersFile } from "./timers.ts";

const data = (name: string) => JSON.parse(readFileSync(path.join(import.meta.dirname, "data", name), "utf8"));

test("under linux-6.18 the machine answers as the kernel did, but for three rows that are left on purpose", () => {
  const verdicts = matrixFile.parse(data("linux-matrix.json")).rows.map(runRow);
  expect(verdicts.filter(({ agrees }) => !agrees).map(({ id }) => id)).toEqual([
    "row 463: base, SYN-RECEIVED(active), . seq=nxt ack=una len=0",
    "row 488: base, SYN-RECEIVED(active), P. seq=nxt ack=una len=5",
    "row 490: base, SYN-RECEIVED(active), FP. seq=nxt ack=nxt len=5",
  ]);
  expect(verdicts).toHaveLength(698);
});

test("under linux-6.18 every timer fires as the kernel's did, within the kernel's slack", () => {
  const verdicts = timersFile.parse(data("linux-timers.json")).timers.map(runTimer);
  expect(verdicts.filter(({ agrees }) => !agrees)).toEqual([]);
  expect(verdicts).toHaveLength(17);
});

test("a row that the machine does not answer so is told as a difference", () => {
  const [row] = matrixFile.parse(data("linux-matrix.json")).rows;
  if (row === undefined) throw new Error("the matrix has no rows");
  expect(runRow({ ...row, next: "LISTEN" }, 0).agrees).toBe(false);
  expect(runRow({ ...row, reply: [] }, 0)).toMatchObject({ agrees: false, got: ". 1 2 0, then CLOSE-WAIT" });
  expect(runRow({ ...row, state: "NOWHERE" }, 0).agrees).toBe(false);
});
