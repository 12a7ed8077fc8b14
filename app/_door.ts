import { notFound } from "next/navigation";
import { isLanguage, type Language } from "#lib/i18n/languages.ts";
import { type Messages, messagesFor } from "#lib/i18n/messages.ts";

/** The language and the messages of a page; an unknown language ends in the page that says so. */
export async function languageOf(params: Promise<{ locale: string }>): Promise<{ language: Language; m: Messages }> {
  const { locale } = await params;
  if (!isLanguage(locale)) notFound();
  return { language: locale, m: messagesFor(locale) };
}

/** The zone in which days are counted: the machine's, which is the learner's own. */
export function localZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
