import type { Content, Problem } from "../schema.ts";

/** What stands before a heading in the notes: marks of Markdown, the number of a list, "Q：". */
const MARKS = /^(?:[#*>\-\s]|\d+\.\s)*(?:Q[：:])?\s*/;

/**
 * Where the notes are at hand (`notes[n]` is note 00n), every place that is cited is there. A long heading is cited by
 * its beginning and "…": it is a reference, not wording to be carried over.
 */
export function checkPlaces({ cards, claims }: Content, notes: readonly string[]): Problem[] {
  if (notes.length === 0) return [];
  const headings = notes.map((note) => note.split("\n").map((line) => line.replace(MARKS, "")));
  const cited = [
    ...cards.map(({ id, spec }) => ({ path: `${id}/card.ts`, places: spec.provenance.notes })),
    ...claims.map(({ id, spec }) => ({ path: `claims/${id}.ts`, places: spec.notes })),
  ];
  return cited.flatMap(({ path, places }) =>
    places.flatMap(({ note, heading }) => {
      const start = heading.replace(/…$/, "");
      const isThere = headings[Number(note)]?.some((line) => line.startsWith(start)) ?? false;
      return isThere ? [] : [{ path, at: [heading], message: `note ${note} has no heading "${heading}"` }];
    }),
  );
}
