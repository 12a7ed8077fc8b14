"use no memo"; // of what is as small as this, all that the compiler remembers only weighs

import { lookOf } from "./look.ts";

interface Props {
  accept: string;
  onFile: (file: File | undefined) => void;
  children: string;
}

/** Looks like a button, and chooses a file. */
export function FileButton({ accept, onFile, children }: Props) {
  return (
    <label className={lookOf("quiet", "small", "cursor-pointer focus-within:outline-2 focus-within:outline-focus")}>
      {children}
      <input type="file" accept={accept} className="sr-only" onChange={(event) => onFile(event.target.files?.[0])} />
    </label>
  );
}
