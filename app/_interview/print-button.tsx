"use client";

import { Button } from "#app/_ui/button.tsx";

/** Prints the page as it stands. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button look="text" onClick={() => window.print()}>
      {label}
    </Button>
  );
}
