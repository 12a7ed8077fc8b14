import { Button } from "#app/_ui/button.tsx";
import { meantBy } from "#app/_ui/keys.ts";
import type { ReviewWords } from "./words.ts";

export type ActionKind = "bury" | "suspend" | "reset";

interface Props {
  words: ReviewWords;
  busy: boolean;
  onAct: (kind: ActionKind) => void;
}

/** What else can be done to a card than grade it. Every entry can be undone. */
export function CardMenu({ words, busy, onAct }: Props) {
  return (
    <details
      className="relative text-sm text-quiet"
      onKeyDown={(event) => {
        if (meantBy(event.nativeEvent) !== "Escape" || !event.currentTarget.open) return;
        event.preventDefault();
        event.currentTarget.open = false;
        // The entry that had the focus is hidden now.
        event.currentTarget.querySelector("summary")?.focus();
      }}
    >
      <summary className="cursor-pointer rounded px-2 py-1 hover:text-ink">{words.more}</summary>
      <ul className="absolute end-0 z-10 mt-1 w-64 max-w-[calc(100vw-2rem)] rounded-lg border border-line bg-raised p-1 shadow-lg">
        {(["bury", "suspend", "reset"] as const).map((kind) => (
          <li key={kind}>
            <Button
              type="button"
              aria-disabled={busy}
              aria-keyshortcuts={KEYS[kind]}
              onClick={() => onAct(kind)}
              className="flex w-full justify-between gap-3 rounded px-3 py-2 text-start text-ink hover:bg-sunk"
            >
              {words.actions[kind]}
              {KEYS[kind] && <kbd className="text-quiet">{KEYS[kind]}</kbd>}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

const KEYS: Partial<Record<ActionKind, string>> = { bury: "-", suspend: "@" };
