/** What the form holds, as the server wants it; a number that is missing becomes null, which the server refuses. */
export function enteredIn(data: FormData) {
  const number = (name: string) => (data.get(name) ? Number(data.get(name)) : null);
  const share = (name: string) => {
    const value = number(name);
    return value === null ? null : Math.round(value * 10) / 1000;
  };
  const day = data.get("interview.day");
  return {
    desiredRetention: share("desiredRetention"),
    maximumInterval: number("maximumInterval"),
    fuzz: data.has("fuzz"),
    newPerDay: number("newPerDay"),
    grades: number("grades"),
    showIntervals: data.has("showIntervals"),
    leechLapses: number("leechLapses"),
    zone: data.get("zone") || null,
    rolloverHour: number("rolloverHour"),
    interview: day ? { day, retention: share("interview.retention") } : null,
  };
}

/** 0.905 as 90.5. */
export function asPercent(share: number): number {
  return Math.round(share * 1000) / 10;
}

/** Which fields the server refuses, of what it says about each: "zone: unknown". */
export function refusedIn(fields: readonly string[]): readonly string[] {
  return fields.map((field) => field.split(": ")[0] ?? field);
}
