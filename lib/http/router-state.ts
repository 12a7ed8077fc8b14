/**
 * Whether the header by which the framework's own client says what it shows (Next-Router-State-Tree) is of the form that
 * the framework believes it to have; it answers 500 to any other. [segment, { slot: the same again }, …].
 */
export function isRouterState(header: string): boolean {
  try {
    return isTree(JSON.parse(decodeURIComponent(header)), 0);
  } catch {
    return false;
  }
}

/** No page of ours is so deep. */
const DEPTH_MAX = 20;

function isTree(value: unknown, depth: number): boolean {
  if (!Array.isArray(value) || value.length < 2 || depth > DEPTH_MAX) return false;
  const [segment, slots] = value;
  const isSegment =
    typeof segment === "string" ||
    (Array.isArray(segment) &&
      segment.every((part) => part === null || typeof part === "string" || Array.isArray(part)));
  if (!isSegment || typeof slots !== "object" || slots === null || Array.isArray(slots)) return false;
  return Object.values(slots).every((slot) => isTree(slot, depth + 1));
}
