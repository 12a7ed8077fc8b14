/** What the page of the settings says, in English. */
export const settingsPage = {
  settings: {
    heading: "Settings",
    note: "Changes hold for answers from now on. Nothing is rescheduled: each card keeps its date until you answer it again.",
    groups: { schedule: "Schedule", reviewing: "Reviewing", days: "Days", interview: "Interview" },
    fields: {
      desiredRetention: "Desired retention, in %",
      maximumInterval: "Longest interval, in days",
      fuzz: "Spread due dates",
      newPerDay: "New cards a day",
      grades: "Grades",
      showIntervals: "Show when each grade brings the card back",
      leechLapses: "Tell me about a card after so many lapses",
      zone: "Time zone",
      rolloverHour: "Hour at which a new day begins",
      "interview.day": "Day of the interview",
      "interview.retention": "Recall on that day, in %",
    },
    hints: {
      desiredRetention:
        "How likely you are to remember a card when it comes back. Higher means more reviews: at 95 % intervals are less than half as long as at 90 %, at 80 % about three times as long.",
      fuzz: "Cards learned together come back a little apart, not all on one day.",
      grades: "With two, there is nothing to ponder: you knew it, or you did not. Schedules become hardly less exact.",
      showIntervals: "Without the intervals you grade what you knew, not when you would like to see the card again.",
      leechLapses:
        "More of the same rarely helps such a card. It is never suspended behind your back. 0: do not tell me.",
      rolloverHour: "From 0 to 23. Until then, a late evening belongs to the day before.",
      interview:
        "Cards that would have sunk below it by then come back shortly before. Leave the day empty if there is none.",
    },
    gradeChoices: { 2: "Two: Again, Good", 4: "Four: Again, Hard, Good, Easy" },
    machineZone: (zone: string) => `As on this machine (${zone})`,
    errors: {
      desiredRetention: "A number from 70 to 97.",
      maximumInterval: "A whole number from 1 to 36500.",
      newPerDay: "A whole number from 0 to 100.",
      leechLapses: "A whole number from 0 to 50.",
      zone: "No time zone of this name is known.",
      rolloverHour: "A whole number from 0 to 23.",
      "interview.day": "Today or a later day; leave it empty if there is no interview.",
      "interview.retention": "A number from 70 to 97.",
    },
    save: "Save",
    saving: "Saving …",
    saved: "Saved.",
    notSaved: "Nothing was saved. Please look at what is marked.",
    unreachable: "The server cannot be reached. Nothing was changed; try again.",
    optimiser: {
      heading: "Weights of your own",
      intro:
        "Schedules follow weights that were found from the answers of thousands of people. From your own log, weights can be found that foretell you better. They are trained on the earlier part, tried on the later, and kept only if they do better there.",
      reviews: (n: number) =>
        n === 1 ? "One of your answers can be learned from." : `${n} of your answers can be learned from.`,
      missing: (n: number) =>
        n === 1
          ? "One more is needed: an answer a day or more after the one before it."
          : `${n} more are needed: answers a day or more after the one before them.`,
      start: "Find my weights",
      running: "A search is under way.",
      progress: "Progress of the search",
      cancel: "Cancel",
      cancelled: "Cancelled. The weights are as they were.",
      before: "Log loss of the weights before",
      after: "Log loss of the new weights",
      kept: "The new weights foretell you better. They hold from now on.",
      notKept: "The new weights are no better, so the ones before stay.",
      lossNote: "On answers that were not trained on; lower is better, 0.69 is a coin.",
      own: "Weights of your own are in force.",
      published: "Back to the published weights",
      dropped: "The published weights are in force.",
      failed: {
        unavailable: "There is no build of the optimiser for this machine. Everything else works without it.",
        unexpected: "Something unexpected happened. The weights are as they were.",
      },
    },
    log: {
      heading: "Your log",
      intro:
        "All answers that stand, as a CSV table in the form that the FSRS optimisers read: one answer a line, times and durations in milliseconds, the state as it was before the answer.",
      export: "Export the log",
      file: "A log to import (.csv)",
      importNote:
        "Only cards without a single answer here take part. The same file twice adds nothing. If a line is wrong, nothing is taken over.",
      import: "Import",
      importing: "Importing …",
      noFile: "Choose a file first.",
      imported: ({
        reviews,
        cards,
        begun,
        unknown,
      }: {
        reviews: number;
        cards: number;
        begun: number;
        unknown: number;
      }) =>
        [
          `Taken over: ${reviews === 1 ? "1 answer" : `${reviews} answers`} to ${cards === 1 ? "1 card" : `${cards} cards`}.`,
          begun > 0 && `Left out, since they have a log here: ${begun === 1 ? "1 card" : `${begun} cards`}.`,
          unknown > 0 && `Left out, since they are unknown here: ${unknown === 1 ? "1 card" : `${unknown} cards`}.`,
        ]
          .filter(Boolean)
          .join(" "),
      refused: {
        "not-csv": "The log must be sent as text/csv. Nothing was taken over.",
        "too-large": "The file is larger than 20 MB. Nothing was taken over.",
        "bad-lines": "Nothing was taken over, since not every line is as it should be:",
      },
      line: (line: number, trouble: string) => `Line ${line}: ${trouble}`,
      more: (n: number) => (n === 1 ? "and one more line" : `and ${n} more lines`),
      troubles: {
        header: "it must be card_id,review_time,review_rating,review_state,review_duration",
        fields: "it must have five fields",
        card: "card_id must look like topic/card",
        time: "review_time must be in milliseconds, between the year 2000 and now",
        rating: "review_rating must be 1, 2, 3 or 4",
        state: "review_state must be 0, 1, 2 or 3",
        duration: "review_duration must be in milliseconds, at most a day",
        twice: "this card has another answer at the same time",
        "too-many": "more than 200,000 answers are too many",
      },
    },
  },
};
