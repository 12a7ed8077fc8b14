import { Button } from "#app/_ui/button.tsx";
import { type ScreenCommand, shortcutsOf } from "#app/_ui/keys/commands.ts";
import { meantBy } from "#app/_ui/keys/keys.ts";

interface Props {
  title: string;
  commands: readonly ScreenCommand[];
}

/** What else can be done to a card than grade it. Every entry can be undone. */
export function CardMenu({ title, commands }: Props) {
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
      <summary className="cursor-pointer rounded px-2 py-1 hover:text-ink">{title}</summary>
      <ul className="absolute end-0 z-10 mt-1 w-64 max-w-[calc(100vw-2rem)] rounded-lg border border-line bg-raised p-1 shadow-lg">
        {commands.map((command) => (
          <li key={command.name}>
            <Button
              look="entry"
              aria-disabled={!command.enabled}
              aria-keyshortcuts={shortcutsOf(command)}
              onClick={() => command.act(null)}
              className="flex justify-between gap-3"
            >
              {command.label}
              {command.keys[0] && <kbd className="text-quiet">{command.keys[0]}</kbd>}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
