import { ENDING } from "./ending.ts";
import { OPENING } from "./opening.ts";
import { TALKING } from "./talking.ts";

/** Every rule that can decide a step, and where it stands. */
export const WHYS = { ...OPENING, ...TALKING, ...ENDING };
