import type { Language } from "#lib/i18n/languages.ts";
import type { Timer } from "#lib/tcp/endpoint/control-block.ts";
import type { Errno } from "#lib/tcp/endpoint/errno.ts";
import type { ProfileName } from "#lib/tcp/profile.ts";
import type { Film } from "#lib/tcp/world/film.ts";
import type { Host, ScriptCall } from "#lib/tcp/world/scenario.ts";
import type { Change } from "./change.ts";
import { en } from "./words/en.ts";
import { zh } from "./words/zh.ts";

/** Everything that the player says. */
export interface Words {
  readonly heading: string;
  readonly hosts: Readonly<Record<Host, string>>;
  readonly profiles: Readonly<Record<ProfileName, string>>;
  readonly play: string;
  readonly pause: string;
  readonly back: string;
  readonly forward: string;
  readonly toStart: string;
  readonly toEnd: string;
  readonly toState: string;
  readonly speed: string;
  readonly scrub: string;
  readonly step: (n: number, of: number) => string;
  readonly before: string;
  /** Behind as many segments of a step as anybody reads. */
  readonly moreSegments: (n: number) => string;
  /** How the film ended. */
  readonly ended: Readonly<Record<Film["ended"], string>>;
  readonly earlier: (n: number) => string;
  readonly laterSteps: (n: number) => string;
  readonly filmList: string;
  readonly diagram: string;
  /** Behind a segment that was sent before, that the wire doubled, or that nobody sent now. */
  readonly again: string;
  readonly doubled: string;
  readonly stray: string;
  readonly later: (span: string) => string;
  readonly gets: (host: string, segment: string) => string;
  readonly getsSpoilt: (host: string, segment: string) => string;
  readonly loses: (segment: string) => string;
  readonly fires: (host: string, timer: Timer) => string;
  readonly calls: (host: string, call: ScriptCall, errno: Errno | null) => string;
  readonly enters: (host: string, state: string) => string;
  readonly sends: (segment: string) => string;
  readonly timers: Readonly<Record<Timer, string>>;
  readonly left: (span: string) => string;
  readonly breakIt: {
    readonly heading: string;
    readonly hint: string;
    readonly segment: (segment: string, host: string) => string;
    readonly drop: string;
    readonly delay: string;
    readonly duplicate: string;
    readonly host: (host: string) => string;
    readonly crash: string;
    readonly abort: string;
    readonly close: string;
    readonly closeEarlier: string;
    readonly closeLater: string;
  };
  readonly changed: (changes: string) => string;
  /** One change; `segment` where it is about one. */
  readonly change: (change: Exclude<Change, { kind: "contrast" }>, host: string, segment: string) => string;
  readonly undo: string;
  readonly reset: string;
  readonly compare: {
    readonly contrast: (label: string) => string;
    /** To see both films, or only the one that was changed. */
    readonly both: string;
    readonly one: string;
    readonly told: string;
    readonly changed: string;
    readonly differs: (step: number) => string;
    readonly same: string;
  };
  readonly look: {
    readonly profile: string;
    readonly numbers: string;
    readonly relative: string;
    readonly absolute: string;
  };
  readonly panels: { readonly list: string; readonly block: string; readonly states: string; readonly header: string };
  readonly block: {
    readonly caption: string;
    readonly wasBefore: (value: string) => string;
    readonly noTimers: string;
  };
  readonly header: { readonly caption: string; readonly none: string; readonly options: string };
  readonly ask: {
    readonly mode: string;
    readonly reaction: (host: string) => string;
    readonly when: (host: string) => string;
    readonly sends: string;
    readonly nothing: string;
    readonly state: string;
    readonly check: string;
    readonly right: string;
    readonly wrong: string;
    readonly consequence: string;
    readonly goOn: string;
    readonly score: (right: number, asked: number) => string;
  };
  readonly statesDiagram: (client: string, server: string) => string;
}

export const WORDS: Readonly<Record<Language, Words>> = { en, zh };
