import { createContext, type ReactNode, useContext, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import type { Messages } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";
import { PROFILE_NAMES, type ProfileName } from "#lib/tcp/profile.ts";
import { STATES, type State } from "#lib/tcp/state.ts";
import { MILLISECOND, SECOND } from "#lib/tcp/time.ts";
import { type Cue, hostNames, type Rule, type Scenario, type ScriptCall } from "#lib/tcp/world/scenario.ts";

interface Props {
  scenario: Scenario;
  words: Messages["lab"]["desk"];
  /** false: the scenario is too long to be run from here. */
  onRun: (scenario: Scenario) => boolean;
}

const CALLS = [
  "listen",
  "connect",
  "send",
  "receive",
  "shutdown",
  "close",
  "abort",
  "accept",
  "unlisten",
  "crash",
  "boot",
] as const;
const KINDS = ["any", "SYN", "SYN-ACK", "ACK", "DATA", "FIN", "RST"] as const;
const FATES = ["drop", "delay", "duplicate", "corrupt"] as const;
const UNTIL_S = 600;

/** A scenario as a form. What the form has no field for stays as it was. */
export function Editor({ scenario, words, onRun }: Props) {
  const [draft, setDraft] = useState(scenario);
  const [tooLong, setTooLong] = useState(false);
  const change = (parts: Partial<Scenario>) => setDraft({ ...draft, ...parts });
  const wire = (parts: Partial<Scenario["wire"]>) => change({ wire: { ...draft.wire, ...parts } });
  const rules = draft.wire.rules ?? [];
  const names = hostNames(draft);
  return (
    <form
      className="mt-3 grid gap-5 text-sm"
      onSubmit={(event) => {
        event.preventDefault();
        setTooLong(!onRun(draft));
      }}
    >
      <div className="flex flex-wrap gap-4">
        <Field label={words.profile}>
          <Select
            value={draft.profile}
            options={PROFILE_NAMES}
            onChoose={(profile: ProfileName) => change({ profile })}
          />
        </Field>
        <Field label={words.delay}>
          <Count
            value={draft.wire.delayUs / MILLISECOND}
            max={600_000}
            onChange={(ms) => wire({ delayUs: Math.round(ms * MILLISECOND) })}
          />
        </Field>
        <Field label={words.until}>
          <Count
            value={(draft.untilUs ?? UNTIL_S * SECOND) / SECOND}
            max={3_600}
            onChange={(s) => change({ untilUs: Math.round(s * SECOND) })}
          />
        </Field>
      </div>
      <Group
        title={words.script}
        add={words.addCall}
        onAdd={() => change({ script: [...draft.script, { host: "client", atUs: 0, call: { kind: "close" } }] })}
      >
        {numbered(draft.script).map(([i, cue]) => (
          <Row
            key={i}
            remove={`${words.remove}: ${words.call} ${i + 1}`}
            onRemove={() => change({ script: draft.script.toSpliced(i, 1) })}
          >
            <CueFields
              cue={cue}
              names={names}
              words={words}
              onChange={(next) => change({ script: draft.script.with(i, next) })}
            />
          </Row>
        ))}
      </Group>
      <Group
        title={words.rules}
        add={words.addRule}
        onAdd={() => wire({ rules: [...rules, { from: "client", of: "any", nth: 1, fate: "drop" }] })}
      >
        {numbered(rules).map(([i, rule]) => (
          <Row key={i} remove={`${words.remove}: ${i + 1}`} onRemove={() => wire({ rules: rules.toSpliced(i, 1) })}>
            <RuleFields
              rule={rule}
              names={names}
              words={words}
              onChange={(next) => wire({ rules: rules.with(i, next) })}
            />
          </Row>
        ))}
        <Chances noise={draft.wire.noise} words={words} onChange={(noise) => wire({ noise })} />
      </Group>
      <Group
        title={words.hosts}
        add={words.addHost}
        onAdd={() => change({ hosts: [...(draft.hosts ?? []), { name: `host-${names.length}` }] })}
      >
        {numbered(draft.hosts ?? []).map(([i, spec]) => (
          <Row
            key={i}
            remove={`${words.remove}: ${spec.name}`}
            onRemove={() => change({ hosts: (draft.hosts ?? []).toSpliced(i, 1) })}
          >
            <Field label={words.hostName}>
              <input
                name={`host ${i}`}
                value={spec.name}
                pattern="[a-z][a-z0-9\-]{0,19}"
                required
                onChange={(event) =>
                  change({ hosts: (draft.hosts ?? []).with(i, { ...spec, name: event.target.value }) })
                }
                className={INPUT}
              />
            </Field>
          </Row>
        ))}
        {(draft.ghosts ?? []).length > 0 && (
          <p className="text-quiet">{say(words.ghosts, { n: (draft.ghosts ?? []).length })}</p>
        )}
      </Group>
      <div className="flex items-center gap-3">
        <Button type="submit" className="rounded-lg border border-ink bg-action px-5 py-2 text-on-action">
          {words.run}
        </Button>
        <span role="status">{tooLong ? words.tooLong : ""}</span>
      </div>
    </form>
  );
}

/** Entries of a list with their places: a place is what they are known by, since all else about them can be edited. */
function numbered<T>(list: readonly T[]): [number, T][] {
  return [...list.entries()];
}

interface CueProps {
  cue: Cue;
  names: readonly string[];
  words: Messages["lab"]["desk"];
  onChange: (cue: Cue) => void;
}

function CueFields({ cue, names, words, onChange }: CueProps) {
  const { call } = cue;
  const ms = (cue.on === undefined ? cue.atUs : cue.afterUs) / MILLISECOND;
  const place = (on: State | "", wait: number): Cue => {
    const { host, connection } = cue;
    const common = { host, call, ...(connection === undefined ? {} : { connection }) };
    const us = Math.round(wait * MILLISECOND);
    return on === "" ? { ...common, atUs: us } : { ...common, on, afterUs: us };
  };
  return (
    <>
      <Field label={words.host}>
        <Select value={cue.host} options={names} onChoose={(host) => onChange({ ...cue, host })} />
      </Field>
      <Field label={words.call}>
        <Select
          value={call.kind}
          options={[...new Set([...CALLS, call.kind])]}
          onChoose={(kind) => onChange({ ...cue, call: callOf(kind) })}
        />
      </Field>
      {"len" in call && call.len !== undefined && (
        <Field label={words.bytes}>
          <Count
            value={call.len}
            min={1}
            max={1_000_000}
            onChange={(len) => onChange({ ...cue, call: { ...call, len: Math.round(len) } })}
          />
        </Field>
      )}
      <Field label={words.when}>
        <Select
          value={cue.on ?? ""}
          options={["", ...STATES]}
          tell={(state) => (state === "" ? words.at : say(words.after, { state }))}
          onChoose={(on) => onChange(place(on as State | "", ms))}
        />
      </Field>
      <Field label="ms">
        <Count value={ms} max={3_600_000} onChange={(wait) => onChange(place(cue.on ?? "", wait))} />
      </Field>
    </>
  );
}

function callOf(kind: ScriptCall["kind"]): ScriptCall {
  if (kind === "send") return { kind, len: 100 };
  return kind === "set" ? { kind, options: {} } : { kind };
}

function RuleFields({
  rule,
  names,
  words,
  onChange,
}: {
  rule: Rule;
  names: readonly string[];
  words: Messages["lab"]["desk"];
  onChange: (rule: Rule) => void;
}) {
  const hasDelay = rule.fate === "delay" || rule.fate === "duplicate";
  return (
    <>
      <Field label={words.from}>
        <Select value={rule.from} options={names} onChoose={(from) => onChange({ ...rule, from })} />
      </Field>
      <Field label={words.segment}>
        <Select value={rule.of} options={KINDS} onChoose={(of) => onChange({ ...rule, of })} />
      </Field>
      <Field label={words.which}>
        <Select
          value={String(rule.nth)}
          options={["1", "2", "3", "4", "5", "6", "7", "8", "every"]}
          tell={(nth) => (nth === "every" ? words.every : nth)}
          onChoose={(nth) => onChange({ ...rule, nth: nth === "every" ? "every" : Number(nth) })}
        />
      </Field>
      <Field label={words.fate}>
        <Select
          value={rule.fate}
          options={FATES}
          tell={(fate) => words.fates[fate]}
          onChoose={(fate) => onChange({ ...rule, fate })}
        />
      </Field>
      {hasDelay && (
        <Field label={words.by}>
          <Count
            value={(rule.byUs ?? 0) / MILLISECOND}
            max={3_600_000}
            onChange={(by) => onChange({ ...rule, byUs: Math.round(by * MILLISECOND) })}
          />
        </Field>
      )}
    </>
  );
}

type Noise = NonNullable<Scenario["wire"]["noise"]>;

function Chances({
  noise,
  words,
  onChange,
}: {
  noise: Noise | undefined;
  words: Messages["lab"]["desk"];
  onChange: (noise: Noise) => void;
}) {
  const now = noise ?? { seed: 1 };
  return (
    <div className="flex flex-wrap items-end gap-3">
      <span className="w-full text-quiet">{words.chance}</span>
      {FATES.map((fate) => (
        <Field key={fate} label={words.fates[fate]}>
          <Count
            value={Math.round(100 * (now[fate] ?? 0))}
            max={25}
            onChange={(percent) => onChange({ ...now, [fate]: percent / 100 })}
          />
        </Field>
      ))}
      <Field label={words.seed}>
        <Count value={now.seed} max={1_000_000} onChange={(seed) => onChange({ ...now, seed: Math.round(seed) })} />
      </Field>
    </div>
  );
}

const INPUT = "rounded border border-line bg-paper px-2 py-1";

/** What a control is called by: the places it stands in, since the browser puts back what it finds by name. */
const Place = createContext("");

function Group({
  title,
  add,
  onAdd,
  children,
}: {
  title: string;
  add: string;
  onAdd: () => void;
  children: ReactNode;
}) {
  return (
    <fieldset className="grid gap-2 border-t border-line pt-3">
      <legend className="pe-2 font-semibold">{title}</legend>
      <Place value={title}>{children}</Place>
      <Button type="button" onClick={onAdd} className="justify-self-start underline underline-offset-4">
        {add}
      </Button>
    </fieldset>
  );
}

function Row({ remove, onRemove, children }: { remove: string; onRemove: () => void; children: ReactNode }) {
  const place = useContext(Place);
  return (
    <div className="flex flex-wrap items-end gap-3 border-b border-line pb-2">
      <Place value={`${place} ${remove}`}>{children}</Place>
      <Button
        type="button"
        aria-label={remove}
        title={remove}
        onClick={onRemove}
        className="rounded px-2 py-1 text-alarm hover:bg-sunk"
      >
        ✕
      </Button>
    </div>
  );
}

function Field({ label, children }: { label: string; children: ReactNode }) {
  const place = useContext(Place);
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="grid gap-0.5">
      <span className="text-xs text-quiet">{label}</span>
      <Place value={`${place} ${label}`}>{children}</Place>
    </label>
  );
}

interface SelectProps<Value extends string> {
  value: Value;
  options: readonly Value[];
  tell?: (value: Value) => string;
  onChoose: (value: Value) => void;
}

function Select<Value extends string>({ value, options, tell = (name) => name, onChoose }: SelectProps<Value>) {
  return (
    <select
      name={useContext(Place)}
      value={value}
      onChange={(event) => {
        const chosen = options.find((name) => name === event.target.value);
        if (chosen !== undefined) onChoose(chosen);
      }}
      className={INPUT}
    >
      {options.map((name) => (
        <option key={name} value={name}>
          {tell(name)}
        </option>
      ))}
    </select>
  );
}

function Count({
  value,
  min = 0,
  max,
  onChange,
}: {
  value: number;
  min?: number;
  max: number;
  onChange: (value: number) => void;
}) {
  return (
    <input
      type="number"
      name={useContext(Place)}
      min={min}
      max={max}
      step="any"
      value={value}
      onChange={(event) => !Number.isNaN(event.target.valueAsNumber) && onChange(event.target.valueAsNumber)}
      className={`${INPUT} w-24`}
    />
  );
}
