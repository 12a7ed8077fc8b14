"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { put } from "#app/_ui/ask.ts";
import { Button } from "#app/_ui/button.tsx";
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
      <input
        id="interview-day"
        name="interview-day"
        type="date"
        min={today}
        value={day}
        onChange={(event) => setDay(event.target.value)}
        className="rounded border border-line bg-paper px-2 py-1.5"
      />
      <Button type="submit" className="rounded-lg border border-line px-4 py-1.5 hover:bg-sunk">
        {saving ? words.saving : chosen ? words.change : words.set}
      </Button>
      <p role="alert" className="w-full text-alarm empty:hidden">
        {problem}
      </p>
    </form>
  );
}
