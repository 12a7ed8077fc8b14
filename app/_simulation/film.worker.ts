import type { Scenario } from "#lib/tcp/world/scenario.ts";
import { FRAMES_MAX, simulate } from "#lib/tcp/world/simulate.ts";

// Works out one film, away from the page, which can be stopped from there.
addEventListener("message", ({ data }: MessageEvent<Scenario>) => postMessage(simulate(data, FRAMES_MAX)));
