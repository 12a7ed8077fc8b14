import type { Messages } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";
import { weakest } from "#lib/interview/score.ts";
import { type DebriefInput, isJudging, type Judgement, judgedBy } from "./judgement.ts";

/** Something that can be done about the judgement by a button. The debrief has no keys. */
export interface DebriefCommand {
  readonly name: "call" | "keep" | "reopen";
  /** In the page's language. */
  readonly label: string;
  /** It is what most come for. */
  readonly isMain: boolean;
  readonly enabled: boolean;
  readonly act: () => void;
}

/** What can be done with the judgement as it stands, the likeliest first. */
export function judgementCommands(
  judgement: Judgement,
  words: Pick<Messages["debrief"], "keep" | "reopen" | "keepAndCall" | "callOnly">,
  happen: (input: DebriefInput) => void,
): DebriefCommand[] {
  const { isKept, questions } = judgement.sheet;
  const weak = weakest(judgedBy(judgement, questions)).length;
  const enabled = !isJudging(judgement);
  const call: DebriefCommand = {
    name: "call",
    label: say(isKept ? words.callOnly : words.keepAndCall, { n: weak }),
    isMain: !isKept,
    enabled,
    act: () => happen({ kind: "kept", call: true }),
  };
  const keep: DebriefCommand = {
    name: "keep",
    label: words.keep,
    isMain: weak === 0,
    enabled,
    act: () => happen({ kind: "kept", call: false }),
  };
  const reopen: DebriefCommand = {
    name: "reopen",
    label: words.reopen,
    isMain: false,
    enabled,
    act: () => happen({ kind: "reopened" }),
  };
  return [...(weak > 0 ? [call] : []), isKept ? reopen : keep];
}
