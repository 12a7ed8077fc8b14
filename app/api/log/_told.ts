import type { Language } from "#lib/i18n/languages.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import { TROUBLE_SENTENCES } from "#lib/i18n/trouble.ts";
import type { ImportState } from "#lib/review/log/import-job.ts";

/** An import as it stands, and that in a sentence of the reader's; "": there was none. */
export type ToldImport = ImportState & { readonly message: string };

export function toldImport(state: ImportState, { settings }: Messages, language: Language): ToldImport {
  return { ...state, message: sentence(state, settings.log, language) };
}

function sentence(state: ImportState, words: Messages["settings"]["log"], language: Language): string {
  switch (state.state) {
    case "idle":
      return "";
    case "running":
      return words.running(state.share, state);
    case "cancelled":
      return words.cancelled(state);
    case "failed":
      return words.failed(
        state.reason === "unexpected" ? words.unexpected : TROUBLE_SENTENCES[state.reason][language],
        state,
      );
    case "done":
      return words.imported(state);
  }
}
