/** Versions as numbers in their order; a range as the stretches it admits, each from a version on and up to another. */
type Stretch = readonly [from: number, to: number];

/** Whether a range of Node versions admits every version of another; throws for a form that no dependency uses. */
export function admitsAll(range: string, wanted: string): boolean {
  const admitted = joined(stretchesOf(range));
  return stretchesOf(wanted).every(([from, to]) => admitted.some(([a, b]) => a <= from && to <= b));
}

function stretchesOf(range: string): Stretch[] {
  return range.split("||").map((part) => {
    const [, form, major = "", minor = "0", patch = "0"] =
      /^\s*(>=|\^)\s*(\d+)(?:\.(\d+))?(?:\.(\d+))?\s*$/.exec(part) ?? [];
    if (form === undefined || (form === "^" && major === "0")) throw new Error(`"${range}" is a range of another form`);
    return [
      numberOf(major, minor, patch),
      form === "^" ? numberOf(String(Number(major) + 1), "0", "0") : Number.POSITIVE_INFINITY,
    ];
  });
}

function numberOf(major: string, minor: string, patch: string): number {
  return (Number(major) * 1_000 + Number(minor)) * 1_000 + Number(patch);
}

/** Stretches that meet, as one. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const [from, to] of [...stretches].sort(([a], [b]) => a - b)) {
    const last = result.at(-1);
    if (last && from <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], to)];
    else result.push([from, to]);
  }
  return result;
}
