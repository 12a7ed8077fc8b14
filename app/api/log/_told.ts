import type { Messages } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";
import type { LineProblem, LineTrouble } from "#lib/review/log/csv.ts";
import type { ImportState } from "#lib/review/log/import-job.ts";

/** An import as it stands, and that in a sentence of the reader's; "": there was none. */
export type ToldImport = ImportState & { readonly message: string };

export function toldImport(state: ImportState, m: Messages): ToldImport {
  return { ...state, message: sentence(state, m) };
}

function sentence(state: ImportState, m: Messages): string {
  if (state.state === "idle") return "";
  const words = m.log;
  const answers = say(words.answers, { n: state.reviews });
  const what = say(words.answersToCards, { answers, cards: say(words.cards, { n: state.cards }) });
  switch (state.state) {
    case "running":
      return say(words.running, { percent: Math.floor(state.share * 100), what });
    case "cancelled":
      return say(words.cancelled, { what });
    case "failed":
      return say(words.failed, {
        why: state.reason === "unexpected" ? words.unexpected : m.trouble.reasons[state.reason],
        what,
      });
    case "done":
      return [say(words.imported, { what }), ...besides(state, m), words.notBrought].join(m.frame.space);
  }
}

/** What became of the rest of a table: nothing is said of what there was none of. */
function besides(
  { begun, unknown, ahead, ignored, ignoredMore }: Extract<ImportState, { state: "done" }>,
  { log: words, frame }: Messages,
): string[] {
  const told: string[] = [];
  const cards = (n: number) => say(words.cards, { n });
  if (begun > 0) told.push(say(words.begun, { cards: cards(begun) }));
  if (unknown > 0) told.push(say(words.unknown, { cards: cards(unknown) }));
  if (ahead > 0) told.push(say(words.ahead, { n: ahead }));
  const names = ignored.map((name) => name || words.noName).join(frame.comma);
  if (ignoredMore > 0) told.push(say(words.unusedOfMore, { names, n: ignoredMore }));
  else if (ignored.length > 0) told.push(say(words.unused, { names }));
  return told;
}

/** What is wrong with a line of a table, in a sentence. */
export function toldProblem({ line, trouble, column, found }: LineProblem, words: Messages["log"]): string {
  if (isOfLine(trouble, words)) return say(words.line, { line, trouble: words.lineTroubles[trouble] });
  const quoted = found === "" ? words.nothing : say(words.quoted, { found });
  const told = say(words.troubles[trouble], { column: column ?? "", found, quoted, n: Number(found) });
  return say(words.line, { line, trouble: told });
}

type OfLine = keyof Messages["log"]["lineTroubles"];

function isOfLine(trouble: LineTrouble, { lineTroubles }: Messages["log"]): trouble is OfLine {
  return trouble in lineTroubles;
}
