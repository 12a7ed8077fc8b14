import { expect, test } from "vitest";
import type { Scenario } from "#lib/tcp/world/scenario.ts";
import {
  cueAt,
  scenarioWithCue,
  scenarioWithHost,
  scenarioWithRule,
  scenarioWithWire,
  scriptCall,
  waitOf,
} from "./draft.ts";

const calm: Scenario = {
  profile: "rfc9293",
  iss: { client: 100, server: 300 },
  wire: { delayUs: 50_000, noise: { seed: 7 } },
  script: [{ host: "server", atUs: 0, call: { kind: "listen" } }],
};

test("what is added stands last, and all else stays", () => {
  expect(scenarioWithCue(calm)).toEqual({
    ...calm,
    script: [...calm.script, { host: "client", atUs: 0, call: { kind: "close" } }],
  });
  const twice = scenarioWithRule(scenarioWithRule(calm));
  expect(twice.wire.rules).toHaveLength(2);
  expect({ ...twice, wire: calm.wire }).toEqual(calm);
  expect(scenarioWithWire(calm, { delayUs: 1 }).wire).toEqual({ delayUs: 1, noise: { seed: 7 } });
});

test("a host is called by how many there are, client and server among them", () => {
  expect(scenarioWithHost(scenarioWithHost(calm)).hosts).toEqual([{ name: "host-2" }, { name: "host-3" }]);
});

test("a cue waits for the beginning or for a state, in whole microseconds, and keeps its connection", () => {
  const cue = { host: "client", atUs: 0, call: { kind: "close" }, connection: 2 } as const;
  const later = cueAt(cue, "ESTABLISHED", 1.0006);
  expect(later).toEqual({
    host: "client",
    call: { kind: "close" },
    connection: 2,
    on: "ESTABLISHED",
    afterUs: 1_001,
  });
  expect(waitOf(later)).toBe(1.001);
  expect(cueAt(later, "", 2)).toEqual({ ...cue, atUs: 2_000 });
});

test("a call that is chosen has what it cannot do without", () => {
  expect(scriptCall("send")).toEqual({ kind: "send", len: 100 });
  expect(scriptCall("set")).toEqual({ kind: "set", options: {} });
  expect(scriptCall("close")).toEqual({ kind: "close" });
});
