import type { Messages } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";

/** The strings that the review needs in the browser: functions cannot travel, and the rest need not. */
export function reviewWords(m: Messages) {
  const { review } = m;
  const { grades } = review;
  return {
    say: review.say,
    notesLabel: review.notesLabel,
    notesPlaceholder: review.notesPlaceholder,
    show: review.show,
    short: review.short,
    keyPoints: review.keyPoints,
    yourNotes: review.yourNotes,
    otherDraft: review.otherDraft,
    otherAnswers: review.otherAnswers,
    takeOther: review.takeOther,
    lastNotes: review.lastNotes,
    gradeHeading: review.gradeHeading,
    grades,
    gradeHints: review.gradeHints,
    proposed: review.proposed,
    saving: review.saving,
    keys: review.keys,
    keysTwo: review.keysTwo,
    heading: review.heading,
    undone: review.undone,
    redone: review.redone,
    undo: review.undo,
    redo: review.redo,
    quote: m.frame.quote,
    did: review.did,
    forgot: review.forgot,
    remembered: review.remembered,
    more: review.more,
    actions: review.actions,
    said: review.said,
    leech: review.leech,
    recorded: {
      1: say(review.recorded, { grade: grades[1] }),
      2: say(review.recorded, { grade: grades[2] }),
      3: say(review.recorded, { grade: grades[3] }),
      4: say(review.recorded, { grade: grades[4] }),
    },
    offline: m.problems.offline,
    unexpected: m.problems.unexpected,
  };
}

export type ReviewWords = ReturnType<typeof reviewWords>;
