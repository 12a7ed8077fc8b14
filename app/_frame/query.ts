/** What Next hands over of the part of an address behind "?". */
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What an address asks for, by name, and what of it was left out, as it stands in the address. */
export interface AskedAddress<Name extends string> {
  readonly asked: Readonly<Partial<Record<Name, string>>>;
  readonly ignored: readonly string[];
}

/**
 * Reads the query of a page by one rule: each name counts once, the first time; a name that the page does not know, or a
 * value that it does not understand, counts as not there. Whatever is left out is told. The punctuation of a sentence
 * around an address cannot belong to a value, and is left out of it; a test of `known` sees the value without it.
 */
export function readQuery<Name extends string>(
  query: Query,
  known: Readonly<Record<Name, (value: string) => boolean>>,
): AskedAddress<Name> {
  const asked: Partial<Record<Name, string>> = {};
  const ignored: string[] = [];
  for (const [name, given] of Object.entries(query)) {
    const [first = "", ...others] = [given ?? []].flat();
    ignored.push(...others.map((other) => tell(name, other)));
    if (!isOne(known, name)) {
      ignored.push(tell(name, first));
      continue;
    }
    const bare = first.replace(AROUND, "");
    if (known[name](first)) asked[name] = first;
    else if (bare !== first && known[name](bare)) {
      asked[name] = bare;
      ignored.push(first.replace(bare, "…"));
    } else ignored.push(tell(name, first));
  }
  return { asked, ignored: ignored.slice(0, IGNORED_MAX) };
}

/** So many parts that were left out are told. */
const IGNORED_MAX = 10;

/** Signs and white space at both ends. */
const AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** So much of it that one can find it in the address. */
const TOLD_MAX = 40;

function tell(name: string, value: string): string {
  const told = value === "" ? name : `${name}=${value}`;
  return told.length > TOLD_MAX ? `${told.slice(0, TOLD_MAX)}…` : told;
}

function isOne<Name extends string>(known: Readonly<Record<Name, unknown>>, name: string): name is Name {
  return Object.hasOwn(known, name);
}

/** Whether a part of an address is the number of a page. */
export function isPage(page: string): boolean {
  return /^[1-9]\d{0,8}$/.test(page);
}
