import type { NextRequest } from "next/server";
import { localZone } from "#app/_door.ts";
import { db } from "#lib/db/client.ts";
import { chooseInterviewDay, readLearner } from "#lib/learner/learner.ts";
import { interviewDate } from "#lib/learner/settings.ts";
import { studyDay } from "#lib/scheduling/day.ts";
import { bodyOf, guarded, refuse } from "../../_answering.ts";

/** The day of the real interview alone; all else that the learner chose stays, however old the page is. */
export async function PUT(request: NextRequest): Promise<Response> {
  return guarded(request, async () => {
    const body = await bodyOf(request, interviewDate);
    if (!body.ok) return body.refusal;
    const { day } = body.data;
    const { zone, rolloverHour } = (await readLearner(db(), localZone())).clock;
    const today = studyDay(new Date(), zone, rolloverHour);
    if (day !== null && day < today) return refuse(request, "malformed", ["day: lies in the past"]);
    await chooseInterviewDay(db(), day, today);
    return new Response(null, { status: 204 });
  });
}
