import { LANGUAGES, type Language } from "./languages.ts";
import { interview } from "./pages/interview.en.ts";
import { interview as interviewZh } from "./pages/interview.zh.ts";
import { backupWords } from "./words/backup.ts";
import { cardsWords } from "./words/cards.ts";
import { claimsWords } from "./words/claims.ts";
import { failedWords } from "./words/failed.ts";
import { frameWords } from "./words/frame.ts";
import { importWords } from "./words/import.ts";
import { labWords } from "./words/lab.ts";
import { logWords } from "./words/log.ts";
import { memoryWords } from "./words/memory.ts";
import { missedWords } from "./words/missed.ts";
import { optimiserWords } from "./words/optimiser.ts";
import { problemsWords } from "./words/problems.ts";
import { progressWords } from "./words/progress.ts";
import { reviewWords } from "./words/review.ts";
import { settingsWords } from "./words/settings.ts";
import { spansWords } from "./words/spans.ts";
import { todayWords } from "./words/today.ts";
import { troubleWords } from "./words/trouble.ts";

/** All words, by screen or theme: a file of its own each, in all languages. */
const WORDS = {
  backup: backupWords,
  cards: cardsWords,
  claims: claimsWords,
  failed: failedWords,
  frame: frameWords,
  import: importWords,
  interview: { en: interview.interview, zh: interviewZh.interview },
  lab: labWords,
  log: logWords,
  memory: memoryWords,
  missed: missedWords,
  optimiser: optimiserWords,
  problems: problemsWords,
  progress: progressWords,
  review: reviewWords,
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
