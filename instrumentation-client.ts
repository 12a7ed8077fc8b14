import { watchForEarlyInput } from "#app/_ui/early.ts";

// Next loads this file before React takes over the page.
watchForEarlyInput();
