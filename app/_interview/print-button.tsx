"use client";

import { Button } from "#app/_ui/button.tsx";

/** Prints the page as it stands. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button type="button" onClick={() => window.print()} className="underline underline-offset-4">
      {label}
    </Button>
  );
}
