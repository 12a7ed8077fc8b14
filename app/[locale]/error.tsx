"use client";

import { useParams } from "next/navigation";
import { Button } from "#app/_ui/button.tsx";
import { PageHeading } from "#app/_ui/heading.tsx";
import { troubleWords } from "#lib/i18n/words/trouble.ts";

interface Props {
  /** The digest names the trouble with the database, where it is that (see `reading` in app/_door.ts). */
  error: Error & { digest?: string };
  /** Asks the server for the page once more. */
  retry: () => void;
}

export default function Failed({ error, retry }: Props) {
  const { locale } = useParams();
  const words = troubleWords[locale === "zh" ? "zh" : "en"];
  const trouble = Object.entries(words.reasons).find(([name]) => name === error.digest)?.[1];
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
