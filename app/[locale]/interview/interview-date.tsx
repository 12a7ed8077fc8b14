"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Alert } from "#app/_ui/alert.tsx";
import { put } from "#app/_ui/ask.ts";
import { Button } from "#app/_ui/button.tsx";
import { TextInput } from "#app/_ui/form/text-input.tsx";
import type { Messages } from "#lib/i18n/messages.ts";

interface Props {
  /** A study day; null: none is known. */
  chosen: string | null;
  /** A study day. */
  today: string;
  words: Messages["days"];
  unreachable: string;
}

/** The day of the real interview, kept with the other settings. */
export function InterviewDate({ chosen, today, words, unreachable }: Props) {
  const router = useRouter();
  const [day, setDay] = useState(chosen ?? "");
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState("");
  const save = async () => {
    if (saving) return;
    if (day !== "" && day < today) return setProblem(words.wrongDay);
    setSaving(true);
    setProblem("");
    const answer = await put("/api/settings/interview", { day: day === "" ? null : day }, unreachable);
    setSaving(false);
    if (answer.ok) router.refresh();
    else setProblem(answer.problem.message);
  };
  return (
    <form
      noValidate
      className="mt-3 flex flex-wrap items-center gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label htmlFor="interview-day">{words.inDays}</label>
      <TextInput
        id="interview-day"
        name="interview-day"
        type="date"
        min={today}
        value={day}
        onChange={(event) => setDay(event.target.value)}
      />
      <Button type="submit" look="quiet" size="small">
        {saving ? words.saving : chosen ? words.change : words.set}
      </Button>
      <Alert className="w-full">{problem}</Alert>
    </form>
  );
}
