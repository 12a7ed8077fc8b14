import { expect, test } from "vitest";
import { asPercent, enteredIn, refusedIn } from "./entered.ts";

const filled = {
  desiredRetention: "90.5",
  maximumInterval: "365",
  newPerDay: "0",
  grades: "4",
  leechLapses: "8",
  zone: "",
  rolloverHour: "4",
  "interview.day": "",
  "interview.retention": "95",
};

function formOf(entries: Readonly<Record<string, string>>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(entries)) data.set(name, value);
  return data;
}

test("percents become shares, an empty zone is the machine's, and without a day there is no interview", () => {
  expect(enteredIn(formOf(filled))).toEqual({
    desiredRetention: 0.905,
    maximumInterval: 365,
    fuzz: false,
    newPerDay: 0,
    grades: 4,
    showIntervals: false,
    leechLapses: 8,
    zone: null,
    rolloverHour: 4,
    interview: null,
  });
});

test("a box that is ticked is there, one that is not is left out of the form", () => {
  expect(enteredIn(formOf({ ...filled, fuzz: "on" }))).toMatchObject({ fuzz: true, showIntervals: false });
});

test("a number that is missing is null, and none is zero", () => {
  expect(enteredIn(formOf({ ...filled, newPerDay: "", desiredRetention: "" }))).toMatchObject({
    newPerDay: null,
    desiredRetention: null,
  });
});

test("the day of an interview comes with the chance of recall on it", () => {
  const { interview } = enteredIn(formOf({ ...filled, "interview.day": "2026-12-24" }));
  expect(interview).toEqual({ day: "2026-12-24", retention: 0.95 });
});

test("a share is shown in percent with one decimal, and comes back as it was", () => {
  expect(asPercent(0.905)).toBe(90.5);
  expect(enteredIn(formOf({ ...filled, desiredRetention: String(asPercent(0.877)) })).desiredRetention).toBe(0.877);
});

test("what the server says of a field begins with its name", () => {
  expect(refusedIn(["zone: unknown", "interview.day: is over"])).toEqual(["zone", "interview.day"]);
});
