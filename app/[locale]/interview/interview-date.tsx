"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { put } from "#app/_ui/ask.ts";
import type { LearnerSettings } from "#lib/review/settings.ts";
import type { DateWords } from "./words.ts";

interface Props {
  /** All that a learner chooses: the date is one of them. */
  chosen: Omit<LearnerSettings, "weights">;
  /** A study day. */
  today: string;
  words: DateWords;
  unreachable: string;
}

const RETENTION = 0.95;

/** The day of the real interview, kept with the other settings. */
export function InterviewDate({ chosen, today, words, unreachable }: Props) {
  const router = useRouter();
  const [day, setDay] = useState(chosen.interview?.day ?? "");
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState("");
  const save = async () => {
    if (saving) return;
    if (day !== "" && day < today) return setProblem(words.wrongDay);
    setSaving(true);
    setProblem("");
    const interview = day === "" ? null : { day, retention: chosen.interview?.retention ?? RETENTION };
    const answer = await put("/api/settings", { ...chosen, interview }, unreachable);
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
        type="date"
        min={today}
        value={day}
        onChange={(event) => setDay(event.target.value)}
        className="rounded border border-line bg-paper px-2 py-1.5"
      />
      <button type="submit" className="rounded-lg border border-line px-4 py-1.5 hover:bg-sunk">
        {saving ? words.saving : chosen.interview ? words.change : words.set}
      </button>
      <p role="alert" className="w-full text-alarm empty:hidden">
        {problem}
      </p>
    </form>
  );
}
