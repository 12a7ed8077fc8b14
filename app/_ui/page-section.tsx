"use no memo"; // of what is as small as this, all that the compiler remembers only weighs

import type { ReactNode } from "react";
import { SectionHeading } from "./heading.tsx";

interface Props {
  /** Of the heading, which names the section. */
  id: string;
  heading: ReactNode;
  className: string;
  children: ReactNode;
}

/** A part of a page under its name. */
export function PageSection({ id, heading, className, children }: Props) {
  return (
    <section aria-labelledby={id} className={className}>
      <SectionHeading id={id}>{heading}</SectionHeading>
      {children}
    </section>
  );
}
