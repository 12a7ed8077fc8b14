import { notFound } from "next/navigation";
import { troubleOf } from "#lib/db/trouble.ts";
import { tellTroubleStatus } from "#lib/http/trouble-status.ts";
import { isLanguage, type Language } from "#lib/i18n/languages.ts";
import { type Messages, messagesFor } from "#lib/i18n/messages.ts";

/** The language and the messages of a page; an unknown language ends in the page that says so. */
export async function languageOf(params: Promise<{ locale: string }>): Promise<{ language: Language; m: Messages }> {
  const { locale } = await params;
  if (!isLanguage(locale)) notFound();
  return { language: locale, m: messagesFor(locale) };
}

/** Runs a page's queries; trouble with the database goes to the error page as a digest, the one thing that reaches it. */
export async function reading<T>(queries: () => Promise<T>): Promise<T> {
  try {
    return await queries();
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble === null) throw error;
    console.error(`database ${trouble}:`, error);
    tellTroubleStatus();
    throw Object.assign(new Error(`database ${trouble}`), { digest: trouble });
  }
}

/**
 * The zone in which days are counted: the machine's, which is the learner's own. Some settings of TZ have no IANA name,
 * or one that Intl itself refuses; days are then counted in UTC.
 */
export function localZone(): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  try {
    return Intl.DateTimeFormat("en", { timeZone: timeZone || "UTC" }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}
