import type { Route } from "next";
import { Alert } from "#app/_ui/alert.tsx";
import { Button } from "#app/_ui/button.tsx";
import { TextLink } from "#app/_ui/link.tsx";
import { PageSection } from "#app/_ui/page-section.tsx";
import { press } from "#app/_ui/press.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";
import type { Judged } from "#lib/interview/score.ts";
import type { DebriefCommand } from "./commands.ts";
import { isJudging, type Judgement, judgementTold } from "./judgement.ts";
import type { QuestionProps } from "./props.tsx";

interface Props {
  judgement: Judgement;
  /** What to review first. */
  weak: readonly (QuestionProps & Judged)[];
  commands: readonly DebriefCommand[];
  words: Messages["debrief"];
}

/** What failed, what can be done about it, and what came of that. */
export function JudgementPanel({ judgement, weak, commands, words }: Props) {
  return (
    <PageSection id="first" heading={words.first} className="mt-4 max-w-2xl">
      <Weak weak={weak} words={words} />
      <div className="mt-6 flex flex-wrap gap-3 print:hidden">
        {commands.map((command) => (
          // To keep and to open again take the same place: the focus stays there.
          <Decision key={command.name === "call" ? "call" : "decide"} command={command} />
        ))}
      </div>
      {!judgement.sheet.isKept && <p className="mt-3 text-sm text-quiet print:hidden">{words.keepNote}</p>}
      <p role="status" data-told tabIndex={-1} className="mt-4 outline-none empty:hidden">
        {sentencesOf(judgement, words).map((sentence) => (
          <span key={sentence} className="me-2">
            {sentence}
          </span>
        ))}
      </p>
      <Alert isBoxed className="mt-4">
        {problemOf(judgement, words)}
      </Alert>
    </PageSection>
  );
}

function Weak({ weak, words }: Pick<Props, "weak" | "words">) {
  if (weak.length === 0) return <p className="mt-2">{words.firstNone}</p>;
  return (
    <ol className="mt-2 list-decimal space-y-1 ps-6 marker:text-quiet">
      {weak.map(({ question, title, href, said, keyPoints }) => (
        <li key={question}>
          <TextLink href={href as Route}>{title}</TextLink>{" "}
          <span className="text-sm whitespace-nowrap text-quiet">{`${said}/${keyPoints}`}</span>
        </li>
      ))}
    </ol>
  );
}

function Decision({ command: { label, isMain, enabled, act } }: { command: DebriefCommand }) {
  return (
    <Button look={isMain ? "main" : "quiet"} aria-disabled={!enabled} onClick={press(act)}>
      {label}
    </Button>
  );
}

function sentencesOf(judgement: Judgement, words: Messages["debrief"]): readonly string[] {
  if (isJudging(judgement)) return [words.saving];
  const told = judgementTold(judgement);
  if (told === null) return [];
  if (told.kind === "reopened") return [words.reopened];
  return told.called === null ? [words.kept] : [words.kept, say(words.called, { n: told.called })];
}

function problemOf({ problem }: Judgement, words: Messages["debrief"]): string {
  if (problem === null) return "";
  return problem.kind === "not saved" ? words.notSaved : problem.message;
}
