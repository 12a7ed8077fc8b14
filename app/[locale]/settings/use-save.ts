import { useRouter } from "next/navigation";
import { useState } from "react";
import { put } from "#app/_ui/ask.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import { enteredIn, refusedIn } from "./entered.ts";

/** How the form stands with the server. */
interface Standing {
  /** Fields that it refused. */
  readonly wrong: readonly string[];
  readonly said: string;
  readonly problem: string;
}

const UNSAVED: Standing = { wrong: [], said: "", problem: "" };

/** Sends the form, and tells what came of it until something is changed. */
export function useSave(words: Messages["settings"], unreachable: string) {
  const router = useRouter();
  const [standing, setStanding] = useState(UNSAVED);
  const save = async (form: HTMLFormElement) => {
    // A day that was typed half is no day, and must not pass for "none".
    const day = form.elements.namedItem("interview.day");
    if (day instanceof HTMLInputElement && day.validity.badInput) {
      return setStanding({ wrong: ["interview.day"], said: "", problem: words.notSaved });
    }
    setStanding(({ wrong }) => ({ wrong, said: words.saving, problem: "" }));
    const answer = await put("/api/settings", enteredIn(new FormData(form)), unreachable);
    if (answer.ok) {
      setStanding({ ...UNSAVED, said: words.saved });
      router.refresh(); // whoever comes back here by the browser's history finds what was saved
      return;
    }
    const { message, fields } = answer.problem;
    setStanding({ wrong: refusedIn(fields), said: "", problem: fields.length > 0 ? words.notSaved : message });
  };
  const touch = () => setStanding((before) => ({ ...before, said: "" }));
  return { ...standing, save, touch };
}
