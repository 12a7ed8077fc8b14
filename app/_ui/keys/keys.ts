/** Everything that a screen listens to. "Mod" is Ctrl or Command; a letter or sign is what is printed, on any layout. */
export type Command =
  | ("1" | "2" | "3" | "4" | "-" | "@" | "?")
  | ("e" | "n" | "p" | "r" | "s" | "u" | "Mod+z" | "Mod+Shift+z")
  | ("Space" | "Enter" | "Mod+Enter" | "Escape");

/** What of a KeyboardEvent is looked at. */
export interface Press {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
  getModifierState(key: "AltGraph"): boolean;
}

/**
 * What somebody meant by a key: "u", "Mod+Shift+z", "2", "@", "Space", "Enter"; null: nothing that could be a command.
 *
 * The character counts, since it is what the page prints and the hand looks for: `Z` is another key on a German board, `@`
 * another on each. Only where the character is of another script does the place of the key count. Digits are the one
 * exception: a French, Czech or Lithuanian row types them with Shift or not at all, so without Shift the place will do,
 * unless what stands there is a sign that means something else.
 */
export function meantBy(press: Press): string | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = press;
  // An input method, or an accent that waits for its letter, has this key.
  if (press.isComposing || key === "Process" || key === "Dead" || key === "Unidentified") return null;
  const char = plainForm(key);
  if (char === "@") return isTyped(press) ? char : null;
  const isAlone = !ctrlKey && !metaKey && !altKey && !press.getModifierState("AltGraph");
  if (char === "-" || char === "?") return isAlone ? char : null;
  // Arabic boards have one of their own.
  if (char === "؟") return isAlone ? "?" : null;
  const digit = digitIn(char) ?? (shiftKey ? null : digitAt(press));
  if (digit !== null) return isAlone ? digit : null;
  if (altKey || press.getModifierState("AltGraph") || (ctrlKey && metaKey)) return null;
  const name = nameOf(char, press);
  return name && `${ctrlKey || metaKey ? "Mod+" : ""}${shiftKey ? "Shift+" : ""}${name}`;
}

/**
 * Whether a key goes first to what has the focus: to a text that is typed, a list to choose from, a button. `Ctrl+Enter`
 * types nothing, so that it works everywhere; `Escape` leaves a text, and means nothing elsewhere.
 */
export function belongsTo(target: Element, command: Command): boolean {
  // What lies behind a dialog waits; the help on keys closes as it was opened.
  if (target.closest("dialog")) return command !== "?";
  if (command === "Mod+Enter") return false;
  const isText = target.closest(TEXT) !== null;
  if (command === "Escape") return !isText;
  if (isText || target.closest("select")) return true;
  const presses = command === "Space" || command === "Enter";
  return presses && target.closest("[data-own-keys], button, a, summary, input, [role=button]") !== null;
}

const TEXT = "textarea, [contenteditable], input:not([type=checkbox], [type=radio], [type=range])";

/**
 * `@` stands behind AltGr (which Windows reports as Ctrl with Alt) or Option on many boards; but Alt held with a key that
 * types it by itself is another command, and so is anything with Command.
 */
function isTyped({ code, ctrlKey, metaKey, altKey, shiftKey }: Press): boolean {
  if (metaKey || (ctrlKey && !altKey)) return false;
  return !altKey || !(shiftKey || AT_BY_ITSELF.includes(code));
}

/** Where a board types `@` without Shift, AltGr or Option: Japanese, Bépo, French for Macs (two kinds). */
const AT_BY_ITSELF: readonly string[] = ["BracketLeft", "Digit6", "Backquote", "IntlBackslash"];

/** Small, and not in the full width that an East Asian input method can be set to. */
function plainForm(key: string): string {
  const full = /^[\uff01-\uff5e]$/.test(key) ? String.fromCharCode(key.charCodeAt(0) - 0xfee0) : key;
  return full.length === 1 ? full.toLowerCase() : full;
}

/** A digit of any script as one of ours: each script has its ten in a row, from zero on. `²` is none. */
function digitIn(char: string): string | null {
  const isDigit = (code: number) => /^\p{Nd}$/u.test(String.fromCodePoint(code));
  const code = char.codePointAt(0) ?? 0;
  if (!/^\p{Nd}$/u.test(char)) return null;
  let before = 0;
  while (isDigit(code - before - 1)) before++;
  return String(before % 10);
}

/** The digit that is printed on a key of the row, whatever else it types; not where that is a letter of ours. */
function digitAt({ key, code }: Press): string | null {
  if (/^[a-z]$/i.test(key) || !/^.$/u.test(key)) return null;
  return /^Digit(\d)$/.exec(code)?.[1] ?? null;
}

/** A letter of ours, a key with a name, or by its place a key that types another script; null: any other sign. */
function nameOf(char: string, { code, shiftKey }: Press): string | null {
  if (/^[a-z]$/.test(char)) return char;
  if (char === " " || char === "\u3000") return "Space";
  if (/^[A-Z][A-Za-z]+$/.test(char)) return char;
  if (!/^(?!\p{Script=Latin})[\p{L}\p{M}]/u.test(char)) return null;
  if (code === "Minus" && !shiftKey) return "-";
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? null;
}
