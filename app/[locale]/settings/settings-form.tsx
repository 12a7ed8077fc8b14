"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { put } from "#app/_ui/ask.ts";
import { Button } from "#app/_ui/button.tsx";
import type { Messages } from "#lib/i18n/messages.ts";
import type { LearnerSettings } from "#lib/learner/settings.ts";
import { CheckField, Field, FieldNotes, Group, INPUT, NumberField } from "./fields.tsx";

/** All that a learner chooses; weights are found, not chosen, and stay as they are. */
type Chosen = Omit<LearnerSettings, "weights">;
type FieldName = keyof Messages["settings"]["errors"];

interface Props {
  chosen: Chosen;
  /** The chance of recall on the day of an interview, chosen or proposed. */
  interviewRetention: number;
  words: Messages["settings"];
  unreachable: string;
  /** The options of the time zone; "" is the zone of the machine. */
  children: ReactNode;
}

/** The settings as a form. The server judges; what it refuses is told beside the field, in the page's language. */
export function SettingsForm({ chosen, interviewRetention, words, unreachable, children }: Props) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const [said, setSaid] = useState("");
  const [problem, setProblem] = useState("");
  const { fields, hints, groups } = words;
  const named = (name: FieldName) => ({
    name,
    label: fields[name],
    error: wrong.includes(name) ? words.errors[name] : undefined,
  });

  useEffect(() => {
    if (wrong.length > 0) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [wrong]);

  const save = async (of: HTMLFormElement) => {
    setProblem("");
    // A day that was typed half is no day, and must not pass for "none".
    const day = of.elements.namedItem("interview.day");
    if (day instanceof HTMLInputElement && day.validity.badInput) return refuse(["interview.day"], words.notSaved);
    setSaid(words.saving);
    const answer = await put("/api/settings", chosenIn(new FormData(of)), unreachable);
    if (answer.ok) {
      setWrong([]);
      setSaid(words.saved);
      router.refresh(); // whoever comes back here by the browser's history finds what was saved
      return;
    }
    const { message, fields: refused } = answer.problem;
    refuse(
      refused.map((field) => field.split(": ")[0] ?? field),
      refused.length > 0 ? words.notSaved : message,
    );
  };

  const refuse = (names: readonly string[], message: string) => {
    setSaid("");
    setWrong(names);
    setProblem(message);
  };

  return (
    <form
      ref={form}
      noValidate
      onChange={() => setSaid("")}
      onSubmit={(event) => {
        event.preventDefault();
        void save(event.currentTarget);
      }}
      className="mt-8 grid gap-8"
    >
      <Group title={groups.schedule}>
        <NumberField
          {...named("desiredRetention")}
          hint={hints.desiredRetention}
          value={percent(chosen.desiredRetention)}
          {...PERCENT}
        />
        <NumberField {...named("maximumInterval")} value={chosen.maximumInterval} min={1} max={36_500} />
        <CheckField name="fuzz" label={fields.fuzz} hint={hints.fuzz} checked={chosen.fuzz} />
      </Group>
      <Group title={groups.reviewing}>
        <NumberField {...named("newPerDay")} value={chosen.newPerDay} min={0} max={100} />
        <GradeChoice chosen={chosen.grades} words={words} />
        <CheckField
          name="showIntervals"
          label={fields.showIntervals}
          hint={hints.showIntervals}
          checked={chosen.showIntervals}
        />
        <NumberField {...named("leechLapses")} hint={hints.leechLapses} value={chosen.leechLapses} min={0} max={50} />
      </Group>
      <Group title={groups.days}>
        <Field {...named("zone")}>
          {(control) => (
            <select {...control} defaultValue={chosen.zone ?? ""} className={`${INPUT} max-w-full`}>
              {children}
            </select>
          )}
        </Field>
        <NumberField
          {...named("rolloverHour")}
          hint={hints.rolloverHour}
          value={chosen.rolloverHour}
          min={0}
          max={23}
        />
      </Group>
      <Group title={groups.interview}>
        <Field {...named("interview.day")} hint={hints.interview}>
          {(control) => <input {...control} type="date" defaultValue={chosen.interview?.day ?? ""} className={INPUT} />}
        </Field>
        <NumberField {...named("interview.retention")} value={percent(interviewRetention)} {...PERCENT} />
      </Group>
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" className="rounded-lg bg-action px-5 py-2 font-medium text-on-action hover:opacity-90">
          {words.save}
        </Button>
        <span role="status">{said}</span>
        {problem && (
          <span role="alert" className="text-alarm">
            {problem}
          </span>
        )}
      </div>
    </form>
  );
}

const PERCENT = { min: 70, max: 97, step: "any" } as const;

function GradeChoice({ chosen, words }: { chosen: Chosen["grades"]; words: Messages["settings"] }) {
  return (
    <fieldset aria-describedby="grades-hint">
      <legend>{words.fields.grades}</legend>
      <div className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
        {([2, 4] as const).map((count) => (
          <label key={count} className="flex items-baseline gap-2">
            <input type="radio" name="grades" value={count} defaultChecked={chosen === count} />
            {words.gradeChoices[count]}
          </label>
        ))}
      </div>
      <FieldNotes name="grades" hint={words.hints.grades} error={undefined} />
    </fieldset>
  );
}

/** What the form holds, as the server wants it; a number that is missing becomes null, which the server refuses. */
function chosenIn(data: FormData) {
  const number = (name: string) => (data.get(name) ? Number(data.get(name)) : null);
  const share = (name: string) => {
    const value = number(name);
    return value === null ? null : Math.round(value * 10) / 1000;
  };
  const day = data.get("interview.day");
  return {
    desiredRetention: share("desiredRetention"),
    maximumInterval: number("maximumInterval"),
    fuzz: data.has("fuzz"),
    newPerDay: number("newPerDay"),
    grades: number("grades"),
    showIntervals: data.has("showIntervals"),
    leechLapses: number("leechLapses"),
    zone: data.get("zone") || null,
    rolloverHour: number("rolloverHour"),
    interview: day ? { day, retention: share("interview.retention") } : null,
  };
}

/** 0.905 as 90.5. */
function percent(share: number): number {
  return Math.round(share * 1000) / 10;
}
