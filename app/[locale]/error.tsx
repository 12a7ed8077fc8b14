"use client";

import { useParams } from "next/navigation";
import { Button } from "#app/_ui/button.tsx";
import { PageHeading } from "#app/_ui/heading.tsx";
import { troubleWords } from "#lib/i18n/words/trouble.ts";

/** Two languages in one small file: the whole interface's messages need not come along for an error page. */
const SENTENCES = {
  en: {
    heading: "Something went wrong",
    text: "The page could not be shown. Your recorded answers are safe.",
    retry: "Try again",
  },
  zh: { heading: "出了点问题", text: "页面无法显示。已记录的作答都还在。", retry: "重试" },
};

interface Props {
  /** The digest names the trouble with the database, where it is that (see `reading` in app/_door.ts). */
  error: Error & { digest?: string };
  /** Asks the server for the page once more. */
  retry: () => void;
}

export default function Failed({ error, retry }: Props) {
  const { locale } = useParams();
  const language = locale === "zh" ? "zh" : "en";
  const words = SENTENCES[language];
  const trouble = Object.entries(troubleWords[language]).find(([name]) => name === error.digest)?.[1];
  return (
    <div className="mx-auto max-w-xl" role="alert">
      <PageHeading>{words.heading}</PageHeading>
      <p className="mt-3 text-lg text-quiet">{trouble ?? words.text}</p>
      <Button look="main" size="large" onClick={retry} className="mt-8">
        {words.retry}
      </Button>
    </div>
  );
}
