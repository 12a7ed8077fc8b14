"use client";

/** Prints the page as it stands. */
export function PrintButton({ label }: { label: string }) {
  return (
    <button type="button" onClick={() => window.print()} className="underline underline-offset-4">
      {label}
    </button>
  );
}
