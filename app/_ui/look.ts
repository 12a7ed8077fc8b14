/** How something that is pressed looks, be it a button or a link. */
export type Look = "main" | "quiet" | "alarm" | "pill" | "text" | "title" | "entry" | "grade" | "bare";

/** How much room it takes; "square" is for a sign. Letters are as large as those around; in large ones they are larger. */
export type LookSize = "small" | "medium" | "large" | "square";

const BOXED = "rounded-lg aria-disabled:opacity-50";

const LOOKS: Readonly<Record<Look, string>> = {
  main: `${BOXED} bg-action font-medium text-on-action hover:opacity-90`,
  quiet: `${BOXED} border border-line hover:bg-sunk`,
  alarm: `${BOXED} border border-line text-alarm hover:bg-sunk`,
  // One of several: the one that holds is marked.
  pill: "rounded-full border border-line px-3 py-0.5 text-ink hover:bg-sunk held:border-ink held:bg-sunk",
  text: "underline underline-offset-4 hover:text-ink aria-disabled:no-underline",
  // Where all are links, no line says so.
  title: "underline-offset-4 hover:underline held:underline",
  // One of a list, as wide as the list.
  entry: "w-full rounded px-2 py-1.5 text-start text-ink hover:bg-sunk held:bg-sunk aria-disabled:opacity-50",
  // Beside others, with two lines in it; the border is the grade's own.
  grade: "w-full rounded-lg border px-1 py-2 leading-tight aria-disabled:opacity-50",
  bare: "rounded text-quiet hover:text-ink",
};

/** A finger hits what is 44 pixels high: so is what stands by itself. */
const SIZES: Readonly<Record<LookSize, string>> = {
  small: "px-3 py-1.5",
  medium: "px-5 py-2.5",
  large: "px-6 py-3 text-lg",
  square: "grid size-9 place-items-center",
};

/** The classes of a look. Only a box has sizes. `place` says where it stands, and nothing of how it looks. */
export function lookOf(look: Look, size: LookSize, place: string | undefined): string {
  const isBox = look === "main" || look === "quiet" || look === "alarm";
  return joined(LOOKS[look], isBox && SIZES[size], place);
}

/** Classes beside each other, without those that are not there. */
export function joined(...classes: readonly (string | false | undefined)[]): string {
  return classes.filter(Boolean).join(" ");
}
