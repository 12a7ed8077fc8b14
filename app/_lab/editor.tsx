import { useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import type { Messages } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";
import { PROFILE_NAMES, type ProfileName } from "#lib/tcp/profile.ts";
import { STATES, type State } from "#lib/tcp/state.ts";
import { MILLISECOND, SECOND } from "#lib/tcp/time.ts";
import { type Cue, hostNames, type Rule, type Scenario } from "#lib/tcp/world/scenario.ts";
import {
  cueAt,
  scenarioWithCue,
  scenarioWithHost,
  scenarioWithRule,
  scenarioWithWire,
  scriptCall,
  waitOf,
} from "./draft.ts";
import { Count, HostName, ListGroup, ListRow, OneOf, Placed } from "./parts.tsx";

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
  const part = { draft, words, onChange: setDraft };
  return (
    <form
      className="mt-3 grid gap-5 text-sm"
      onSubmit={(event) => {
        event.preventDefault();
        setTooLong(!onRun(draft));
      }}
    >
      <Basics {...part} />
      <Script {...part} />
      <Wire {...part} />
      <Hosts {...part} />
      <div className="flex items-center gap-3">
        <Button type="submit" look="main">
          {words.run}
        </Button>
        <span role="status">{tooLong ? words.tooLong : ""}</span>
      </div>
    </form>
  );
}

interface PartProps {
  draft: Scenario;
  words: Messages["lab"]["desk"];
  onChange: (draft: Scenario) => void;
}

function Basics({ draft, words, onChange }: PartProps) {
  return (
    <div className="flex flex-wrap gap-4">
      <Placed label={words.profile}>
        <OneOf
          value={draft.profile}
          options={PROFILE_NAMES}
          onChoose={(profile: ProfileName) => onChange({ ...draft, profile })}
        />
      </Placed>
      <Placed label={words.delay}>
        <Count
          value={draft.wire.delayUs / MILLISECOND}
          max={600_000}
          onChange={(ms) => onChange(scenarioWithWire(draft, { delayUs: Math.round(ms * MILLISECOND) }))}
        />
      </Placed>
      <Placed label={words.until}>
        <Count
          value={(draft.untilUs ?? UNTIL_S * SECOND) / SECOND}
          max={3_600}
          onChange={(s) => onChange({ ...draft, untilUs: Math.round(s * SECOND) })}
        />
      </Placed>
    </div>
  );
}

/** Who calls what, and when. */
function Script({ draft, words, onChange }: PartProps) {
  const { script } = draft;
  return (
    <ListGroup title={words.script} add={words.addCall} onAdd={() => onChange(scenarioWithCue(draft))}>
      {numbered(script).map(([i, cue]) => (
        <ListRow
          key={i}
          remove={`${words.remove}: ${words.call} ${i + 1}`}
          onRemove={() => onChange({ ...draft, script: script.toSpliced(i, 1) })}
        >
          <CueFields
            cue={cue}
            names={hostNames(draft)}
            words={words}
            onChange={(next) => onChange({ ...draft, script: script.with(i, next) })}
          />
        </ListRow>
      ))}
    </ListGroup>
  );
}

/** What the wire does to segments, by rule and by chance. */
function Wire({ draft, words, onChange }: PartProps) {
  const rules = draft.wire.rules ?? [];
  return (
    <ListGroup title={words.rules} add={words.addRule} onAdd={() => onChange(scenarioWithRule(draft))}>
      {numbered(rules).map(([i, rule]) => (
        <ListRow
          key={i}
          remove={`${words.remove}: ${i + 1}`}
          onRemove={() => onChange(scenarioWithWire(draft, { rules: rules.toSpliced(i, 1) }))}
        >
          <RuleFields
            rule={rule}
            names={hostNames(draft)}
            words={words}
            onChange={(next) => onChange(scenarioWithWire(draft, { rules: rules.with(i, next) }))}
          />
        </ListRow>
      ))}
      <Chances
        noise={draft.wire.noise}
        words={words}
        onChange={(noise) => onChange(scenarioWithWire(draft, { noise }))}
      />
    </ListGroup>
  );
}

/** Hosts beside client and server. */
function Hosts({ draft, words, onChange }: PartProps) {
  const hosts = draft.hosts ?? [];
  return (
    <ListGroup title={words.hosts} add={words.addHost} onAdd={() => onChange(scenarioWithHost(draft))}>
      {numbered(hosts).map(([i, spec]) => (
        <ListRow
          key={i}
          remove={`${words.remove}: ${spec.name}`}
          onRemove={() => onChange({ ...draft, hosts: hosts.toSpliced(i, 1) })}
        >
          <Placed label={words.hostName}>
            <HostName
              name={`host ${i}`}
              value={spec.name}
              onChange={(name) => onChange({ ...draft, hosts: hosts.with(i, { ...spec, name }) })}
            />
          </Placed>
        </ListRow>
      ))}
      {(draft.ghosts ?? []).length > 0 && (
        <p className="text-quiet">{say(words.ghosts, { n: (draft.ghosts ?? []).length })}</p>
      )}
    </ListGroup>
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
  const ms = waitOf(cue);
  return (
    <>
      <Placed label={words.host}>
        <OneOf value={cue.host} options={names} onChoose={(host) => onChange({ ...cue, host })} />
      </Placed>
      <Placed label={words.call}>
        <OneOf
          value={call.kind}
          options={[...new Set([...CALLS, call.kind])]}
          onChoose={(kind) => onChange({ ...cue, call: scriptCall(kind) })}
        />
      </Placed>
      {"len" in call && call.len !== undefined && (
        <Placed label={words.bytes}>
          <Count
            value={call.len}
            min={1}
            max={1_000_000}
            onChange={(len) => onChange({ ...cue, call: { ...call, len: Math.round(len) } })}
          />
        </Placed>
      )}
      <Placed label={words.when}>
        <OneOf
          value={cue.on ?? ""}
          options={["", ...STATES]}
          tell={(state) => (state === "" ? words.at : say(words.after, { state }))}
          onChoose={(on) => onChange(cueAt(cue, on as State | "", ms))}
        />
      </Placed>
      <Placed label="ms">
        <Count value={ms} max={3_600_000} onChange={(wait) => onChange(cueAt(cue, cue.on ?? "", wait))} />
      </Placed>
    </>
  );
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
      <Placed label={words.from}>
        <OneOf value={rule.from} options={names} onChoose={(from) => onChange({ ...rule, from })} />
      </Placed>
      <Placed label={words.segment}>
        <OneOf value={rule.of} options={KINDS} onChoose={(of) => onChange({ ...rule, of })} />
      </Placed>
      <Placed label={words.which}>
        <OneOf
          value={String(rule.nth)}
          options={["1", "2", "3", "4", "5", "6", "7", "8", "every"]}
          tell={(nth) => (nth === "every" ? words.every : nth)}
          onChoose={(nth) => onChange({ ...rule, nth: nth === "every" ? "every" : Number(nth) })}
        />
      </Placed>
      <Placed label={words.fate}>
        <OneOf
          value={rule.fate}
          options={FATES}
          tell={(fate) => words.fates[fate]}
          onChoose={(fate) => onChange({ ...rule, fate })}
        />
      </Placed>
      {hasDelay && (
        <Placed label={words.by}>
          <Count
            value={(rule.byUs ?? 0) / MILLISECOND}
            max={3_600_000}
            onChange={(by) => onChange({ ...rule, byUs: Math.round(by * MILLISECOND) })}
          />
        </Placed>
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
        <Placed key={fate} label={words.fates[fate]}>
          <Count
            value={Math.round(100 * (now[fate] ?? 0))}
            max={25}
            onChange={(percent) => onChange({ ...now, [fate]: percent / 100 })}
          />
        </Placed>
      ))}
      <Placed label={words.seed}>
        <Count value={now.seed} max={1_000_000} onChange={(seed) => onChange({ ...now, seed: Math.round(seed) })} />
      </Placed>
    </div>
  );
}
