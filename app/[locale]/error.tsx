"use client";

import { useParams } from "next/navigation";

/** Two sentences a language, so that an error page does not load the whole interface's messages. */
const SENTENCES = {
  en: {
    heading: "Something went wrong",
    text: "The page could not be shown. Your recorded answers are safe.",
    retry: "Try again",
  },
  zh: { heading: "出了点问题", text: "页面无法显示。已记录的作答都还在。", retry: "重试" },
};

export default function Failed({ reset }: { error: Error; reset: () => void }) {
  const { locale } = useParams();
  const { heading, text, retry } = SENTENCES[locale === "zh" ? "zh" : "en"];
  return (
    <div className="mx-auto max-w-xl" role="alert">
      <h1 className="text-3xl font-semibold tracking-tight">{heading}</h1>
      <p className="mt-3 text-lg text-quiet">{text}</p>
      <button type="button" onClick={reset} className="mt-8 rounded-lg bg-action px-6 py-3 text-on-action">
        {retry}
      </button>
    </div>
  );
}
