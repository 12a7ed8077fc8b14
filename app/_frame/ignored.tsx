import { Box } from "#app/_ui/box.tsx";
import type { Messages } from "#lib/i18n/messages.ts";

/** Says what of an address was left out; nothing where nothing was. */
export function Ignored({ parts, m }: { parts: readonly string[]; m: Messages }) {
  if (parts.length === 0) return null;
  return (
    <Box as="p" look="sunk" role="note" className="mx-auto mb-4 max-w-2xl text-sm text-quiet">
      {m.frame.ignored} {parts.map((part) => `“${part}”`).join(m.frame.comma)}
    </Box>
  );
}
