import { expect, test } from "vitest";
import { atSignOf, keysOf, LAYOUTS, type Pressed } from "../../../e2e/layouts.ts";
import { meantBy } from "./keys.ts";

/** What is meant by a key; `altGraph`: the browser says that AltGr is held. */
function meant(pressed: Partial<Pressed> & { isComposing?: boolean }, altGraph = false) {
  const none = { key: "", code: "", ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  return meantBy({ ...none, isComposing: false, ...pressed, getModifierState: () => altGraph });
}

const LETTERS = ["e", "n", "p", "r", "s", "u", "z"];
/** Layouts that have no Latin letter: there the place of the key counts. */
const OTHER_SCRIPTS = ["Russian", "Greek", "Hebrew", "Arabic", "Arabic for Macs", "Japanese kanas"];

function keyOf(keys: readonly Pressed[], letter: string, byPlace: boolean): Pressed {
  const found = keys.find(({ key, code }) => (byPlace ? code === `Key${letter.toUpperCase()}` : key === letter));
  if (found === undefined) throw new Error(`no key types ${letter}`);
  return found;
}

for (const [name, layout] of Object.entries(LAYOUTS)) {
  const keys = keysOf(layout);
  const isOther = OTHER_SCRIPTS.includes(name);
  const letterKey = (letter: string) => keyOf(keys, letter, isOther);

  test(`on a ${name} board the key that types a letter is its command, with Ctrl or Command as well`, () => {
    expect(keys).toHaveLength(90);
    expect(LETTERS.map((letter) => meant(letterKey(letter)))).toEqual(LETTERS);
    for (const held of [{ ctrlKey: true }, { metaKey: true }]) {
      expect(meant({ ...letterKey("z"), ...held })).toBe("Mod+z");
      const { key } = letterKey("z");
      expect(meant({ ...letterKey("z"), ...held, key: key.toUpperCase(), shiftKey: true })).toBe("Mod+Shift+z");
      expect(meant({ ...letterKey("u"), ...held })).toBe("Mod+u");
    }
    // Caps Lock.
    const { key, ...place } = letterKey("u");
    expect(meant({ ...place, key: key.toUpperCase() })).toBe("u");
  });

  test(`on a ${name} board the digit row grades, however it types its digits`, () => {
    for (const digit of ["1", "2", "3", "4"]) {
      const plain = keys.find(({ code, shiftKey }) => code === `Digit${digit}` && !shiftKey);
      expect(meant(plain ?? {})).toBe(digit);
      const typed = keys.filter(({ key }) => key === digit);
      expect(typed.map((pressed) => meant(pressed))).toEqual(typed.map(() => digit));
      expect(meant({ key: digit, code: `Numpad${digit}` })).toBe(digit);
    }
  });

  test(`on a ${name} board the question mark asks for help, by whatever key and with Shift or without`, () => {
    const typed = keys.filter(({ key }) => key === "?" || key === "؟");
    // In the mode of kanas no key types one.
    if (name !== "Japanese kanas") expect(typed.length).toBeGreaterThan(0);
    for (const pressed of typed) {
      expect(meant(pressed)).toBe("?");
      for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }])
        expect(meant({ ...pressed, ...held })).toBeNull();
    }
  });

  test(`on a ${name} board - and @ are what types them, and nothing else is`, () => {
    const at = atSignOf(layout);
    expect(at === null ? [] : [meant(at)]).toEqual(at === null ? [] : ["@"]);
    for (const pressed of keys) {
      const isKana = pressed.code === "Minus" && !pressed.shiftKey && name === "Japanese kanas";
      expect(meant(pressed) === "@", `${pressed.key} is no @`).toBe(pressed.key === "@");
      expect(meant(pressed) === "-", `${pressed.key} is no -`).toBe(pressed.key === "-" || isKana);
    }
    expect(meant({ key: "-", code: "NumpadSubtract" })).toBe("-");
  });

  test(`on a ${name} board no key is two commands, and a sign is never a grade`, () => {
    for (const pressed of keys.filter(({ key }) => /^[a-z]$/i.test(key))) {
      expect(meant(pressed)).toBe(`${pressed.shiftKey ? "Shift+" : ""}${pressed.key.toLowerCase()}`);
    }
    // With Shift the place of a digit says nothing.
    const signs = keys.filter(
      ({ key, code, shiftKey }) => code.startsWith("Digit") && shiftKey && !/\p{Nd}/u.test(key),
    );
    expect(signs.filter((pressed) => /^\d$/.test(meant(pressed) ?? ""))).toEqual([]);
  });

  test(`on a ${name} board Alt, AltGr, Ctrl or Command held besides make no command of a plain key`, () => {
    for (const pressed of keys) {
      for (const held of [{ altKey: true }, { ctrlKey: true }, { metaKey: true }, { ctrlKey: true, altKey: true }]) {
        const got = meant({ ...pressed, ...held });
        const isAt = pressed.key === "@" && "altKey" in held;
        // US: Shift+2 types @, so Alt+Shift+2 is Alt with @.
        expect(
          isAt || got === null || got.startsWith("Mod+"),
          `${JSON.stringify({ ...pressed, ...held })}: ${got}`,
        ).toBe(true);
      }
      if (pressed.key !== "@") expect(meant(pressed, true)?.length ?? 0).not.toBe(1);
    }
  });
}

test("Alt held with a key that types @ by itself does not suspend a card", () => {
  expect(meant({ key: "@", code: "Digit2", shiftKey: true, altKey: true })).toBeNull();
  expect(meant({ key: "@", code: "BracketLeft", altKey: true })).toBeNull();
  expect(meant({ key: "@", code: "Digit6", ctrlKey: true, altKey: true })).toBeNull();
  expect(meant({ key: "@", code: "Digit2", shiftKey: true, ctrlKey: true })).toBeNull();
  expect(meant({ key: "@", code: "KeyQ", metaKey: true })).toBeNull();
  expect(meant({ key: "@", code: "KeyQ" }, true)).toBe("@");
});

test("both Enter keys are Enter, and Space is Space in full width too", () => {
  expect(meant({ key: "Enter", code: "Enter" })).toBe("Enter");
  expect(meant({ key: "Enter", code: "NumpadEnter" })).toBe("Enter");
  expect(meant({ key: "Enter", code: "NumpadEnter", ctrlKey: true })).toBe("Mod+Enter");
  expect(meant({ key: " ", code: "Space" })).toBe("Space");
  expect(meant({ key: "\u3000", code: "Space" })).toBe("Space");
  expect(meant({ key: "\u00a0", code: "Space", altKey: true })).toBeNull();
  expect(meant({ key: "２", code: "Digit2" })).toBe("2");
  expect(meant({ key: "ｕ", code: "KeyU" })).toBe("u");
  expect(meant({ key: "＠", code: "Digit2", shiftKey: true })).toBe("@");
});

test("what only looks like a digit is none", () => {
  expect(meant({ key: "²", code: "Backquote" })).toBeNull();
  expect(meant({ key: "²", code: "Digit2" }, true)).toBeNull();
  expect(meant({ key: "½", code: "Backquote" })).toBeNull();
  expect(meant({ key: "End", code: "Numpad1" })).toBe("End");
  expect(["๑", "۲", "३", "৪"].map((key) => meant({ key, code: "Digit9", shiftKey: true }))).toEqual([
    "1",
    "2",
    "3",
    "4",
  ]);
});

test("an input method keeps its keys, and so does an accent that waits", () => {
  expect(meant({ key: "Process", code: "KeyU" })).toBeNull();
  expect(meant({ key: "u", code: "KeyU", isComposing: true })).toBeNull();
  expect(meant({ key: "Enter", code: "Enter", isComposing: true })).toBeNull();
  expect(meant({ key: "Dead", code: "Digit2" })).toBeNull();
  expect(meant({ key: "Unidentified", code: "Digit2" })).toBeNull();
});
