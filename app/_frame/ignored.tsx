import type { Messages } from "#lib/i18n/messages.ts";

/** Says what of an address was left out; nothing where nothing was. */
export function Ignored({ parts, m }: { parts: readonly string[]; m: Messages }) {
  if (parts.length === 0) return null;
  return (
    <p role="note" className="mx-auto mb-4 max-w-2xl rounded-lg bg-sunk px-4 py-2 text-sm text-quiet">
      {m.frame.ignored} {parts.map((part) => `“${part}”`).join(m.frame.comma)}
    </p>
  );
}
