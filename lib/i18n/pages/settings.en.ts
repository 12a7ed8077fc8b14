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
        "All your answers except undone ones and drills, as a CSV table in the format FSRS optimisers read: one answer per line, times and durations in milliseconds, the state as it was before the answer. A card that was reset and not answered since has a line with a grade of 0.",
      notInIt:
        "The table carries your answers and nothing else. Which cards are suspended, put off or called into the queue, notes, ticked points, exercises, interviews and settings are only in the backup.",
      export: "Export the log",
      file: "Log to import (.csv)",
      importNote:
        "Only cards with no history here are imported. Importing the same file twice adds nothing. If any line is wrong, nothing is imported.",
      import: "Import",
      reading: "Reading the file …",
      progress: "Progress of the import",
      cancel: "Cancel",
      noFile: "Choose a file first.",
      running: (share: number, { reviews, cards }: { reviews: number; cards: number }) =>
        `Importing, ${Math.floor(share * 100)} % done: ${answersTo(reviews, cards)} so far. You can leave this page meanwhile.`,
      cancelled: ({ reviews, cards }: { reviews: number; cards: number }) =>
        `Cancelled. ${answersTo(reviews, cards)} had been imported and stay. Import the same file again to go on from there.`,
      failed: (why: string, { reviews, cards }: { reviews: number; cards: number }) =>
        `The import stopped. ${why} ${answersTo(reviews, cards)} had been imported and stay. Import the same file again to go on from there.`,
      unexpected: "Something unexpected happened.",
      imported: ({
        reviews,
        cards,
        begun,
        unknown,
        ignored,
        ignoredMore,
        ahead,
      }: {
        reviews: number;
        cards: number;
        begun: number;
        unknown: number;
        ignored: readonly string[];
        ignoredMore: number;
        ahead: number;
      }) =>
        [
          `Imported: ${answersTo(reviews, cards)}.`,
          begun > 0 &&
            `Left out because they already have a history here: ${begun === 1 ? "1 card" : `${begun} cards`}.`,
          unknown > 0 && `Left out because they are unknown here: ${unknown === 1 ? "1 card" : `${unknown} cards`}.`,
          ahead > 0 &&
            `${ahead === 1 ? "One line is" : `${ahead} lines are`} dated in the future. The order is kept; the dates hold no card back.`,
          ignored.length > 0 &&
            `Columns not used: ${ignored.map((name) => name || "(no name)").join(", ")}${ignoredMore > 0 ? ` and ${ignoredMore} more` : ""}.`,
          "Cards that were suspended, put off or called into the queue are not so here, and notes, ticks, exercises, interviews and settings did not come along: only the backup has them.",
        ]
          .filter(Boolean)
          .join(" "),
      refused: {
        "not-csv": "The log must be sent as text/csv. Nothing was imported.",
        "not-text":
          "This file is not text in UTF-8 or UTF-16. Save it as CSV (UTF-8) first: a spreadsheet or an archive cannot be read. Nothing was imported.",
        "too-large": "The file is larger than 64 MB. Nothing was imported. The backup has no such limit.",
        "bad-lines": "Nothing was imported because some lines are not as they should be:",
        running: "Another import is under way. Wait until it is done, or cancel it.",
      },
      line: (line: number, trouble: string) => `Line ${line}: ${trouble}`,
      more: (n: number) => (n === 1 ? "and one more line" : `and ${n} more lines`),
      /** What is wrong with a line; `found` is what stands there. */
      troubles: {
        empty: () => "there is no header; it must name card_id, review_time and review_rating",
        missing: (column: string, found: string) => `there is no column ${column}; the header says: ${found}`,
        repeated: (column: string) => `there are two columns ${column}`,
        fields: (_: string, found: string) =>
          `it has ${found === "1" ? "one value" : `${found} values`}, which is not as many as the header has columns`,
        quote: () => "a quotation mark is opened and never closed",
        long: () => "it is too long to be a line of a log",
        card: (column: string, found: string) => `${column} must look like topic/card, not ${quoted(found)}`,
        time: (column: string, found: string) =>
          `${column} must be whole milliseconds since 1970, such as 1767268800000, not ${quoted(found)}`,
        seconds: (column: string, found: string) =>
          `${column} is in seconds here (${found}); it must be in milliseconds, a thousand times as much`,
        rating: (column: string, found: string) =>
          `${column} must be 1, 2, 3 or 4, or 0 for a reset, not ${quoted(found)}`,
        state: (column: string, found: string) => `${column} must be 0, 1, 2 or 3, not ${quoted(found)}`,
        duration: (column: string, found: string) =>
          `${column} must be in milliseconds, from 0 to a day, not ${quoted(found)}`,
        twice: (column: string, found: string) => `${column}: this card has another answer at ${found}`,
        "too-many": () => "there must be no more than 1,000,000 answers in a file",
      },
    },
  },
};

function answersTo(reviews: number, cards: number): string {
  return `${reviews === 1 ? "1 answer" : `${reviews} answers`} to ${cards === 1 ? "1 card" : `${cards} cards`}`;
}

function quoted(found: string): string {
  return found === "" ? "empty" : `“${found}”`;
}
