import { writeFileSync } from "node:fs";
import { scenario } from "#lib/content/scenario.ts";
import { playerWords } from "#lib/i18n/words/player.ts";
import { packetsOf } from "#lib/pcapng/of-film.ts";
import { pcapng } from "#lib/pcapng/pcapng.ts";
import type { Film } from "#lib/tcp/world/film.ts";
import { describeFilm } from "#lib/tcp/world/film-text.ts";
import { EVENTS_MAX, simulate } from "#lib/tcp/world/simulate.ts";
import { fail, parsed, readJson } from "../input.ts";

/** Prints the film of a scenario as text or as JSON lines, or writes it as a capture. */
export function run(file: string, options: { profile?: string; json: boolean; pcapng?: string }): void {
  if (options.json && options.pcapng !== undefined)
    fail("--json and --pcapng are two forms of the same film: choose one");
  const raw = readJson(file);
  const given = typeof raw === "object" && raw !== null && options.profile ? { ...raw, profile: options.profile } : raw;
  const film = simulate(parsed(scenario, given, file));
  if (film.ended === "work") {
    const reached = film.frames.at(-1)?.atUs ?? 0;
    fail(`${file}: (top): the film is more work than ${film.work} pieces; it was stopped at ${reached / 1000} ms`);
  }
  if (film.ended === "events") fail(`${file}: (top): the film has more than ${EVENTS_MAX} events`);
  for (const rule of film.idleRules) console.error(`${file}: wire.rules.${rule}: warning: this rule never matches`);
  if (options.pcapng !== undefined) return capture(film, options.pcapng);
  const lines = options.json
    ? film.frames.map((frame) => JSON.stringify(frame))
    : [...describeFilm(film), `ended: ${film.ended}`];
  for (const line of lines) console.log(line);
}

function capture(film: Film, file: string): void {
  try {
    writeFileSync(file, pcapng(packetsOf(film, playerWords.en)));
  } catch (error) {
    fail(`${file}: ${error instanceof Error ? error.message : error}`);
  }
  console.log(`${film.flights.length} packets in ${file}`);
}
