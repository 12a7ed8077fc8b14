import { LANGUAGES, type Language } from "./languages.ts";
import { backupWords } from "./words/backup.ts";
import { cardsWords } from "./words/cards.ts";
import { claimsWords } from "./words/claims.ts";
import { exerciseWords } from "./words/exercise.ts";
import { failedWords } from "./words/failed.ts";
import { frameWords } from "./words/frame.ts";
import { daysWords } from "./words/interview/days.ts";
import { debriefWords } from "./words/interview/debrief.ts";
import { historyWords } from "./words/interview/history.ts";
import { roomWords } from "./words/interview/room.ts";
import { interviewWords } from "./words/interview/setup.ts";
import { keysWords } from "./words/keys.ts";
import { labWords } from "./words/lab.ts";
import { logWords } from "./words/log.ts";
import { memoryWords } from "./words/memory.ts";
import { missedWords } from "./words/missed.ts";
import { optimiserWords } from "./words/optimiser.ts";
import { playerWords } from "./words/player.ts";
import { problemsWords } from "./words/problems.ts";
import { progressWords } from "./words/progress.ts";
import { reviewWords } from "./words/review.ts";
import { settingsWords } from "./words/settings.ts";
import { todayWords } from "./words/today.ts";
import { troubleWords } from "./words/trouble.ts";
import { spansWords } from "./words/units.ts";

/** All words, by screen or theme: a file of its own each, in all languages. */
const WORDS = {
  backup: backupWords,
  cards: cardsWords,
  claims: claimsWords,
  days: daysWords,
  debrief: debriefWords,
  exercise: exerciseWords,
  failed: failedWords,
  frame: frameWords,
  history: historyWords,
  interview: interviewWords,
  keys: keysWords,
  lab: labWords,
  log: logWords,
  memory: memoryWords,
  missed: missedWords,
  optimiser: optimiserWords,
  player: playerWords,
  problems: problemsWords,
  progress: progressWords,
  review: reviewWords,
  room: roomWords,
  settings: settingsWords,
  spans: spansWords,
  today: todayWords,
  trouble: troubleWords,
};

export type Messages = { readonly [Screen in keyof typeof WORDS]: (typeof WORDS)[Screen]["en"] };
export type ProblemKey = keyof Messages["problems"];

/** All words of a language. They are data: a screen's may be handed to the browser as they are. */
export function messagesFor(language: Language): Messages {
  return ALL[language];
}

const ALL = Object.fromEntries(LANGUAGES.map((language) => [language, wordsOf(language)])) as unknown as Record<
  Language,
  Messages
>;

function wordsOf(language: Language) {
  return Object.fromEntries(Object.entries(WORDS).map(([screen, words]) => [screen, words[language]]));
}
