import type { NextRequest } from "next/server";
import { localZone } from "#app/_door.ts";
import { db } from "#lib/db/client.ts";
import { changeSettings } from "#lib/review/learner.ts";
import { clockOf, learnerSettings } from "#lib/review/settings.ts";
import { studyDay } from "#lib/scheduling/day.ts";
import { bodyOf, guarded, refuse } from "../_answering.ts";

/** Weights are found, not chosen: those that a request does not name stay in force, however old the page is. */
const chosenSettings = learnerSettings.extend({ weights: learnerSettings.shape.weights.removeDefault().optional() });

/** What the learner chose, whole. It holds for the answers that follow. */
export async function PUT(request: NextRequest): Promise<Response> {
  return guarded(request, async () => {
    const body = await bodyOf(request, chosenSettings);
    if (!body.ok) return body.refusal;
    const { weights, ...chosen } = body.data;
    const { zone, rolloverHour } = clockOf({ ...chosen, weights: null }, localZone());
    const today = studyDay(new Date(), zone, rolloverHour);
    if (chosen.interview !== null && chosen.interview.day < today) {
      return refuse(request, "malformed", ["interview.day: lies in the past"]);
    }
    await changeSettings(db(), (stored) => ({ ...chosen, weights: weights === undefined ? stored.weights : weights }));
    return new Response(null, { status: 204 });
  });
}
