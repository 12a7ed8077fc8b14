"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Alert } from "#app/_ui/alert.tsx";
import { Button } from "#app/_ui/button.tsx";
import { CheckLine } from "#app/_ui/form/check-line.tsx";
import { CheckField, Field, FieldNotes, NumberField } from "#app/_ui/form/field.tsx";
import { FieldGroup } from "#app/_ui/form/field-group.tsx";
import { Select } from "#app/_ui/form/select.tsx";
import { TextInput } from "#app/_ui/form/text-input.tsx";
import type { Messages } from "#lib/i18n/messages.ts";
import type { LearnerSettings } from "#lib/learner/settings.ts";
import { asPercent } from "./entered.ts";
import { useSave } from "./use-save.ts";

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
  const form = useRef<HTMLFormElement>(null);
  const { wrong, said, problem, save, touch } = useSave(words, unreachable);
  const group = {
    chosen,
    words,
    named: (name: FieldName) => ({
      name,
      label: words.fields[name],
      error: wrong.includes(name) ? words.errors[name] : undefined,
    }),
  };
  useEffect(() => {
    if (wrong.length > 0) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [wrong]);
  return (
    <form
      ref={form}
      noValidate
      onChange={touch}
      onSubmit={(event) => {
        event.preventDefault();
        void save(event.currentTarget);
      }}
      className="mt-8 grid gap-8"
    >
      <Schedule {...group} />
      <Reviewing {...group} />
      <DaysBegin {...group}>{children}</DaysBegin>
      <InterviewDay {...group} retention={interviewRetention} />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" look="main">
          {words.save}
        </Button>
        <span role="status">{said}</span>
        {problem && <Alert>{problem}</Alert>}
      </div>
    </form>
  );
}

const PERCENT = { min: 70, max: 97, step: "any" } as const;

interface GroupProps extends Pick<Props, "chosen" | "words"> {
  /** What a field is called, and what is wrong with it. */
  named: (name: FieldName) => { name: string; label: string; error: string | undefined };
}

/** When cards come back. */
function Schedule({ chosen, words: { groups, fields, hints }, named }: GroupProps) {
  return (
    <FieldGroup look="ruled" className="gap-5" title={groups.schedule}>
      <NumberField
        {...named("desiredRetention")}
        hint={hints.desiredRetention}
        value={asPercent(chosen.desiredRetention)}
        {...PERCENT}
      />
      <NumberField {...named("maximumInterval")} value={chosen.maximumInterval} min={1} max={36_500} />
      <CheckField name="fuzz" label={fields.fuzz} hint={hints.fuzz} checked={chosen.fuzz} />
    </FieldGroup>
  );
}

/** How cards are asked. */
function Reviewing({ chosen, words, named }: GroupProps) {
  const { groups, fields, hints } = words;
  return (
    <FieldGroup look="ruled" className="gap-5" title={groups.reviewing}>
      <NumberField {...named("newPerDay")} value={chosen.newPerDay} min={0} max={100} />
      <GradeChoice chosen={chosen.grades} words={words} />
      <CheckField
        name="showIntervals"
        label={fields.showIntervals}
        hint={hints.showIntervals}
        checked={chosen.showIntervals}
      />
      <NumberField {...named("leechLapses")} hint={hints.leechLapses} value={chosen.leechLapses} min={0} max={50} />
    </FieldGroup>
  );
}

function GradeChoice({ chosen, words }: { chosen: Chosen["grades"]; words: Messages["settings"] }) {
  return (
    <fieldset aria-describedby="grades-hint">
      <legend>{words.fields.grades}</legend>
      <div className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
        {([2, 4] as const).map((count) => (
          <CheckLine key={count} type="radio" name="grades" value={count} defaultChecked={chosen === count}>
            {words.gradeChoices[count]}
          </CheckLine>
        ))}
      </div>
      <FieldNotes name="grades" hint={words.hints.grades} error={undefined} />
    </fieldset>
  );
}

/** Where and when a day begins. */
function DaysBegin({ chosen, words: { groups, hints }, named, children }: GroupProps & { children: ReactNode }) {
  return (
    <FieldGroup look="ruled" className="gap-5" title={groups.days}>
      <Field {...named("zone")}>
        {(control) => (
          <Select {...control} defaultValue={chosen.zone ?? ""}>
            {children}
          </Select>
        )}
      </Field>
      <NumberField {...named("rolloverHour")} hint={hints.rolloverHour} value={chosen.rolloverHour} min={0} max={23} />
    </FieldGroup>
  );
}

/** The day to be ready for. */
function InterviewDay({ chosen, words, named, retention }: GroupProps & { retention: number }) {
  return (
    <FieldGroup look="ruled" className="gap-5" title={words.groups.interview}>
      <Field {...named("interview.day")} hint={words.hints.interview}>
        {(control) => <TextInput {...control} type="date" defaultValue={chosen.interview?.day ?? ""} />}
      </Field>
      <NumberField {...named("interview.retention")} value={asPercent(retention)} {...PERCENT} />
    </FieldGroup>
  );
}
