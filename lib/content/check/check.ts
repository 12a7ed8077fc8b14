import type { Content, Problem } from "../schema.ts";
import { checkClaims } from "./claims.ts";
import { checkCardFilms, checkExhibitFilms } from "./films.ts";
import { checkGraph } from "./graph.ts";
import { checkModels } from "./models.ts";
import { checkOwnWords } from "./own-words.ts";
import { checkPlaces } from "./places.ts";
import { checkTexts } from "./prose.ts";

/**
 * Everything that is wrong with content that could be read; pure. `notes` are the texts that the cards come from, where
 * they are at hand: no wording of theirs may be carried over.
 */
export function checkContent(content: Content, notes: readonly string[] = []): Problem[] {
  return [
    ...content.cards.flatMap((card) => checkTexts(card, content)),
    ...content.cards.flatMap(checkCardFilms),
    ...content.exhibits.flatMap(checkExhibitFilms),
    ...checkClaims(content),
    ...checkModels(content),
    ...checkGraph(content),
    ...checkOwnWords(content, notes),
    ...checkPlaces(content, notes),
  ];
}
