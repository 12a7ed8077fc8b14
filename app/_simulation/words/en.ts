import type { Timer } from "#lib/tcp/endpoint/control-block.ts";
import type { Words } from "../words.ts";
import { callName } from "./calls.ts";

const TIMERS: Readonly<Record<Timer, string>> = {
  lossProbe: "tail-loss probe",
  retransmission: "retransmission",
  delayedAck: "delayed ACK",
  keepalive: "keepalive",
  finWait2: "FIN-WAIT-2",
  timeWait: "TIME-WAIT",
};

export const en: Words = {
  heading: "Simulation",
  hosts: { client: "Client", server: "Server" },
  profiles: { rfc9293: "RFC 9293", "linux-6.18": "Linux 6.18" },
  play: "Play",
  pause: "Pause",
  back: "One step back",
  forward: "One step forward",
  toStart: "To the start",
  toEnd: "To the end",
  toState: "To the next change of state",
  speed: "Speed",
  scrub: "Moment of the film",
  step: (n, of) => `step ${n} of ${of}`,
  before: "Before anything happens",
  ended: {
    rest: "Nothing more can happen.",
    time: "The film ends here; the story goes on.",
    events: "Too much happens; the film ends here.",
    work: "Too much happens at once; the film ends here.",
  },
  moreSegments: (n) => `and ${n} more segments`,
  earlier: (n) => `${n} earlier`,
  laterSteps: (n) => `${n} more`,
  filmList: "Step by step",
  diagram: "Sequence diagram; the list “Step by step” says the same in words.",
  again: " (again)",
  doubled: " (doubled by the network)",
  stray: "stray",
  later: (span) => `${span} later`,
  gets: (host, segment) => `${host} receives ${segment}`,
  getsSpoilt: (host, segment) => `${host} receives ${segment} with a wrong checksum`,
  loses: (segment) => `The network loses ${segment}`,
  fires: (host, timer) => `${host}: the ${TIMERS[timer]} timer fires`,
  calls: (host, call, errno) => {
    if (call.kind === "crash") return `${host} loses power`;
    if (call.kind === "boot") return `${host} starts again, without any memory`;
    const length = "len" in call && call.len ? ` (${call.len} bytes)` : "";
    const result = call.kind === "status" ? `, which says ${errno}` : `, which fails with ${errno}`;
    return `${host}: the application calls ${callName(call)}${length}${errno ? result : ""}`;
  },
  enters: (host, state) => `${host}: ${state}`,
  sends: (segment) => `sends ${segment}`,
  timers: TIMERS,
  left: (span) => `${span} left`,
  breakIt: {
    heading: "Break it here",
    hint: "Choose a step that sends a segment, and you can drop, delay or double it.",
    segment: (segment, host) => `${segment}, sent by the ${host.toLowerCase()}`,
    drop: "Drop",
    delay: "Delay 300 ms",
    duplicate: "Double",
    host: (host) => `${host}, at this moment`,
    crash: "Crash",
    abort: "Abort",
    close: "Close",
    closeEarlier: "Close 100 ms earlier",
    closeLater: "Close 100 ms later",
  },
  changed: (changes) => `Changed: ${changes}`,
  change: (change, host, segment) => {
    const who = host.toLowerCase();
    if (change.kind === "segment") {
      const verb = { drop: "dropped", delay: "delayed", duplicate: "doubled", corrupt: "spoilt" }[change.rule.fate];
      return `${verb} ${segment}`;
    }
    if (change.kind === "call")
      return `the ${who} ${{ crash: "crashes", abort: "aborts", close: "closes" }[change.call]}`;
    if (change.kind === "shift") return `the ${who} closes ${change.byUs < 0 ? "earlier" : "later"}`;
    return `rules of ${change.profile === "rfc9293" ? "RFC 9293" : "Linux 6.18"}`;
  },
  undo: "Undo",
  reset: "Reset",
  compare: {
    contrast: (label) => `Compare: ${label}`,
    both: "Side by side",
    one: "Only this film",
    told: "As told",
    changed: "As changed",
    differs: (step) => `First difference: step ${step}`,
    same: "Both films are the same.",
  },
  look: { profile: "Rules", numbers: "Numbers", relative: "relative", absolute: "absolute" },
  panels: { list: "Step by step", block: "Control blocks", states: "States", header: "Segment" },
  block: {
    caption: "What each side remembers after this step",
    wasBefore: (value) => `before: ${value}`,
    noTimers: "no timer runs",
  },
  header: { caption: "The header of", none: "Choose a step in which a segment leaves or arrives.", options: "Options" },
  ask: {
    mode: "Ask me",
    reaction: (host) => `What does the ${host.toLowerCase()} do now? Numbers are relative.`,
    when: (host) => `Nothing is heard. How long after its last segment does the ${host.toLowerCase()} send again?`,
    sends: "It sends",
    nothing: "nothing",
    state: "State afterwards",
    check: "Check",
    right: "Right.",
    wrong: "Not quite.",
    consequence: "If your segment were sent instead:",
    goOn: "Go on",
    score: (right, asked) => `${right} of ${asked} right`,
  },
  statesDiagram: (client, server) => `State diagram: the client is in ${client}, the server in ${server}.`,
};
