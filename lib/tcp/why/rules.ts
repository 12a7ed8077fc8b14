import { ENDING } from "./ending.ts";
import { OPENING } from "./opening.ts";
import { TALKING } from "./talking.ts";

/** Every rule that can decide a step: where it stands, and what it says in both languages. */
export const WHYS = { ...OPENING, ...TALKING, ...ENDING };
