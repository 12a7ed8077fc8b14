import fc from "fast-check";
import { expect, test } from "vitest";
import { endOfStudyDay, fromStudyClock, startOfStudyDay, studyDay, toStudyClock } from "./day.ts";

const at = (iso: string) => new Date(iso);

test.each([
  ["Asia/Shanghai", "2026-11-21T19:59:59Z", "2026-11-21"],
  ["Asia/Shanghai", "2026-11-21T20:00:00Z", "2026-11-22"],
  ["America/New_York", "2026-11-01T08:59:59Z", "2026-10-31"],
  ["America/New_York", "2026-11-01T09:00:00Z", "2026-11-01"],
  ["America/New_York", "2026-03-08T07:59:59Z", "2026-03-07"],
  ["America/New_York", "2026-03-08T08:00:00Z", "2026-03-08"],
  ["Asia/Kolkata", "2026-06-30T22:29:59Z", "2026-06-30"],
  ["Asia/Kolkata", "2026-06-30T22:30:00Z", "2026-07-01"],
])("in %s, %s belongs to %s: the day turns at four in the morning", (zone, instant, day) => {
  expect(studyDay(at(instant), zone)).toBe(day);
});

const instant = fc.date({ min: at("2000-01-01T00:00:00Z"), max: at("2060-01-01T00:00:00Z"), noInvalidDate: true });
const zone = fc.constantFrom(
  "UTC",
  "Asia/Shanghai",
  "America/New_York",
  "Asia/Kolkata",
  "Pacific/Apia",
  "Europe/Berlin",
);

test("a study day begins at or before each of its instants, ends after it, and the next begins there", () => {
  fc.assert(
    fc.property(instant, zone, (now, z) => {
      const [start, end] = [startOfStudyDay(now, z), endOfStudyDay(now, z)];
      expect(start <= now && now < end).toBe(true);
      expect(startOfStudyDay(end, z)).toEqual(end);
      expect(studyDay(start, z)).toBe(studyDay(now, z));
    }),
  );
});

test("the study clock can be set back, but for the hour that a change of clocks repeats", () => {
  fc.assert(
    fc.property(instant, zone, (now, z) => {
      const back = fromStudyClock(toStudyClock(now, z), z);
      expect(Math.abs(back.getTime() - now.getTime()) % 3_600_000).toBe(0);
      expect(toStudyClock(back, z)).toEqual(toStudyClock(now, z));
    }),
  );
});

test("a day ends in the next one, also where a change of clocks leaves out the hour at which it turns", () => {
  const zones = fc.constantFrom("America/New_York", "America/Havana", "Africa/Cairo", "Europe/Berlin", "Asia/Kolkata");
  const hours = fc.integer({ min: 0, max: 23 });
  const changes = fc.constantFrom(
    "2026-03-08T06:30:00Z",
    "2026-03-08T04:30:00Z",
    "2026-11-01T05:30:00Z",
    "2026-04-23T21:30:00Z",
  );
  const moments = fc.oneof(
    instant,
    fc
      .tuple(changes, fc.integer({ min: -90_000, max: 90_000 }))
      .map(([change, s]) => new Date(at(change).getTime() + s * 1000)),
  );
  fc.assert(
    fc.property(moments, zones, hours, (now, z, hour) => {
      const end = endOfStudyDay(now, z, hour);
      expect(end > now).toBe(true);
      expect(studyDay(end, z, hour) > studyDay(now, z, hour)).toBe(true);
      expect(studyDay(new Date(end.getTime() - 1), z, hour)).toBe(studyDay(now, z, hour));
      expect(startOfStudyDay(end, z, hour)).toEqual(end);
    }),
  );
});

test("an offset that was looked up before is still the one of that instant, on either side of a change of clocks", () => {
  const changes = ["2026-03-08T07:00:00Z", "2026-11-01T06:00:00Z", "2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z"];
  for (const change of changes) {
    for (const seconds of [-1, 0, 899, 900, -901, -1, 0]) {
      const now = new Date(at(change).getTime() + seconds * 1000);
      for (const name of ["America/New_York", "Europe/Berlin"]) {
        const clock = toStudyClock(now, name, 0).toISOString().slice(11, 19);
        expect(clock).toBe(now.toLocaleTimeString("en-GB", { timeZone: name }));
      }
    }
  }
});
