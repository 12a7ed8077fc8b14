/** What the page of the settings says, in English. */
export const settingsPage = {
  settings: {
    heading: "Settings",
    note: "Changes apply to answers from now on. Nothing is rescheduled: each card keeps its date until you answer it again.",
    groups: { schedule: "Schedule", reviewing: "Reviewing", days: "Time", interview: "Interview" },
    fields: {
      desiredRetention: "Desired retention, in %",
      maximumInterval: "Longest interval, in days",
      fuzz: "Spread due dates",
      newPerDay: "New cards a day",
      grades: "Grades",
      showIntervals: "Show when each grade brings the card back",
      leechLapses: "Tell me when a card has been forgotten this many times",
      zone: "Time zone",
      rolloverHour: "Hour at which a new day begins",
      "interview.day": "Day of the interview",
      "interview.retention": "Chance of recall on that day, in %",
    },
    hints: {
      desiredRetention:
        "How likely you should be to recall a card when it comes back. Higher means more reviews: at 95%, intervals are less than half as long as at 90%; at 80%, about three times as long.",
      fuzz: "Cards learned together come back a little apart, not all on one day.",
      grades:
        "With two, there is nothing to weigh up: you knew it, or you did not. The schedule is hardly any less accurate.",
      showIntervals:
        "Without intervals, you grade how well you knew the card, not when you would like to see it again.",
      leechLapses:
        "More of the same rarely helps such a card. It is never suspended behind your back. 0 turns this off.",
      rolloverHour: "From 0 to 23. Before that hour, it is still the day before.",
      interview:
        "Cards whose chance of recall would be below your target that day come back shortly before the interview. Leave the day empty if you have none.",
    },
    gradeChoices: { 2: "Two: Again, Good", 4: "Four: Again, Hard, Good, Easy" },
    machineZone: (zone: string) => `Same as this machine (${zone})`,
    errors: {
      desiredRetention: "A number from 70 to 97.",
      maximumInterval: "A whole number from 1 to 36500.",
      newPerDay: "A whole number from 0 to 100.",
      leechLapses: "A whole number from 0 to 50.",
      zone: "There is no time zone with this name.",
      rolloverHour: "A whole number from 0 to 23.",
      "interview.day": "Today or a later day; leave it empty if there is no interview.",
      "interview.retention": "A number from 70 to 97.",
    },
    save: "Save",
    saving: "Saving …",
    saved: "Saved.",
    notSaved: "Nothing was saved. Please check the marked fields.",
    unreachable: "The server cannot be reached. Nothing was changed; try again.",
    optimiser: {
      heading: "Your own weights",
      intro:
        "The schedule follows weights fitted to the answers of thousands of people. Your own log may yield weights that predict your recall better: they are trained on its earlier part, tested on the later part, and kept only if they do better there.",
      reviews: (n: number) =>
        n === 1 ? "One of your answers can be used for this." : `${n} of your answers can be used for this.`,
      missing: (n: number) =>
        n === 1
          ? "One more is needed: an answer a day or more after the previous one to the same card."
          : `${n} more are needed: answers a day or more after the previous one to the same card.`,
      start: "Find my weights",
      running: "A search is under way.",
      progress: "Progress of the search",
      cancel: "Cancel",
      cancelled: "Cancelled. The weights are as they were.",
      before: "Log loss of the old weights",
      after: "Log loss of the new weights",
      kept: "The new weights predict your recall better. They apply from now on.",
      notKept: "The new weights are no better, so the old ones stay.",
      lossNote: "Measured on answers not used for training; lower is better, and 0.69 is a coin toss.",
      own: "Your own weights are in use.",
      published: "Back to the published weights",
      dropped: "The published weights are in use.",
      failed: {
        unavailable: "There is no build of the optimiser for this machine. Everything else works without it.",
        unexpected: "Something unexpected happened. The weights are as they were.",
      },
    },
    backup: {
      heading: "Backup",
      intro:
        "One file with everything: answers and their notes, interviews, settings, what is suspended or put off. It is made while you go on learning, and checked.",
      download: "Download a backup",
      noneYet: "No automatic backup yet. The first is made a minute after the server starts, then one a day.",
      last: (day: string) => `Last automatic backup: ${day}.`,
      folder: "One a day is kept for a week, one a week for a month, one a month for a year, in",
      restore: "To go back to a backup, here or on another computer, stop the server and type:",
      file: "FILE",
    },
    log: {
      heading: "Your log",
      intro:
        "All your answers except undone ones and drills, as a CSV table in the format FSRS optimisers read: one answer per line, times and durations in milliseconds, the state as it was before the answer.",
      export: "Export the log",
      file: "Log to import (.csv)",
      importNote:
        "Only cards with no history here are imported. Importing the same file twice adds nothing. If any line is wrong, nothing is imported.",
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
          `Imported: ${reviews === 1 ? "1 answer" : `${reviews} answers`} to ${cards === 1 ? "1 card" : `${cards} cards`}.`,
          begun > 0 &&
            `Left out because they already have a history here: ${begun === 1 ? "1 card" : `${begun} cards`}.`,
          unknown > 0 && `Left out because they are unknown here: ${unknown === 1 ? "1 card" : `${unknown} cards`}.`,
        ]
          .filter(Boolean)
          .join(" "),
      refused: {
        "not-csv": "The log must be sent as text/csv. Nothing was imported.",
        "too-large": "The file is larger than 20 MB. Nothing was imported.",
        "bad-lines": "Nothing was imported because some lines are not as they should be:",
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
        "too-many": "there must be no more than 200,000 answers",
      },
    },
  },
};
