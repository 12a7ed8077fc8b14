"use no memo"; // of what is as small as this, all that the compiler remembers only weighs

/** How much of a long work is done: a share. */
export function ProgressBar({ share, label }: { share: number; label: string }) {
  return <progress max={1} value={share} aria-label={label} className="h-3 w-full max-w-xs accent-client" />;
}
