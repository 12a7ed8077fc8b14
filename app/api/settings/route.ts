import type { NextRequest } from "next/server";
import { localZone } from "#app/_door.ts";
import { db } from "#lib/db/client.ts";
import { changeSettings } from "#lib/learner/learner.ts";
import { changedSettings, clockOf } from "#lib/learner/settings.ts";
import { studyDay } from "#lib/scheduling/day.ts";
import { bodyOf, guarded, refuse } from "../_answering.ts";

/** What the learner chose; what is not named stays in force, however old the page is. It holds for the answers that follow. */
export async function PUT(request: NextRequest): Promise<Response> {
  return guarded(request, async () => {
    const body = await bodyOf(request, changedSettings);
    if (!body.ok) return body.refusal;
    let isPast = false;
    await changeSettings(db(), (stored) => {
      const changed = { ...stored, ...body.data };
      const { zone, rolloverHour } = clockOf(changed, localZone());
      const day = body.data.interview?.day;
      isPast = day !== undefined && day < studyDay(new Date(), zone, rolloverHour);
      return isPast ? stored : changed;
    });
    if (isPast) return refuse(request, "malformed", ["interview.day: lies in the past"]);
    return new Response(null, { status: 204 });
  });
}
