import { Box } from "#app/_ui/box.tsx";
import type { Messages } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";
import type { Learner } from "#lib/learner/learner.ts";
import type { ClockTrouble } from "#lib/review/log/ahead-queries.ts";
import { studyDay } from "#lib/scheduling/day.ts";

interface Props {
  trouble: ClockTrouble | null;
  clock: Learner["clock"];
  m: Messages;
}

/** Says that the log has times which have not come, if it has. */
export function ClockNote({ trouble, clock, m }: Props) {
  if (trouble === null) return null;
  const { entries, latest } = trouble;
  return (
    <Box as="p" look="sunk" className="mt-6 text-sm">
      {say(m.today.clock, { n: entries, latest: studyDay(latest, clock.zone, clock.rolloverHour) })}
    </Box>
  );
}
