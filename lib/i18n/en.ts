import { interview } from "./pages/interview.en.ts";
import { learner } from "./pages/learner.en.ts";
import { settingsPage } from "./pages/settings.en.ts";

/** More text than a film can show: the field that has it, and how many segments that makes. */
interface Excess {
  readonly path: string;
  readonly bytes: number;
  readonly perSegment: number;
  readonly segments: number;
  readonly max: number;
}

/** The interface in English. Its type is the contract for every other language. */
export const en = {
  title: "Retransmit",
  tagline: "How TCP connections open and close, asked again until you know it.",
  nav: {
    label: "Main",
    today: "Today",
    review: "Review",
    cards: "Cards",
    claims: "Claims",
    lab: "Lab",
    interview: "Interview",
    progress: "Progress",
  },
  quote: [" “", "”"],
  skip: "Skip to the content",
  /** What follows is quoted. */
  ignored: "Left out of this address, since it says nothing here or was said before:",
  theme: "Light or dark",
  language: "Language",
  noScripts:
    "Scripts are switched off in this browser. You can read the cards, the claims and your progress; reviews, exercises, interviews, simulations, settings and the switch between light and dark need scripts.",
  today: {
    heading: "Today",
    due: "due",
    missed: "missed",
    fresh: "new",
    start: "Start reviewing",
    minutes: (n: number) => (n === 1 ? "about a minute" : `about ${n} minutes`),
    answered: (n: number) => (n === 1 ? "One answer today." : `${n} answers today.`),
    doneHeading: "Done for today",
    done: "Nothing is due. What you know is resting; that is how it sticks.",
    nextDue: (when: string) => `More cards will be ready ${when}.`,
    welcomeHeading: "Welcome",
    welcome:
      "You are asked a question as an interviewer would ask it. Say your answer aloud, or type it; then compare, run the simulation, and grade yourself. What you miss is sent again.",
    missedNote: (n: number) =>
      n === 1
        ? "You missed one card and have not recalled it on a later day yet."
        : `You missed ${n} cards and have not recalled them on a later day yet.`,
    drill: "See what you missed",
    mayWait: (n: number, all: number) =>
      n === 1
        ? `One of the ${all} can wait until tomorrow with hardly any loss. Start, and stop when you like.`
        : `${n} of the ${all} can wait until tomorrow with hardly any loss. Start, and stop when you like.`,
    interview: (days: number) =>
      days === 0
        ? "Your interview is today."
        : days === 1
          ? "Your interview is tomorrow."
          : `${days} days until your interview.`,
    clock: (entries: number, latest: string) =>
      `${entries === 1 ? "One entry of your log is" : `${entries} entries of your log are`} dated in the future (up to ${latest}): this machine’s clock was ahead then, or is behind now. Their order counts, not their dates, so no card is held back.`,
    browse: "Browse all cards",
  },
  review: {
    heading: "Review",
    say: "Say it aloud first, or note it down:",
    notesLabel: "Your answer, in keywords (kept with the review)",
    notesPlaceholder: "A few keywords are enough.",
    show: "Show the answer",
    short: "In thirty seconds",
    full: "In full",
    keyPoints: "Did you say it? Tick what you said.",
    mistakes: "Usual mistakes",
    sources: "Sources",
    followUps: "What is asked next",
    tryIt: "Try it yourself",
    provenance: "What the notes say",
    settles: "Claims that this card settles:",
    yourNotes: "What you wrote",
    lastNotes: "What you wrote last time",
    otherDraft: "You had begun another answer to this card:",
    otherAnswers: "You had begun another answer to this card, with other answers to its exercise:",
    takeOther: "Take that one instead",
    gradeHeading: "How well did you know it?",
    grades: { 1: "Again", 2: "Hard", 3: "Good", 4: "Easy" },
    gradeHints: { 1: "I did not know it", 2: "with effort", 3: "I knew it", 4: "at once" },
    proposed: "(suggested by your answer)",
    backIn: (span: string) => `in ${span}`,
    forgot: "Forgot",
    remembered: "Remembered",
    undo: "Undo",
    redo: "Redo",
    undone: "Undone.",
    redone: "Redone.",
    /** What Undo and Redo are about, where it is no grade. */
    did: {
      answer: "Answer",
      cram: "Answer",
      interview: "Interview",
      call: "Into the queue",
      suspend: "Suspend",
      resume: "Resume",
      bury: "Put off",
      reset: "Start over",
      undo: "Undo",
      redo: "Redo",
    },
    more: "More",
    actions: { bury: "Put off until tomorrow", suspend: "Suspend", reset: "Start over" },
    said: {
      bury: "Put off until tomorrow.",
      suspend: "Suspended: this card will not come up until you resume it on its page.",
      reset: "The card is new again. Your answers stay in the log.",
    },
    leech: {
      heading: "You have forgotten this card % times.",
      text: "More of the same rarely helps. Here are other ways in; nothing changes unless you choose one:",
      offers: {
        "#simulation": "Play its simulation",
        "#points": "Go through its key points one by one",
        "#memory": "Suspend it, or start over",
      },
    },
    recorded: (grade: string) => `Recorded: ${grade}.`,
    intervalChanged: (grade: string, now: string, before: string) =>
      `The intervals have changed since this card was shown: “${grade}” would bring it back ${now}, no longer ${before}. Nothing was recorded yet; please choose again.`,
    saving: "Saving …",
    keysTwo:
      "Keys: Space shows the answer (Ctrl+Enter while you type), then means Good; 1 is Again, 3 is Good; U undoes, Ctrl+Shift+Z redoes; E goes to your notes, Esc leaves them.",
    keys: "Keys: Space shows the answer (Ctrl+Enter while you type), then means Good; 1 to 4 grade; U undoes, Ctrl+Shift+Z redoes; E goes to your notes, Esc leaves them; - puts the card off, @ suspends it.",
    nothing: "Nothing to review right now.",
    left: (due: number, fresh: number) => `${due} due, ${fresh} new`,
  },
  pages: {
    label: "Pages",
    at: (n: number, of: number) => `Page ${n.toLocaleString("en")} of ${of.toLocaleString("en")}`,
    previous: "Previous page",
    next: "Next page",
  },
  cards: {
    heading: "Cards",
    intro: (n: number) =>
      `${n === 1 ? "One card" : `${n.toLocaleString("en")} cards`}, in the order in which they are best learned.`,
    title: (search: string, page: number, pages: number) =>
      ["Cards", ...(search === "" ? [] : [`“${search}”`]), ...(pages > 1 ? [`page ${page} of ${pages}`] : [])].join(
        " · ",
      ),
    search: "Search",
    topic: "Topic",
    level: "Level",
    memory: "Memory",
    missed: "Missed",
    any: "all",
    show: "Show",
    clear: "Clear",
    found: (n: number) => (n === 1 ? "One card matches." : `${n.toLocaleString("en")} cards match.`),
    foundMore: (max: number) =>
      `The search finds more than ${max.toLocaleString("en")} cards, and only so many are looked at. Another word narrows it down.`,
    none: "No card matches all of this. Try fewer words, or clear a filter.",
    back: "All cards",
    keyPoints: "Key points",
    requires: "Better learned first:",
    retired: "This card is no longer asked.",
    oneByOne: "Key points, one by one: say each, then open it",
    point: (n: number, of: number) => `Point ${n} of ${of}`,
  },
  claims: {
    heading: "The notes, audited",
    intro: (n: number) =>
      `The cards started from five sets of interview notes. Here are the ${n} claims those notes make, and what is actually true. Each verdict rests on a film you can play.`,
    verdicts: { correct: "correct", imprecise: "imprecise", outdated: "outdated", wrong: "wrong" },
    note: (id: string) => `Note ${id}`,
    notes: "Note",
    verdict: "Verdict",
    all: "all",
    none: "No claim matches both filters.",
    claim: "They say",
    statement: "In fact",
    play: "Play",
    settledBy: "Cards about it",
    back: "All claims",
    before: "Previous claim",
    after: "Next claim",
    truth: "What really happens. The other film shows a case in which the claim does not hold.",
    both: "Side by side: how things would have to be for the claim to hold, and what really happens.",
    inTruth: "What really happens",
    questions: "What the notes ask",
    showing: (n: number, of: number) => `${n} of ${of}`,
  },
  lab: {
    heading: "Lab",
    intro: (n: number) =>
      `${n} scenarios to play, break and change. Each has its own address: you can share what you make of it as a link.`,
    groups: {
      opening: "Opening",
      listening: "Listening",
      closing: "Closing",
      "time-wait": "TIME-WAIT",
      resets: "Resets and lost memory",
    },
    empty: "Or begin with an empty one.",
    own: "A scenario of your own, or one that somebody shared with you.",
    back: "All scenarios",
    brokenHeading: "This link does not lead to a scenario",
    trouble: {
      version: "It was written by another version of this program.",
      "too-long": "It is longer than a link can be; ask for the scenario as a file.",
      broken: "A part of it is missing or garbled. Was it cut off when it was copied?",
      invalid: "It holds a scenario that cannot run:",
      "too-much": "It holds a scenario that is too much to be watched:",
    },
    excess: ({ path, bytes, perSegment, segments, max }: Excess) =>
      `${path}: with these ${bytes.toLocaleString("en")} bytes, in segments of at most ${perSegment}, there are ${segments.toLocaleString("en")} segments; a film has at most ${max.toLocaleString("en")} steps.`,
  },
  ...interview,
  ...learner,
  ...settingsPage,
  levels: { junior: "junior", mid: "mid", senior: "senior" },
  span: {
    minutes: (n: number) => `${n} min`,
    hours: (n: number) => `${n} h`,
    days: (n: number) => (n === 1 ? "1 day" : `${n} days`),
    months: (n: number) => (n === 1 ? "1 month" : `${n} months`),
    years: (n: number) => (n === 1 ? "1 year" : `${n} years`),
  },
  inSpan: (span: string) => `in ${span}`,
  notFound: {
    heading: "There is no such page",
    text: "The address may be mistyped, or the card has another name now.",
    home: "To the start page",
    unknownLanguage: "Retransmit speaks English and Chinese.",
  },
  problems: {
    malformed: "The request was not understood, so nothing was recorded.",
    "unknown-card": "There is no such card, so nothing was recorded.",
    "card-retired": "This card is no longer asked, so the answer was not recorded.",
    stale:
      "This card was answered somewhere else in the meantime. Your answer was not recorded; here is the card as it stands now.",
    "id-taken": "This answer was already recorded for another card. Please reload the page.",
    "recorded-otherwise":
      "This answer had already reached the server with another grade, or it has been undone. Here is the card as it stands now.",
    "unknown-interview": "There is no such interview.",
    "interview-over": "This interview is over.",
    "interview-moved-on": "The interview went on in another window. Here is where it stands now.",
    "interview-not-over": "This interview is not over yet.",
    "interview-followed":
      "A card of this interview was answered, changed or judged again since. First undo that in Review, step by step, or open the later judgement.",
    "interview-judged": "The judgement of this interview was kept already; its ticks stay as they are.",
    "no-pause": "A strict clock does not pause.",
    "nothing-to-ask": "No card fits these choices. Choose another level, or more topics.",
    "unknown-review": "There is no such answer to undo.",
    "not-the-last": "The card has been answered again since; undo that answer first.",
    "foreign-origin": "Requests from other sites are not accepted.",
    "unknown-host": "This server does not answer to that name.",
    "only-get": "This address only shows a page; it accepts no data.",
    "unknown-door": "There is nothing at this address.",
    encoded: "Send this as it is, without compression (Content-Encoding).",
    "unknown-method": "This address does not take requests of this kind.",
    "too-large": "The request is larger than anything this address takes. Nothing was recorded.",
    "no-file": "What stands in the place of the database is not a file. Nothing was recorded.",
    "long-name": "The name of the database file is too long. Nothing was recorded.",
    linked: "The database file has a second name (a hard link). Nothing was recorded.",
    stopping: "The server is stopping. Nothing was recorded; try again when it runs again.",
    "backup-busy": "A backup is being made already. Wait until it is done, then try again.",
    "not-json": "The request must be JSON.",
    locked: "Another program is using the database. Nothing has been recorded yet; try again in a moment.",
    "read-only": "The database file cannot be written. Nothing was recorded; check its permissions, then try again.",
    unreachable: "The database file cannot be opened. Nothing was recorded; check the folder, then try again.",
    full: "The disk is full. Nothing was recorded; free some space, then try again.",
    damaged:
      "The database file is damaged or was replaced. Nothing was recorded; restart the server to see what is wrong.",
    unexpected: "Something unexpected happened. Nothing was recorded; try again.",
    offline: "The server cannot be reached. Your answer is still here; try again.",
  },
};

export type Messages = typeof en;
export type ProblemKey = keyof Messages["problems"];
