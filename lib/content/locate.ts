/**
 * The line, counted from 1, of what a problem speaks of: the words of `at` are looked for one behind the other, keys of
 * a module as keys. null: not one of them is there.
 */
export function lineNumberOf(source: string, at: readonly PropertyKey[]): number | null {
  let offset: number | null = null;
  for (const word of at) {
    if (typeof word !== "string" || word === "") continue;
    const key = /^\w+$/.test(word) ? new RegExp(`(?<![\\w"])"?${word}"?:`) : null;
    const rest = source.slice(offset ?? 0);
    const found = key === null ? rest.indexOf(word) : rest.search(key);
    if (found >= 0) offset = (offset ?? 0) + found;
  }
  return offset === null ? null : source.slice(0, offset).split("\n").length;
}
