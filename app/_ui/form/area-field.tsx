"use no memo"; // of what is as small as this, all that the compiler remembers only weighs

import type { ComponentProps, ReactNode } from "react";
import { LimitedArea } from "../limited.tsx";

interface Props extends Omit<ComponentProps<typeof LimitedArea>, "className"> {
  id: string;
  label: ReactNode;
}

/** Room for a text of several lines, under its label. */
export function AreaField({ label, ...area }: Props) {
  return (
    <>
      <label htmlFor={area.id} className="text-sm text-quiet">
        {label}
      </label>
      <LimitedArea
        {...area}
        className="mt-1 block w-full rounded-lg border border-line bg-raised px-4 py-3 placeholder:text-quiet"
      />
    </>
  );
}
